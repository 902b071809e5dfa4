#!/bin/sh
# Lists what this repository is made of (sbom.cdx.json), and fails at a high or critical vulnerability, secret or misconfiguration.
# Usage: scan.sh [image], where image is one that was built here and is scanned as well.
set -eu

image=${1:-}
if [ -z "$image" ] && [ -f release.env ]; then
  . ./release.env
  image=$IMAGE
fi
version=0.69.3

# On a machine without Trivy its container does the same; the socket lets it see images that were only built here.
trivy() {
  if command -v trivy >/dev/null; then
    command trivy "$@"
  else
    docker run --rm -v "$PWD:/src" -w /src -v /var/run/docker.sock:/var/run/docker.sock "aquasec/trivy:$version" "$@"
  fi
}

trivy fs --quiet --format cyclonedx --output sbom.cdx.json .
trivy fs --scanners vuln,secret,misconfig --severity HIGH,CRITICAL --ignorefile .trivyignore.yaml --exit-code 1 .
if [ -n "$image" ]; then
  trivy image --severity HIGH,CRITICAL --ignore-unfixed --ignorefile .trivyignore.yaml --exit-code 1 "$image"
fi
