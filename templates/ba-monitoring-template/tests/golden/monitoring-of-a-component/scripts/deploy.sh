#!/bin/sh
# Brings alerts, routes and the dashboard to the monitoring of one environment.
# Usage: deploy.sh <environment>, with the kubeconfig of its cluster in KUBE_CONFIG. Needs kubectl. MONITORING_NAMESPACE is where
# Prometheus, Alertmanager and Grafana run, if that is not monitoring.
set -eu

namespace=${MONITORING_NAMESPACE:-monitoring}

KUBECONFIG=$(mktemp)
export KUBECONFIG
trap 'rm -f "$KUBECONFIG"' EXIT
printf '%s' "$KUBE_CONFIG" >"$KUBECONFIG"

# Usage: put <what> <label> <file>. Prometheus, Alertmanager and Grafana load what carries their label.
put() {
  kubectl create configmap "example-monitoring-$1" --namespace "$namespace" --from-file="$3" --dry-run=client --output yaml |
    kubectl label --local --filename - "$2=1" --output yaml |
    kubectl apply --filename -
}

put rules prometheus_rule monitoring/rules.yaml
put routes alertmanager_config alertmanager/alertmanager.yaml
put dashboard grafana_dashboard monitoring/dashboard.json
