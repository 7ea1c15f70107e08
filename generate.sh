#!/usr/bin/env bash
# Generates what follows from the declarations of entities and from the table of operations: migrations (until the first release), the description of
# the bindings, and the Python and Kotlin classes. Tests fail if it was not run.
#
#   ./generate.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

export PYO3_BUILD_EXTENSION_MODULE=1
cargo run --quiet -p crm-storage-sql --example schema
described="$(mktemp)"
trap 'rm -f "$described"' EXIT
cargo run --quiet -p crm-facade --bin crm-api >"$described"
cp "$described" bindings/api.json
(cd bindings && python3 -m generate python && python3 -m generate kotlin)
