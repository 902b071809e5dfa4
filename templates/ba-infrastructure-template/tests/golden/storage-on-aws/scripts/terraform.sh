#!/bin/sh
# Runs Terraform; on a machine without it, its container, which gets what signs in to the cloud.
set -eu

version=1.11.4

if command -v terraform >/dev/null; then
  exec terraform "$@"
fi
exec docker run --rm --volume "$PWD:/src" --workdir /src \
  --volume "${AWS_WEB_IDENTITY_TOKEN_FILE:-/dev/null}:${AWS_WEB_IDENTITY_TOKEN_FILE:-/dev/null}:ro" \
  --env AWS_ROLE_ARN --env AWS_WEB_IDENTITY_TOKEN_FILE --env AWS_REGION \
  "hashicorp/terraform:$version" "$@"
