#!/usr/bin/env bash
# Builds the container image and pushes it: image.sh v1.2.3
# IMAGE_REGISTRY is the target, for example registry.example.org/acme. If it is empty, no image is built. IMAGE_REGISTRY_USER and
# IMAGE_REGISTRY_PASSWORD are its credentials.
set -euo pipefail
cd "$(dirname "$0")/../.."

tag=${1:?image.sh needs a tag such as v1.2.3}
version=${tag#v}
if [ -z "${IMAGE_REGISTRY:-}" ]; then
  echo "::notice::No image was built: the repository variable IMAGE_REGISTRY is empty."
  exit
fi

registry=$(tr '[:upper:]' '[:lower:]' <<<"${IMAGE_REGISTRY%/}")
image=$registry/sild:$version
metadata=$(mktemp)
trap 'rm -f "$metadata"' EXIT

docker login --username "${IMAGE_REGISTRY_USER:?}" --password-stdin "${registry%%/*}" <<<"${IMAGE_REGISTRY_PASSWORD:?}"
# The default builder does not record the provenance of an image.
docker buildx create --use --driver docker-container >/dev/null
docker buildx build --file backend/Dockerfile --platform linux/amd64 --provenance mode=max --metadata-file "$metadata" --push --tag "$image" \
  --label org.opencontainers.image.title=Sild \
  --label org.opencontainers.image.licenses=Apache-2.0 \
  --label "org.opencontainers.image.version=$version" \
  --label "org.opencontainers.image.revision=${GITHUB_SHA:-$(git rev-parse HEAD)}" \
  --label "org.opencontainers.image.source=${GITHUB_SERVER_URL:-}/${GITHUB_REPOSITORY:-}" .

digest=$(node -p 'JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"))["containerimage.digest"] ?? ""' "$metadata")
[ -n "$digest" ] || { echo "The image was pushed, but its digest is unknown." >&2; exit 1; }
echo "$image@$digest"
[ -z "${GITHUB_OUTPUT:-}" ] || echo "image=$image@$digest" >>"$GITHUB_OUTPUT"
