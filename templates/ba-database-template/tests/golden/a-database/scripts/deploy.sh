#!/bin/sh
# Makes or changes the database of one environment, and applies the migrations that it lacks.
# Usage: deploy.sh <environment>, with the kubeconfig of its cluster in KUBE_CONFIG. Needs kubectl.
set -eu

environment=$(echo "$1" | tr '[:upper:]' '[:lower:]')
folder=deploy/$environment
namespace=$(sed -n 's/^namespace: //p' "$folder/kustomization.yaml")

KUBECONFIG=$(mktemp)
export KUBECONFIG
trap 'rm -f "$KUBECONFIG"' EXIT
printf '%s' "$KUBE_CONFIG" >"$KUBECONFIG"

kube() {
  kubectl --namespace "$namespace" "$@"
}

kubectl apply --kustomize "$folder"
kube wait --for=condition=Ready cluster.postgresql.cnpg.io/example-database --timeout 15m

# The database is reached from inside of the cluster only, so that the migrations run there.
kube create configmap migrations --from-file=migrations --from-file=grants.sql --from-file=scripts/migrate.sh \
  --dry-run=client --output yaml | kube apply --filename -
kube delete job migrate --ignore-not-found
kube apply --filename deploy/migrate.yaml
if ! kube wait --for=condition=Complete job/migrate --timeout 10m; then
  kube logs job/migrate
  exit 1
fi
