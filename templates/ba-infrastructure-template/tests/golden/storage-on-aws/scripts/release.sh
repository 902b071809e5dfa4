#!/bin/sh
# Deploys to one environment and tells the developer portal how it ended, whatever the end.
# Usage: release.sh <environment>
set -eu

environment=$1
scripts=$(dirname "$0")
started_at=$(date -u +%Y-%m-%dT%H:%M:%SZ)
result=failure

report() {
  sh "$scripts/report-deployment.sh" "$environment" "$result" "$started_at" ||
    echo 'The portal could not be told. The deployment itself is not affected.' >&2
}
trap report EXIT
trap 'result=cancelled; exit 130' INT TERM

sh "$scripts/deploy.sh" "$environment"
result=success
