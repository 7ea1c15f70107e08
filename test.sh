#!/usr/bin/env bash
# Installs what the tests need, where it can, and runs all of them: format, lints, tests and doctests, Python and Kotlin, dependency rules.
#
#   ./test.sh
#   CRM_TEST_PROFILE=release ./test.sh     optimised tests; `dev` is the default
#
#   CRM_TEST_POSTGRES_URL=postgres://.. ./test.sh     on an existing PostgreSQL server, as a superuser
#
# One build serves lints, tests, the Python wheel and the jar. Without that variable a private PostgreSQL server is started, on a free port of this machine
# and with its data in a temporary directory, and stopped at the end. SQLite databases are files in temporary directories. Nothing is left behind except
# `target` and `bindings/kotlin/target`: at the end the script looks for processes, temporary files and databases of this run, and fails if it finds any.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

profile="${CRM_TEST_PROFILE:-dev}"
started=$SECONDS
step="preparation"
server=""
# Every process of this run carries the run's name, and all its temporary files are in one folder, in which other users (PostgreSQL's) may create files too.
TMPDIR="$(mktemp -d)"
export TMPDIR CRM_TEST_RUN="$$-$started-$RANDOM" MAVEN_OPTS="${MAVEN_OPTS:-} -Djava.io.tmpdir=$TMPDIR"
chmod 1777 "$TMPDIR"
export PYTHONPYCACHEPREFIX="$PWD/target/python/cache" MYPY_CACHE_DIR="$PWD/target/python/mypy"

stop_postgres() {
  if [ -z "$server" ]; then return; fi
  tests/postgres.sh stop "$server" >/dev/null 2>&1 || true
  server=""
}

finish() {
  status=$?
  stop_postgres
  rm -rf "$TMPDIR"
  if [ "$status" -ne 0 ]; then echo "test.sh: FAILED at $step after $((SECONDS - started)) s" >&2; fi
}
trap finish EXIT

say() { printf '\n== %s\n' "$1"; }
fail() { echo "test.sh: $1" >&2; exit 1; }

# Runs a command as root: directly, or through sudo if that needs no password.
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

find_python() {
  if python3 -m venv --help >/dev/null 2>&1 && python3 -c 'import ensurepip' 2>/dev/null; then return; fi
  { as_root apt-get update -qq && as_root apt-get install -y -qq python3 python3-venv; } || fail "python3 with its module venv is missing"
}

# A JDK of 17 or later, and Maven.
find_java() {
  if command -v javac >/dev/null && command -v mvn >/dev/null; then return; fi
  { as_root apt-get update -qq && as_root apt-get install -y -qq openjdk-17-jdk-headless maven; } || fail "a JDK (17 or later) or Maven is missing"
}

# The server's programs, which Debian keeps out of the path. Its package would start its own server, which is not wanted.
find_postgres() {
  if command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; then return; fi
  if command -v apt-get >/dev/null; then
    say "installing PostgreSQL"
    as_root apt-get update -qq && as_root apt-get install -y -qq postgresql-common
    as_root sed -i 's/^#\?create_main_cluster.*/create_main_cluster = false/' /etc/postgresql-common/createcluster.conf
    as_root apt-get install -y -qq postgresql && return
  fi
  fail "PostgreSQL's server is missing; install it (14 or later), or set CRM_TEST_POSTGRES_URL"
}

start_postgres() {
  server="$TMPDIR/postgres"
  CRM_TEST_POSTGRES_URL="$(tests/postgres.sh start "$server")"
  export CRM_TEST_POSTGRES_URL
  echo "PostgreSQL for the tests: $CRM_TEST_POSTGRES_URL"
}

# The databases of tests on the server: `crm_` and their purpose.
databases() { tests/postgres.sh databases "$CRM_TEST_POSTGRES_URL"; }

