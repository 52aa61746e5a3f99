#!/usr/bin/env bash
# Checks that a tag, the versions in the tree, the changelog, the stored contract and the stored migrations belong to the same release: check-release.sh v1.2.3
# Reports every mismatch, not only the first.
set -euo pipefail
cd "$(dirname "$0")/../.."

tag=${1:?check-release.sh needs a tag such as v1.2.3}
version=${tag#v}
failed=0

fail() {
  printf '%s\n' "$*" >&2
  failed=1
}

# check_version FILE FOUND: the version in a file is the version of the tag.
check_version() {
  [ "$2" = "$version" ] || fail "$1 has version \"$2\" instead of \"$version\""
}

[[ $tag =~ ^v(0|[1-9][0-9]*)(\.(0|[1-9][0-9]*)){2}(-[0-9A-Za-z.-]+)?$ ]] || fail "\"$tag\" is not a release tag such as v1.2.3 or v1.2.3-rc.1"

for pom in backend/pom.xml backend/database/pom.xml backend/reactor.xml; do
  check_version "$pom" "$(sed -n '/^  <version>/{s|^  <version>\(.*\)</version>$|\1|p;q;}' "$pom")"
done
for lock in package package-lock; do
  check_version "frontend/$lock.json" "$(node -p 'require(process.argv[1]).version' "$PWD/frontend/$lock.json")"
done
check_version openapi.yaml "$(awk '/^[^ ]/ { inside = $1 == "info:" } inside && /^  version:/ { gsub(/["\047]/, "", $2); print $2 }' openapi.yaml)"

.github/scripts/release-notes.sh "$version" >/dev/null || failed=1
if left=$(.github/scripts/release-notes.sh Unreleased 2>/dev/null); then
  fail "backend/doc/changelog.md has $(grep -c '^- ' <<<"$left" || true) entries under \"## Unreleased\"; move them to $version"
fi

contract=backend/src/test/resources/released/$tag.yaml.gz
if [ ! -e "$contract" ]; then
  fail "$contract is missing"
elif ! gzip -dc "$contract" | cmp -s - openapi.yaml; then
  fail "$contract differs from openapi.yaml"
fi

migrations=backend/src/test/resources/released/$tag.migrations.zip
if [ ! -e "$migrations" ]; then
  fail "$migrations is missing"
elif ! cmp -s <(unzip -p "$migrations") <(LC_ALL=C; cat backend/src/main/resources/db/migration/*.sql); then
  fail "$migrations differs from backend/src/main/resources/db/migration"
fi
[ -e "${migrations%.migrations.zip}.rows.sql" ] || fail "${migrations%.migrations.zip}.rows.sql is missing"

[ "$failed" -eq 0 ] || exit 1
echo "$tag: the versions, the changelog, the contract and the migrations match"
