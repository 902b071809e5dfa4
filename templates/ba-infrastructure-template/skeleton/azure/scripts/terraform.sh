#!/bin/sh
# Runs Terraform; on a machine without it, its container, which gets what signs in to the cloud.
set -eu

version=1.11.4

if command -v terraform >/dev/null; then
  exec terraform "$@"
fi
exec docker run --rm --volume "$PWD:/src" --workdir /src \
  --env ARM_CLIENT_ID --env ARM_TENANT_ID --env ARM_SUBSCRIPTION_ID --env ARM_USE_OIDC --env ARM_OIDC_TOKEN --env ARM_USE_MSI \
  --env ACTIONS_ID_TOKEN_REQUEST_URL --env ACTIONS_ID_TOKEN_REQUEST_TOKEN \
  "hashicorp/terraform:$version" "$@"
