#!/bin/sh
# Brings one environment to what this repository says.
# Usage: deploy.sh <environment>. ARM_CLIENT_ID, ARM_TENANT_ID and ARM_SUBSCRIPTION_ID say as whom and where. Signs in with the token
# of the pipeline itself, so that no secret is kept anywhere; without one, with the identity of the agent. Needs the Azure CLI.
set -eu

environment=$(echo "$1" | tr '[:upper:]' '[:lower:]')
group=${{ values.name }}-$environment
parameters=environments/$environment.parameters.json

token=${CLOUD_ID_TOKEN:-}
if [ -n "${ACTIONS_ID_TOKEN_REQUEST_URL:-}" ]; then
  token=$(curl --fail --silent --show-error -H "Authorization: bearer $ACTIONS_ID_TOKEN_REQUEST_TOKEN" \
    "$ACTIONS_ID_TOKEN_REQUEST_URL&audience=api://AzureADTokenExchange" | sed 's/.*"value":"\([^"]*\)".*/\1/')
fi
if [ -n "$token" ]; then
  az login --service-principal --username "$ARM_CLIENT_ID" --tenant "$ARM_TENANT_ID" --federated-token "$token" --output none
else
  az login --identity --output none
fi
az account set --subscription "$ARM_SUBSCRIPTION_ID"

az group create --name "$group" --location ${{ values.region }} --output none \
  --tags owner=${{ values.owner.split('/') | last }} system=${{ values.system.split('/') | last }} \
  component=${{ values.name }} environment="$1" cost-centre=${{ values.costCentre }}
az deployment group what-if --resource-group "$group" --template-file azuredeploy.json --parameters "@$parameters"
az deployment group create --resource-group "$group" --template-file azuredeploy.json --parameters "@$parameters" \
  --name "$(printf '%.40s' "$VERSION")"
