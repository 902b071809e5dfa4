#!/bin/sh
# Checks the alerts and runs their tests; on a machine without promtool its container does.
set -eu

cd monitoring
promtool() {
  if command -v promtool >/dev/null; then
    command promtool "$@"
  else
    docker run --rm --entrypoint promtool -v "$PWD:/src:ro" -w /src prom/prometheus:v3.7.3 "$@"
  fi
}

promtool check rules rules.yaml
promtool test rules rules.test.yaml
