#!/bin/sh
# Brings one environment to what this repository says.
# Usage: deploy.sh <environment>. ARM_CLIENT_ID, ARM_TENANT_ID and ARM_SUBSCRIPTION_ID say as whom and where, STATE_ACCOUNT is the
# storage account of the state. Signs in with the token of the pipeline itself, so that no secret is kept anywhere; without one, with
# the identity of the agent.
set -eu

environment=$(echo "$1" | tr '[:upper:]' '[:lower:]')
terraform="$(dirname "$0")/terraform.sh"

if [ -n "${ACTIONS_ID_TOKEN_REQUEST_URL:-}" ]; then
  export ARM_USE_OIDC=true
elif [ -n "${CLOUD_ID_TOKEN:-}" ]; then
  export ARM_USE_OIDC=true ARM_OIDC_TOKEN="$CLOUD_ID_TOKEN"
else
  export ARM_USE_MSI=true
fi

sh "$terraform" init -input=false -reconfigure -backend-config="storage_account_name=$STATE_ACCOUNT" \
  -backend-config=container_name=state -backend-config="key=${{ values.name }}/$environment.tfstate"
# The plan that is shown is the one that is applied.
sh "$terraform" plan -input=false -var-file="environments/$environment.tfvars" -out=deploy.tfplan
sh "$terraform" apply -input=false deploy.tfplan
