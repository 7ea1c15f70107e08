#!/usr/bin/env bash
# Installs what the tests need where it can, and runs them all: format, lints, tests and doctests, dependency rules.
#
#   ./test.sh
#   CRM_TEST_PROFILE=release ./test.sh     optimised tests; `dev` is the default
#
# One build profile serves lints and tests. Databases are files in temporary directories; nothing is started and nothing is left behind.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

profile="${CRM_TEST_PROFILE:-dev}"
started=$SECONDS
step="preparation"
trap 'status=$?; if [ "$status" -ne 0 ]; then echo "test.sh: FAILED at $step after $((SECONDS - started)) s" >&2; fi' EXIT

say() { printf '\n== %s\n' "$1"; }
fail() { echo "test.sh: $1" >&2; exit 1; }

# Runs a command as root: directly, or through sudo where it asks for no password.
as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi
}

find_cargo() {
  if ! command -v cargo >/dev/null && [ -x "$HOME/.cargo/bin/cargo" ]; then export PATH="$HOME/.cargo/bin:$PATH"; fi
  command -v cargo >/dev/null || fail "cargo is missing; install Rust 1.94 or later from https://rustup.rs"
}

# SQLite is compiled from C.
find_c_compiler() {
  if command -v cc >/dev/null || [ -n "${CC:-}" ]; then return; fi
  if command -v apt-get >/dev/null; then
    say "installing a C compiler"
    as_root apt-get update -qq && as_root apt-get install -y -qq build-essential && return
  fi
  fail "a C compiler is missing; install gcc or clang"
}

# Makes sure that a part of the toolchain is there: component, command.
find_component() {
  if cargo "$2" --version >/dev/null 2>&1; then return; fi
  command -v rustup >/dev/null || fail "cargo $2 is missing; install the toolchain's component $1"
  rustup component add "$1"
}

find_cargo
find_c_compiler
find_component rustfmt fmt
find_component clippy clippy

step="format"
say "cargo fmt --check"
cargo fmt --all --check

step="lints"
say "cargo clippy (profile $profile)"
cargo clippy --workspace --all-targets --locked --profile "$profile" -- -D warnings

step="tests"
say "cargo test (profile $profile), doctests included"
cargo test --workspace --locked --profile "$profile"

step="dependency rules"
say "cargo deny check"
if cargo deny --version >/dev/null 2>&1; then
  cargo deny check bans licenses sources
  denied="checked"
else
  echo "cargo-deny is not installed: licences and sources of dependencies were not checked"
  denied="not checked (cargo-deny is not installed)"
fi

say "summary"
echo "test.sh: passed in $((SECONDS - started)) s: format, lints, tests and doctests (profile $profile); dependency licences $denied"
