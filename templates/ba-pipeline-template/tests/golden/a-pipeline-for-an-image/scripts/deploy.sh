#!/bin/sh
# Brings $IMAGE to one environment, waits until it serves, and takes it back where it does not.
# Usage: deploy.sh <environment>, with the kubeconfig of its cluster in KUBE_CONFIG. Needs kubectl and kustomize.
set -eu

environment=$(echo "$1" | tr '[:upper:]' '[:lower:]')
folder=deploy/overlays/$environment
namespace=$(sed -n 's/^namespace: //p' "$folder/kustomization.yaml")
# A repository that rolls out what was built elsewhere says here what that is.
if [ -f release.env ]; then
  . ./release.env
fi
workload=deployment/example-pipeline

KUBECONFIG=$(mktemp)
export KUBECONFIG
trap 'rm -f "$KUBECONFIG"' EXIT
printf '%s' "$KUBE_CONFIG" >"$KUBECONFIG"

(cd "$folder" && kustomize edit set image "app=$IMAGE")
kubectl apply --kustomize "$folder"
if ! kubectl --namespace "$namespace" rollout status "$workload" --timeout 5m; then
  kubectl --namespace "$namespace" rollout undo "$workload"
  exit 1
fi
