#!/usr/bin/env bash
# Prints the changelog section of a version: release-notes.sh 1.2.3
set -euo pipefail
cd "$(dirname "$0")/../.."

version=${1:?release-notes.sh needs a version such as 1.2.3}
# Command substitution removes the blank lines at the end, sed those at the start.
notes=$(awk -v version="$version" '$1 == "##" { inside = $2 == version; next } inside' backend/doc/changelog.md | sed '/./,$!d')
if [ -z "$notes" ]; then
  echo "backend/doc/changelog.md has no entries under \"## $version\"" >&2
  exit 1
fi
printf '%s\n' "$notes"
