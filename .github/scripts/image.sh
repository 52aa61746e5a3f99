#!/usr/bin/env bash
# Builds the container image and pushes it: image.sh v1.2.3
# IMAGE_REGISTRY says where to, as in registry.example.org/acme; where it is empty, there is no image. IMAGE_REGISTRY_USER and
# IMAGE_REGISTRY_PASSWORD sign in there.
set -euo pipefail
cd "$(dirname "$0")/../.."

tag=${1:?image.sh wants a tag, as in v1.2.3}
version=${tag#v}
if [ -z "${IMAGE_REGISTRY:-}" ]; then
  echo "::notice::There is no image: the repository's variable IMAGE_REGISTRY is empty."
  exit
fi

registry=$(tr '[:upper:]' '[:lower:]' <<<"${IMAGE_REGISTRY%/}")
image=$registry/sild:$version
metadata=$(mktemp)
trap 'rm -f "$metadata"' EXIT

docker login --username "${IMAGE_REGISTRY_USER:?}" --password-stdin "${registry%%/*}" <<<"${IMAGE_REGISTRY_PASSWORD:?}"
# The default builder keeps no record of how an image was built.
docker buildx create --use --driver docker-container >/dev/null
docker buildx build --file backend/Dockerfile --platform linux/amd64 --provenance mode=max --metadata-file "$metadata" --push --tag "$image" \
  --label org.opencontainers.image.title=Sild \
  --label org.opencontainers.image.licenses=Apache-2.0 \
  --label "org.opencontainers.image.version=$version" \
  --label "org.opencontainers.image.revision=${GITHUB_SHA:-$(git rev-parse HEAD)}" \
  --label "org.opencontainers.image.source=${GITHUB_SERVER_URL:-}/${GITHUB_REPOSITORY:-}" .

digest=$(node -p 'JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"))["containerimage.digest"] ?? ""' "$metadata")
[ -n "$digest" ] || { echo "The image was pushed, but its digest is not known." >&2; exit 1; }
echo "$image@$digest"
[ -z "${GITHUB_OUTPUT:-}" ] || echo "image=$image@$digest" >>"$GITHUB_OUTPUT"
