#!/usr/bin/env bash
# Prints the changelog's section of a version: release-notes.sh 1.2.3
set -euo pipefail
cd "$(dirname "$0")/../.."

version=${1:?release-notes.sh wants a version, as in 1.2.3}
# Command substitution takes the blank lines at the end, sed those at the start.
notes=$(awk -v version="$version" '$1 == "##" { inside = $2 == version; next } inside' backend/doc/changelog.md | sed '/./,$!d')
if [ -z "$notes" ]; then
  echo "backend/doc/changelog.md says nothing below \"## $version\"" >&2
  exit 1
fi
printf '%s\n' "$notes"
