#!/usr/bin/env bash
# Keyferry's only door. Every verb sets up what it lacks, says what it does, and is quick when nothing is to do.
set -euo pipefail
CALLER=$PWD
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")"
. extension/build/setup.sh

help() {
  case $1 in
    "") cat <<'HELP' ;;
usage: ./build.sh VERB [OPTION ...]        each verb explains itself: ./build.sh VERB --help

  demo       watch the whole journey in a browser of its own
  build      build the extension for both browsers, and the practice portals
  test       run the tests: all of them, or the suites named
  lint       check format, style, types, sizes and the Firefox package
  bench      measure sizes and speeds
  inspect    say what Keyferry sees on a saved page
  package    make the zips for the stores
HELP
    demo) cat <<'HELP' ;;
usage: ./build.sh demo [--auto] [--journey NAME] [--firefox] [--browser PATH]
Opens a throw-away browser with Keyferry loaded, on practice portals under the real host names, at the first step.
--auto (and any machine without a display) plays the whole journey as an admin would, with real mouse and keyboard, prints
each step as it is reached, and leaves out/demo/index.html: a picture of every step, and one that moves.
--journey takes another journey than online: rotate, first-connection,
reconfigure, server-to-server or on-premises.
--firefox takes Firefox in place of Chromium; --browser takes the browser at PATH.
HELP
    build) cat <<'HELP' ;;
usage: ./build.sh build [--test]
Builds out/extension/chrome, out/extension/firefox (load either as it is) and out/www (the practice portals).
--test builds the test flavour instead, into out/extension-test.
HELP
    test) cat <<'HELP' ;;
usage: ./build.sh test [--full] [--only PART] [--browser PATH] [SUITE ...]
Runs the suites named, or all of them: unit lint pages package browser security faults. The last line is
"N passed, N failed"; figures that a suite measured stand in out/figures.json.
--full runs the long suites at their full size; --only takes the TypeScript test files alone whose path holds PART.
HELP
    lint) cat <<'HELP' ;;
usage: ./build.sh lint
The suite `lint` of ./build.sh test: rustfmt, clippy, rustdoc, tsc, eslint, web-ext lint on the Firefox package, the sizes
against their budgets, no literal shaped like a secret, and every dependency pinned, from the registry and with a known
licence (cargo-deny, which is built once, and tests of our own).
HELP
    bench) cat <<'HELP' ;;
usage: ./build.sh bench [--firefox] [--browser PATH]
Measures sizes, the way from a page's change to the painted spotlight, looks at pages of several shapes and of up to 100,000
nodes, and what 1,000 changes of a page cost; prints a table and writes out/bench.json.
HELP
    inspect) cat <<'HELP' ;;
usage: ./build.sh inspect [--why] --url URL [--top-url URL] [--frame-name NAME] FILE.html [FILE.html ...]
       ./build.sh inspect [--why] @LIST.json
Opens each saved page in a headless Chromium at its real address (nothing is fetched, no script of the page runs), lets
Keyferry look at it, and prints one line of JSON per file: site, screen, language, facts, and a selector for each control.
LIST.json holds many at once: [{"file": ..., "url": ..., "top_url": ..., "frame_name": ...}, ...].
--why adds what speaks for and against each screen that it may be, and each control of the screen, found or not.
HELP
    package) cat <<'HELP' ;;
usage: ./build.sh package
Makes out/keyferry-chrome-VERSION.zip, out/keyferry-firefox-VERSION.zip and out/keyferry-source-VERSION.zip from a clean
build; the same source gives the same bytes.
HELP
    *) return 1 ;;
  esac
}

demo() {
  local args=() kind=chromium
  while [ $# -gt 0 ]; do
    case $1 in
      --auto) args+=("$1") ;;
      --journey) [ -n "${2-}" ] || refuse "demo: --journey needs a name"; args+=("$1=$2") && shift ;;
      --firefox) kind=firefox ;;
      --browser) use_browser "${2-}" && shift ;;
      *) refuse "demo: unknown word: $1" ;;
    esac
    shift
  done
  build
  need_openssl
  need_browser "$kind"
  node ts.mjs tests/browser/demo/main.ts "$kind" ${args[@]+"${args[@]}"}
}

build() {
  case "${1-}" in "" | --test) ;; *) refuse "build: unknown word: $1" ;; esac
  need_rust
  need_npm
  say "building"
  build_wasm background
  build_wasm panel
  node ts.mjs extension/build/bundle.ts "$@"
}

# A crate becomes out/wasm/NAME: the module, its JavaScript and its types.
build_wasm() {
  [ -d "src/$1" ] || return 0
  local module="target/wasm32-unknown-unknown/release/keyferry_$1.wasm" out="out/wasm/$1"
  # Rust writes source paths into the module; without the machine's part every machine makes the same bytes.
  RUSTFLAGS="--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=/cargo --remap-path-prefix=$PWD=/keyferry" \
    cargo build --quiet --locked --release --target wasm32-unknown-unknown -p "keyferry-$1"
  # By content: cargo brings back a module that it has built before with the time of then.
  cmp --silent "$module" "$out/made-from.wasm" && return
  cargo run --quiet --locked -p keyferry-bindgen -- "$module" "$out"
  cp "$module" "$out/made-from.wasm"
}

test() {
  local suites=() args=()
  while [ $# -gt 0 ]; do
    case $1 in
      unit | lint | pages | package | browser | security | faults) suites+=("$1") ;;
      --full) args+=("$1") ;;
      --only) [ -n "${2-}" ] || refuse "test: --only needs a part of a file name"; args+=("$1" "$2") && shift ;;
      --browser) use_browser "${2-}" && shift ;;
      *) refuse "test: unknown suite: $1 (unit, lint, pages, package, browser, security, faults)" ;;
    esac
    shift
  done
  build
  case " ${suites[*]-} " in "  " | *" lint "*) need_deny ;; esac
  case " ${suites[*]-} " in
    "  " | *" browser "* | *" security "* | *" faults "*) need_openssl && need_browser chromium && need_browser firefox ;;
    *" pages "*) need_browser chromium ;;
  esac
  node ts.mjs tests/run.ts ${args[@]+"${args[@]}"} ${suites[@]+"${suites[@]}"}
}

lint() {
  [ $# = 0 ] || refuse "lint: unknown word: $1"
  test lint
}

bench() {
  local kind=chromium
  while [ $# -gt 0 ]; do
    case $1 in
      --firefox) kind=firefox ;;
      --browser) use_browser "${2-}" && shift ;;
      *) refuse "bench: unknown word: $1" ;;
    esac
    shift
  done
  build
  need_openssl
  need_browser "$kind"
  node ts.mjs tests/bench/main.ts "$kind"
}

inspect() {
  [ $# -gt 0 ] || { help inspect >&2; exit 2; }
  # Standard output holds the answers and nothing else.
  need_rust
  need_npm
  cargo build --quiet --locked -p keyferry-core --example inspect >&2
  need_browser chromium
  local root=$PWD
  cd "$CALLER"
  node "$root/ts.mjs" tests/inspect/main.ts "$@"
}

package() {
  [ $# = 0 ] || refuse "package: unknown word: $1"
  build
  node ts.mjs extension/build/package.ts
}

verb=${1-}
[ $# -gt 0 ] && shift
case $verb in
  demo | build | test | lint | bench | inspect | package)
    case " $* " in *" --help "* | *" -h "*) help "$verb" ;; *) "$verb" "$@" ;; esac ;;
  -h | --help | help) help "" ;;
  "") help "" >&2; exit 2 ;;
  *) refuse "unknown verb: $verb (./build.sh --help names them all)" ;;
esac
