#!/usr/bin/env bash
# Builds the native library and the Kotlin side of its boundary into target/, from where Maven takes them; pom.xml runs it.
#
#   bindings/kotlin/build.sh
#   CRM_BUILD_PROFILE=release bindings/kotlin/build.sh     optimised; `dev` is the default
#
# CRM_BUILD_SELECTION says what else cargo builds. Cargo compiles dependencies once for each set of features that a selection needs, so the
# project's tests pass the selection that they have already built (`--workspace --all-targets`), and nothing is compiled twice.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

profile="${CRM_BUILD_PROFILE:-dev}"
read -ra selection <<<"${CRM_BUILD_SELECTION:---package crm-kotlin}"
case "$(uname -s)-$(uname -m)" in
  Linux-x86_64) platform=linux-x86-64 library=libcrm_kotlin.so ;;
  Linux-aarch64) platform=linux-aarch64 library=libcrm_kotlin.so ;;
  Darwin-x86_64) platform=darwin-x86-64 library=libcrm_kotlin.dylib ;;
  Darwin-arm64) platform=darwin-aarch64 library=libcrm_kotlin.dylib ;;
  MINGW*-x86_64 | MSYS*-x86_64) platform=win32-x86-64 library=crm_kotlin.dll ;;
  *) echo "build.sh: no name is known for the native library of this platform" >&2; exit 1 ;;
esac

cargo build --locked "${selection[@]}" --profile "$profile"
built="$(cargo metadata --locked --no-deps --format-version 1 | sed 's/.*"target_directory":"\([^"]*\)".*/\1/')"
if [ "$profile" = dev ]; then built="$built/debug"; else built="$built/$profile"; fi

# Unchanged files are left as they are, so that Maven recompiles nothing.
if cmp -s "$built/$library" target/native/built; then exit; fi

# The names at the boundary are in the library's metadata.
"$built/uniffi-bindgen" generate --no-format --language kotlin --out-dir target/uniffi "$built/$library"

# Where JNA looks for it in a jar. Stripped, it is a tenth of its size.
mkdir -p "target/native/$platform"
strip -x -o "target/native/$platform/$library" "$built/$library"
cp "$built/$library" target/native/built
