#!/bin/sh
# Everything that has to be right before a change is merged. The pipeline runs the same. Needs kubectl.
set -eu

. ./release.env
case "$IMAGE" in
*@sha256:*) ;;
*:latest | *:main | *:master)
  echo "$IMAGE moves: name a version, so that each environment gets what the one before it has run." >&2
  exit 1
  ;;
*:*) ;;
*)
  echo "$IMAGE has no version." >&2
  exit 1
  ;;
esac

for folder in deploy/overlays/*; do
  kubectl kustomize "$folder" >/dev/null
  echo "$folder can be built."
done
