#!/usr/bin/env bash
# Tries the release's scripts on a copy of what they read: a release that fits, and everything that can be wrong with one.
set -euo pipefail
cd "$(dirname "$0")/../.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
failed=0

# prepare: a tree from which v2.3.4 can be released.
prepare() {
  rm -rf "$work/tree"
  mkdir -p "$work"/tree/{.github,frontend,backend/{bin,database,doc,src/test/resources/released}}
  cp -R .github/scripts "$work/tree/.github/"
  cp openapi.yaml "$work/tree/"
  cp backend/pom.xml backend/reactor.xml "$work/tree/backend/"
  cp backend/database/pom.xml "$work/tree/backend/database/"
  cp backend/doc/changelog.md "$work/tree/backend/doc/"
  cp frontend/package.json frontend/package-lock.json "$work/tree/frontend/"
  cd "$work/tree"
  edit backend/pom.xml 's|^  <version>.*|  <version>2.3.4</version>|'
  edit backend/database/pom.xml 's|^  <version>.*|  <version>2.3.4</version>|'
  edit backend/reactor.xml 's|^  <version>.*|  <version>2.3.4</version>|'
  npm --prefix frontend version --no-git-tag-version 2.3.4 >/dev/null
  edit openapi.yaml 's|^  version: .*|  version: 2.3.4|'
  edit backend/doc/changelog.md '/^## Unreleased/,/^## [0-9]/{/^## [0-9]/!d;}'
  printf '\n## 2.3.4\n\n### Added\n\n- A bridge.\n\n\n## 2.3.3\n\n- A ford.\n' >>backend/doc/changelog.md
  keep_contract
}

edit() {
  sed -i.before "$2" "$1"
  rm "$1.before"
}

keep_contract() {
  gzip -9nc openapi.yaml >backend/src/test/resources/released/v2.3.4.yaml.gz
}

# try NAME STATUS TEXT COMMAND…: the command ends with the status and says the text.
try() {
  local name=$1 status=$2 text=$3 said=0
  shift 3
  "$@" >"$work/said" 2>&1 || said=$?
  if [ "$said" -eq "$status" ] && grep -qF -- "$text" <(cat "$work/said"; echo); then
    passed=$((passed + 1))
    echo "ok: $name"
  else
    failed=$((failed + 1))
    echo "FAILED: $name: ended with $said and not $status, or did not say \"$text\" but:"
    sed 's/^/  /' "$work/said"
  fi
}

# wrong NAME TEXT FILE EDIT: v2.3.4 cannot be released with this edit.
wrong() {
  (prepare && edit "$3" "$4")
  try "$1" 1 "$2" "$work/tree/.github/scripts/check-release.sh" v2.3.4
}

check=$work/tree/.github/scripts/check-release.sh
notes=$work/tree/.github/scripts/release-notes.sh

(prepare)
try "a release that fits" 0 "v2.3.4: the versions, the changelog and the contract fit" "$check" v2.3.4
try "no tag" 1 "wants a tag" "$check"
try "a tag without its v" 1 '"2.3.4" is not a release'"'"'s tag' "$check" 2.3.4
try "a tag of two numbers" 1 '"v2.3" is not a release'"'"'s tag' "$check" v2.3
try "another tag" 1 'backend/pom.xml has version "2.3.4" and not "2.3.5"' "$check" v2.3.5
try "a tag that is not in the changelog" 1 'says nothing below "## 2.3.5"' "$check" v2.3.5
wrong "the backend's version" 'backend/pom.xml has version "2.3.3"' backend/pom.xml 's|^  <version>2.3.4|  <version>2.3.3|'
wrong "the launcher's version" 'backend/database/pom.xml has version "2.3.3"' backend/database/pom.xml 's|^  <version>2.3.4|  <version>2.3.3|'
wrong "the build's version" 'backend/reactor.xml has version "2.3.3"' backend/reactor.xml 's|^  <version>2.3.4|  <version>2.3.3|'
wrong "the web app's version" 'frontend/package.json has version "2.3.3"' frontend/package.json 's|"version": "2.3.4"|"version": "2.3.3"|'
wrong "the lock file's version" 'frontend/package-lock.json has version "2.3.3"' frontend/package-lock.json '3s|2.3.4|2.3.3|'
wrong "the contract's version" 'openapi.yaml has version "2.3.3"' openapi.yaml 's|^  version: 2.3.4|  version: 2.3.3|'
wrong "another contract than the kept one" 'v2.3.4.yaml.gz is not openapi.yaml' openapi.yaml 's|^  title: Sild|  title: Tamm|'
wrong "no section in the changelog" 'says nothing below "## 2.3.4"' backend/doc/changelog.md 's|^## 2.3.4|## 2.3.40|'
wrong "an empty section in the changelog" 'says nothing below "## 2.3.4"' backend/doc/changelog.md '/^## 2.3.4/,/^## 2.3.3/{/^## /!d;}'
wrong "entries that are still unreleased" 'has 1 entries below "## Unreleased": they belong to 2.3.4' backend/doc/changelog.md 's|^## 2.3.4|## Unreleased\n\n- Late.\n\n&|'
(prepare && rm backend/src/test/resources/released/v2.3.4.yaml.gz)
try "no kept contract" 1 'v2.3.4.yaml.gz is missing' "$check" v2.3.4

(prepare)
try "the notes of a version" 0 "- A bridge." "$notes" 2.3.4
"$notes" 2.3.4 >"$work/notes"
try "nothing of other versions, no empty lines around" 0 "" diff - "$work/notes" <<<$'### Added\n\n- A bridge.'
try "the notes of the last section" 0 "- A ford." "$notes" 2.3.3
try "the notes of no version" 1 'says nothing below "## 9.9.9"' "$notes" 9.9.9
# A dot is no wildcard, and the beginning of a version is not the version.
try "the notes of a part of a version" 1 'says nothing below "## 2.3"' "$notes" 2.3
try "the notes of something like a version" 1 'says nothing below "## 2.3x4"' "$notes" 2.3x4

try "no registry" 0 "::notice::There is no image" env IMAGE_REGISTRY= .github/scripts/image.sh v2.3.4
try "a registry without a user" 1 "IMAGE_REGISTRY_USER" env -u IMAGE_REGISTRY_USER IMAGE_REGISTRY=registry.example.org/acme .github/scripts/image.sh v2.3.4

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
