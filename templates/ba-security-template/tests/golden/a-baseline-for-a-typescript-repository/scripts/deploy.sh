#!/bin/sh
# Scans https://git.example.com/booking/shop.git with what an environment asks for, and fails where something keeps it from there.
# Usage: deploy.sh <environment>. REPOSITORY_TOKEN may read the repository; a public one needs none. Needs Docker and Git.
set -eu

environment=$(echo "$1" | tr '[:upper:]' '[:lower:]')
. "./environments/$environment.env"

work=$(mktemp -d "$PWD/scan.XXXXXX")
trap 'rm -rf "$work"' EXIT
mkdir -p results

# The token is given to Git by its environment: in the address it would be in the log and in the clone.
if [ -n "${REPOSITORY_TOKEN:-}" ]; then
  GIT_CONFIG_COUNT=1
  GIT_CONFIG_KEY_0=http.extraHeader
  GIT_CONFIG_VALUE_0="Authorization: Basic $(printf 'token:%s' "$REPOSITORY_TOKEN" | base64 | tr -d '\n')"
  export GIT_CONFIG_COUNT GIT_CONFIG_KEY_0 GIT_CONFIG_VALUE_0
fi
git clone --quiet https://git.example.com/booking/shop.git "$work/code"

tool() {
  docker run --rm -v "$work/code:/code:ro" -v "$PWD/baseline:/baseline:ro" -v "$PWD/results:/results" "$@"
}

failed=
echo 'Secrets, in the whole history'
tool zricethezav/gitleaks:v8.28.0 git /code --config /baseline/gitleaks.toml --redact \
  --report-format sarif --report-path /results/secrets.sarif || failed="$failed secrets"

echo 'Code'
tool -w /code semgrep/semgrep:1.170.0 semgrep scan --metrics=off --error \
  --config /baseline/semgrep.yaml --config p/typescript --sarif --output /results/code.sarif || failed="$failed code"

echo 'Dependencies, configuration and containers'
tool aquasec/trivy:0.69.3 fs --scanners vuln,misconfig --severity "$SEVERITIES" --ignore-unfixed="$IGNORE_UNFIXED" \
  --format sarif --output /results/dependencies.sarif --exit-code 1 /code || failed="$failed dependencies"

tool aquasec/trivy:0.69.3 fs --quiet --format cyclonedx --output /results/sbom.cdx.json /code

if [ -n "$failed" ]; then
  echo "Findings of these scans keep it from $1:$failed. They are in results/." >&2
  exit 1
fi
