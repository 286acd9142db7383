#!/usr/bin/env bash
# Keyferry's only door. Every verb sets up what it lacks, says what it does, and is quick when nothing is to do.
set -euo pipefail
ROOT=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)
CALLER=$PWD
cd "$ROOT"
. extension/build/setup.sh

usage() {
  cat <<'HELP'
usage: ./build.sh VERB [OPTION ...]     each verb explains itself: ./build.sh VERB --help

  demo      watch the whole journey in a browser of its own
  build     build the extension for both browsers and the practice portals
  test      run the tests: all of them, or the suites named
  lint      check formatting, style, types, sizes and the Firefox package
  bench     measure sizes and speeds
  inspect   say what Keyferry sees on a saved page
  package   make the zips for the stores
HELP
}

build_help() {
  cat <<'HELP'
usage: ./build.sh build [--test]
Builds out/extension/chrome, out/extension/firefox (load either as it is) and out/www (the practice portals).
--test builds the test flavour instead, into out/extension-test.
HELP
}
build() {
  case "${1-}" in "" | --test) ;; *) refuse "build: unknown word: $1" ;; esac
  need_rust
  need_npm
  build_wasm background
  build_wasm panel
  node ts.mjs extension/build/bundle.ts "$@"
}

# A crate becomes out/wasm/NAME: the module, its JavaScript and its types.
build_wasm() {
  [ -d "src/$1" ] || return 0
  local module="target/wasm32-unknown-unknown/release/keyferry_$1.wasm" out="out/wasm/$1"
  cargo build --quiet --locked --release --target wasm32-unknown-unknown -p "keyferry-$1"
  [ "$out/$1_bg.wasm" -nt "$module" ] && return 0
  say "making the JavaScript around the $1 module"
  cargo run --quiet --locked -p keyferry-bindgen -- "$module" "$out"
}

verb=${1-}
[ $# -gt 0 ] && shift
case "$verb" in
  "" | -h | --help | help) usage; [ -n "$verb" ] || exit 2 ;;
  build)
    case "${1-}" in -h | --help) "${verb}_help" ;; *) "$verb" "$@" ;; esac ;;
  *) refuse "unknown verb: $verb (./build.sh --help names them all)" ;;
esac
