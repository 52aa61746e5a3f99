#!/usr/bin/env bash
# Writes an SBOM for the backend and one for the web app (CycloneDX): sbom.sh FOLDER
# The backend's SBOM covers the application with the database launcher. The web app's is created from its lock file.
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=../../backend/bin/toolchain
. backend/bin/toolchain

folder=${1:?sbom.sh needs a folder}
plugin=org.cyclonedx:cyclonedx-maven-plugin:2.9.3
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
find_java
find_maven
find_node

# The launcher is compiled in the same build, because it is not published to a repository.
step "Listing the backend's components" mvn_ -pl :sild,:sild-database compile "$plugin:makeBom" \
  -DoutputFormat=json -DprojectType=application -DincludeProvidedScope=false -Dcyclonedx.skipAttach=true
cp "$backend/target/bom.json" "$folder/sild-backend.cdx.json"
npm --prefix "$frontend" sbom --package-lock-only \
  --sbom-format cyclonedx --sbom-type application >"$folder/sild-frontend.cdx.json"

node .github/scripts/sbom.mjs "$folder"
