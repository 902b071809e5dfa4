#!/bin/sh
# Brings one environment to what this repository says.
# Usage: deploy.sh <environment>. AWS_ROLE_ARN is the role that the pipeline takes on, STATE_BUCKET the bucket of the state.
# Signs in with the token of the pipeline itself, so that no key is kept anywhere; without one, with the identity of the agent.
set -eu

environment=$(echo "$1" | tr '[:upper:]' '[:lower:]')
terraform="$(dirname "$0")/terraform.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

token=${CLOUD_ID_TOKEN:-}
if [ -n "${ACTIONS_ID_TOKEN_REQUEST_URL:-}" ]; then
  token=$(curl --fail --silent --show-error -H "Authorization: bearer $ACTIONS_ID_TOKEN_REQUEST_TOKEN" \
    "$ACTIONS_ID_TOKEN_REQUEST_URL&audience=sts.amazonaws.com" | sed 's/.*"value":"\([^"]*\)".*/\1/')
fi
if [ -n "$token" ]; then
  AWS_WEB_IDENTITY_TOKEN_FILE=$work/token
  export AWS_WEB_IDENTITY_TOKEN_FILE
  printf '%s' "$token" >"$AWS_WEB_IDENTITY_TOKEN_FILE"
fi
AWS_REGION=$(sed -n 's/^region *= *"\(.*\)"/\1/p' "environments/$environment.tfvars")
export AWS_REGION

sh "$terraform" init -input=false -reconfigure -backend-config="bucket=$STATE_BUCKET" \
  -backend-config="key=example-infrastructure/$environment.tfstate" -backend-config="region=$AWS_REGION"
# The plan that is shown is the one that is applied.
sh "$terraform" plan -input=false -var-file="environments/$environment.tfvars" -out=deploy.tfplan
sh "$terraform" apply -input=false deploy.tfplan
