#!/bin/sh
# Checks where alerts go, and that those of production reach somebody. On a machine without amtool its container does the same.
# The alerts themselves are tested by check-monitoring.sh.
set -eu

amtool() {
  if command -v amtool >/dev/null; then
    command amtool "$@"
  else
    docker run --rm --entrypoint amtool -v "$PWD:/src:ro" -w /src prom/alertmanager:v0.28.1 "$@"
  fi
}

config=alertmanager/alertmanager.yaml
amtool check-config "$config"
amtool config routes test --config.file="$config" --verify.receivers=team-chat severity=warning
amtool config routes test --config.file="$config" --verify.receivers=portal severity=critical environment=DEV1
amtool config routes test --config.file="$config" --verify.receivers=portal,on-call severity=critical environment=PROD1
