#!/usr/bin/env bash
# Writes what each half is made of, as CycloneDX: sbom.sh FOLDER
# The backend's list is that of the application, which includes the database launcher; the web app's is read from its lock file.
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=../../backend/bin/toolchain
. backend/bin/toolchain

folder=${1:?sbom.sh wants a folder}
plugin=org.cyclonedx:cyclonedx-maven-plugin:2.9.3
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
find_java
find_maven
find_node

# The launcher is compiled in the same build: it is in no repository from which the application could take it.
step "Listing the backend's parts" mvn_ -pl :sild,:sild-database compile "$plugin:makeBom" \
  -DoutputFormat=json -DprojectType=application -DincludeProvidedScope=false -Dcyclonedx.skipAttach=true
cp "$backend/target/bom.json" "$folder/sild-backend.cdx.json"
npm --prefix "$frontend" sbom --package-lock-only \
  --sbom-format cyclonedx --sbom-type application >"$folder/sild-frontend.cdx.json"

node .github/scripts/sbom.mjs "$folder"
