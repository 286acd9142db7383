# What build.sh needs and how it gets it. Sourced by build.sh, from the workspace's folder.

say() { printf '· %s\n' "$*" >&2; }
refuse() { printf 'build.sh: %s\n' "$*" >&2; exit 2; }
stop() { printf 'build.sh: %s\n' "$*" >&2; exit 1; }

need_rust() {
  command -v rustup >/dev/null || stop "Rust is missing: install rustup from https://rustup.rs and run this again"
  if ! rustup target list --installed >/dev/null 2>&1; then
    say "installing the Rust toolchain that rust-toolchain.toml names"
    rustup toolchain install >&2
  fi
  if ! rustup target list --installed | grep -qx wasm32-unknown-unknown; then
    say "adding Rust's Wasm target"
    rustup target add wasm32-unknown-unknown >&2
  fi
}

# The version that deny.toml is written for. Built without optimising: it runs for a second and is built for minutes.
DENY_VERSION=0.20.2
need_deny() {
  export PATH=$PWD/target/tools/bin:$PATH
  [ "$(cargo-deny --version 2>/dev/null)" = "cargo-deny $DENY_VERSION" ] && return 0
  say "building cargo-deny $DENY_VERSION into target/tools, once (some minutes)"
  CARGO_PROFILE_DEV_DEBUG=0 cargo install --quiet --locked --debug --no-default-features --root target/tools \
    --target-dir target/tools/build "cargo-deny@$DENY_VERSION" >&2 || stop "cargo-deny $DENY_VERSION could not be built"
  rm -rf target/tools/build
}

need_node() {
  command -v node >/dev/null || stop "Node is missing: install Node 20.15 or newer and run this again"
  node -e 'const [major, minor] = process.versions.node.split("."); process.exit(major * 100 + +minor < 2015 ? 1 : 0)' ||
    stop "Node $(node --version) is too old: install Node 20.15 or newer and run this again"
}

need_npm() {
  need_node
  node extension/build/lock.mjs && return 0
  [ ! -L node_modules ] || stop "node_modules is a link and does not fit package-lock.json: run npm ci where it leads"
  say "installing the npm packages that package-lock.json names"
  npm ci --no-audit --no-fund --loglevel=error >&2
}

# Debian's packages, where this machine allows it.
install() {
  command -v apt-get >/dev/null || return 1
  if [ "$(id -u)" = 0 ]; then as_root=; elif sudo -n true 2>/dev/null; then as_root="sudo -n"; else return 1; fi
  say "installing Debian's $*"
  $as_root apt-get update -qq >&2 || true
  DEBIAN_FRONTEND=noninteractive $as_root apt-get install -qq -y --no-install-recommends "$@" >&2
}

need_openssl() {
  command -v openssl >/dev/null || install openssl ||
    stop "openssl is missing (it makes the practice portals' throw-away certificate): install it and run this again"
}

# need_browser chromium|firefox: sets KEYFERRY_CHROMIUM or KEYFERRY_FIREFOX, unless it is set already (--browser).
need_browser() {
  local name
  case $1 in
    chromium) set -- KEYFERRY_CHROMIUM chromium chromium chromium-browser google-chrome google-chrome-stable microsoft-edge ;;
    firefox) set -- KEYFERRY_FIREFOX firefox-esr firefox-esr firefox ;;
  esac
  local variable=$1 package=$2
  shift 2
  if [ -z "${!variable-}" ]; then
    for name in "$@"; do
      command -v "$name" >/dev/null && export "$variable=$(command -v "$name")" && return 0
    done
    install "$package" || stop "no $package here: install it, or name a browser with --browser PATH"
    export "$variable=$(command -v "$package")"
  fi
}

# --browser PATH: the browser to use in place of the one on the search path.
use_browser() {
  [ -x "$1" ] || refuse "--browser: no program at $1"
  case "$("$1" --version 2>/dev/null)" in
    *Firefox*) export KEYFERRY_FIREFOX=$1 ;;
    *Chrom* | *Edge*) export KEYFERRY_CHROMIUM=$1 ;;
    *) refuse "--browser: $1 is neither Firefox nor a Chromium" ;;
  esac
}
