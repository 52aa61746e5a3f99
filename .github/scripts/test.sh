#!/usr/bin/env bash
# Tests the release scripts on a copy of the files they read: a valid release, and every possible mismatch.
set -euo pipefail
cd "$(dirname "$0")/../.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
failed=0

# prepare: creates a tree from which v2.3.4 can be released.
prepare() {
  rm -rf "$work/tree"
  mkdir -p "$work"/tree/{.github,frontend,backend/{bin,database,doc,src/{main/resources/db/migration,test/resources/released}}}
  cp -R .github/scripts "$work/tree/.github/"
  cp openapi.yaml "$work/tree/"
  cp backend/pom.xml backend/reactor.xml "$work/tree/backend/"
  cp backend/database/pom.xml "$work/tree/backend/database/"
  cp backend/doc/changelog.md "$work/tree/backend/doc/"
  git archive "HEAD:backend/src/main/resources/db/migration" | tar -x -C "$work/tree/backend/src/main/resources/db/migration"
  git archive --format=zip -o "$work/tree/backend/src/test/resources/released/v2.3.4.migrations.zip" "HEAD:backend/src/main/resources/db/migration"
  cp frontend/package.json frontend/package-lock.json "$work/tree/frontend/"
  cd "$work/tree"
  edit backend/pom.xml 's|^  <version>.*|  <version>2.3.4</version>|'
  edit backend/database/pom.xml 's|^  <version>.*|  <version>2.3.4</version>|'
  edit backend/reactor.xml 's|^  <version>.*|  <version>2.3.4</version>|'
  npm --prefix frontend version --no-git-tag-version 2.3.4 >/dev/null
  edit openapi.yaml 's|^  version: .*|  version: 2.3.4|'
  edit backend/doc/changelog.md '/^## Unreleased/,/^## [0-9]/{/^## [0-9]/!d;}'
  printf '\n## 2.3.4\n\n### Added\n\n- A bridge.\n\n\n## 2.3.3\n\n- A ford.\n' >>backend/doc/changelog.md
  store_contract
  echo "select 1;" >backend/src/test/resources/released/v2.3.4.rows.sql
}

edit() {
  sed -i.before "$2" "$1"
  rm "$1.before"
}

store_contract() {
  gzip -9nc openapi.yaml >backend/src/test/resources/released/v2.3.4.yaml.gz
}

# expect NAME STATUS TEXT COMMAND…: the command exits with the status, and its output contains the text.
expect() {
  local name=$1 status=$2 text=$3 actual=0
  shift 3
  "$@" >"$work/output" 2>&1 || actual=$?
  if [ "$actual" -eq "$status" ] && grep -qF -- "$text" <(cat "$work/output"; echo); then
    passed=$((passed + 1))
    echo "ok: $name"
  else
    failed=$((failed + 1))
    echo "FAILED: $name: expected status $status and \"$text\", got status $actual and:"
    sed 's/^/  /' "$work/output"
  fi
}

# reject NAME TEXT FILE EDIT: v2.3.4 cannot be released after this edit.
reject() {
  (prepare && edit "$3" "$4")
  expect "$1" 1 "$2" "$work/tree/.github/scripts/check-release.sh" v2.3.4
}

check=$work/tree/.github/scripts/check-release.sh
notes=$work/tree/.github/scripts/release-notes.sh

(prepare)
expect "a valid release" 0 "v2.3.4: the versions, the changelog, the contract and the migrations match" "$check" v2.3.4
expect "no tag" 1 "needs a tag" "$check"
expect "a tag without its v" 1 '"2.3.4" is not a release tag' "$check" 2.3.4
expect "a tag with two numbers" 1 '"v2.3" is not a release tag' "$check" v2.3
expect "another tag" 1 'backend/pom.xml has version "2.3.4" instead of "2.3.5"' "$check" v2.3.5
expect "a version that is not in the changelog" 1 'has no entries under "## 2.3.5"' "$check" v2.3.5
reject "the backend's version" 'backend/pom.xml has version "2.3.3"' backend/pom.xml 's|^  <version>2.3.4|  <version>2.3.3|'
reject "the launcher's version" 'backend/database/pom.xml has version "2.3.3"' backend/database/pom.xml 's|^  <version>2.3.4|  <version>2.3.3|'
reject "the build's version" 'backend/reactor.xml has version "2.3.3"' backend/reactor.xml 's|^  <version>2.3.4|  <version>2.3.3|'
reject "the web app's version" 'frontend/package.json has version "2.3.3"' frontend/package.json 's|"version": "2.3.4"|"version": "2.3.3"|'
reject "the lock file's version" 'frontend/package-lock.json has version "2.3.3"' frontend/package-lock.json '3s|2.3.4|2.3.3|'
reject "the contract's version" 'openapi.yaml has version "2.3.3"' openapi.yaml 's|^  version: 2.3.4|  version: 2.3.3|'
reject "a contract that differs from the stored one" 'v2.3.4.yaml.gz differs from openapi.yaml' openapi.yaml 's|^  title: Sild|  title: Tamm|'
reject "migrations that differ from the stored ones" 'v2.3.4.migrations.zip differs from backend/src/main/resources/db/migration' \
  backend/src/main/resources/db/migration/V001__create_settings.sql '1s|^|-- Changed.|'
reject "no section in the changelog" 'has no entries under "## 2.3.4"' backend/doc/changelog.md 's|^## 2.3.4|## 2.3.40|'
reject "an empty section in the changelog" 'has no entries under "## 2.3.4"' backend/doc/changelog.md '/^## 2.3.4/,/^## 2.3.3/{/^## /!d;}'
reject "unreleased entries" 'has 1 entries under "## Unreleased"; move them to 2.3.4' backend/doc/changelog.md 's|^## 2.3.4|## Unreleased\n\n- Late.\n\n&|'
(prepare && rm backend/src/test/resources/released/v2.3.4.yaml.gz)
expect "no stored contract" 1 'v2.3.4.yaml.gz is missing' "$check" v2.3.4

(prepare && rm backend/src/test/resources/released/v2.3.4.migrations.zip)
expect "no stored migrations" 1 'v2.3.4.migrations.zip is missing' "$check" v2.3.4
(prepare && rm backend/src/test/resources/released/v2.3.4.rows.sql)
expect "no rows to upgrade" 1 'v2.3.4.rows.sql is missing' "$check" v2.3.4

(prepare)
expect "the notes of a version" 0 "- A bridge." "$notes" 2.3.4
"$notes" 2.3.4 >"$work/notes"
expect "no notes of other versions, no empty lines around them" 0 "" diff - "$work/notes" <<<$'### Added\n\n- A bridge.'
expect "the notes of the last section" 0 "- A ford." "$notes" 2.3.3
expect "the notes of an unknown version" 1 'has no entries under "## 9.9.9"' "$notes" 9.9.9
# A dot is not a wildcard, and a prefix of a version does not match.
expect "the notes of a prefix of a version" 1 'has no entries under "## 2.3"' "$notes" 2.3
expect "the notes of a similar version" 1 'has no entries under "## 2.3x4"' "$notes" 2.3x4

expect "no registry" 0 "::notice::No image was built" env IMAGE_REGISTRY= .github/scripts/image.sh v2.3.4
expect "a registry without a user" 1 "IMAGE_REGISTRY_USER" env -u IMAGE_REGISTRY_USER IMAGE_REGISTRY=registry.example.org/acme .github/scripts/image.sh v2.3.4

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
