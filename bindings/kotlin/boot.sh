#!/usr/bin/env bash
# Builds and runs a Spring Boot application on the packed jar, once with what Boot 3.5 pins and once with what Boot 4 pins; pom.xml runs it.
#
# The jar is installed in Maven's local repository under a separate version, which is removed afterwards.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

# Boot, and the version of kotlinx.serialization that it pins.
BOOTS=("3.5.14 1.6.3" "4.1.0 1.11.0")

target="$PWD/target/boot" version="0-tested-$$"
mkdir -p "$target"
maven() { mvn --batch-mode --quiet "$@"; }
repository="$(mvn --batch-mode --quiet -Dstyle.color=never help:evaluate -Dexpression=settings.localRepository -DforceStdout | tr -d '\033' | sed 's/\[0m//g')"
[ -d "$repository" ] || { echo "boot.sh: Maven names no local repository: $repository" >&2; exit 1; }
scratch="$(mktemp -d)"
trap 'rm -rf "$repository/crm/crm-kotlin/$version" "$scratch"' EXIT

sed "s#<version>0.1.0</version>#<version>$version</version>#" pom.xml >"$target/pom.xml"
maven org.apache.maven.plugins:maven-install-plugin:3.1.4:install-file -Dfile=target/crm-kotlin-0.1.0.jar -DpomFile="$target/pom.xml"

for boot in "${BOOTS[@]}"; do
  read -r boot serialization <<<"$boot"
  maven --file src/it/spring-boot/pom.xml -Dboot.version="$boot" -Dcrm.version="$version" -Dhost.target="$target/$boot" package
  said="$(java -Djava.io.tmpdir="$scratch" -jar "$target/$boot/host.jar" --spring.main.banner-mode=off)" || { echo "$said" >&2; exit 1; }
  if ! grep -q "^host: C1 Bodega Peña, missing \[\], with .*kotlinx-serialization-json-jvm-$serialization.jar" <<<"$said"; then
    echo "boot.sh: the application of Spring Boot $boot said:" >&2
    echo "$said" >&2
    exit 1
  fi
  echo "boot.sh: Spring Boot $boot with kotlinx.serialization $serialization: passed"
done