# What this run has left behind, one per line.
left() {
  local environment process
  for environment in /proc/[0-9]*/environ; do
    process="${environment#/proc/}" process="${process%/environ}"
    if [ "$process" != "$$" ] && grep -zqx "CRM_TEST_RUN=$CRM_TEST_RUN" "$environment" 2>/dev/null; then
      echo "process $process: $(tr '\0' ' ' <"/proc/$process/cmdline" 2>/dev/null | cut -c1-200)"
    fi
  done
  # Empty folders of tools do not matter.
  find "$TMPDIR" -mindepth 1 ! -type d | sed -n 1,20p
}

# Processes that have ended may take a moment to disappear.
nothing_left() {
  for _ in $(seq 60); do
    if [ -z "$(left)" ]; then return; fi
    sleep 1
  done
  left >&2
  fail "this is left behind"
}

# Makes sure that a part of the toolchain is installed: component, command.
find_component() {
  if cargo "$2" --version >/dev/null 2>&1; then return; fi
  command -v rustup >/dev/null || fail "cargo $2 is missing; install the toolchain's component $1"
  rustup component add "$1"
}

find_cargo
find_c_compiler
find_component rustfmt fmt
find_component clippy clippy
find_python
find_java
find_postgres

# The native module for Python is loaded by an interpreter and does not link one, whatever builds it.
export PYO3_BUILD_EXTENSION_MODULE=1

step="format"
say "cargo fmt --check"
cargo fmt --all --check

step="lints"
say "cargo clippy (profile $profile)"
cargo clippy --workspace --all-targets --locked --profile "$profile" -- -D warnings

step="PostgreSQL"
if [ -z "${CRM_TEST_POSTGRES_URL:-}" ]; then start_postgres; fi
before="$(databases)"

step="tests"
say "cargo test (profile $profile), doctests included"
cargo test --workspace --locked --profile "$profile"

step="languages"
say "what is written for Python and Kotlin is up to date"
(cd bindings && python3 -m generate python --check && python3 -m generate kotlin --check)

step="Python"
say "Python: wheel, pytest, mypy"
python="$PWD/target/python"
python3 -m venv "$python"
"$python/bin/pip" install --quiet --disable-pip-version-check "maturin>=1.16,<2"
"$python/bin/maturin" build --quiet --locked --profile "$profile" --manifest-path bindings/python/Cargo.toml --out "$python/wheels"
wheel="$(ls "$python"/wheels/crm-*.whl)"
"$python/bin/pip" install --quiet --disable-pip-version-check --force-reinstall --no-deps "$wheel"
"$python/bin/pip" install --quiet --disable-pip-version-check "$wheel[test]"
(cd bindings/python && "$python/bin/python" -m pytest -q --basetemp="$python/tmp" -o cache_dir="$python/pytest")

step="Kotlin"
say "Kotlin: jar, JUnit"
CRM_BUILD_PROFILE="$profile" CRM_BUILD_SELECTION="--workspace --all-targets" mvn --batch-mode --quiet --file bindings/kotlin/pom.xml verify

step="dependency rules"
say "cargo deny check"
if cargo deny --version >/dev/null 2>&1; then
  cargo deny check bans licenses sources
  denied="checked"
else
  echo "cargo-deny is not installed: licences and sources of dependencies were not checked"
  denied="not checked (cargo-deny is not installed)"
fi

step="what is left"
say "nothing is left behind"
# Template databases are kept while tests run, for later tests. On a shared server they may be in use, and other databases may belong to others.
for database in $(LC_ALL=C comm -13 <(echo "$before") <(databases)); do
  case "$database" in
    crm_template_*) tests/postgres.sh drop "$CRM_TEST_POSTGRES_URL" "$database" || [ -z "$server" ] ;;
    *) [ -z "$server" ] || fail "the database $database is left behind" ;;
  esac
done
stop_postgres
nothing_left

say "summary"
echo "test.sh: passed in $((SECONDS - started)) s: format, lints, tests and doctests, Python, Kotlin (profile $profile); dependency licences $denied"
