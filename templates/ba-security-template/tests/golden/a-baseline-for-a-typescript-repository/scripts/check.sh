#!/bin/sh
# Everything that has to be right before a change is merged. The pipeline runs the same.
# On a machine without Semgrep its container does the same.
set -eu

semgrep() {
  if command -v semgrep >/dev/null; then
    command semgrep "$@"
  else
    docker run --rm -v "$PWD:/src:ro" -w /src semgrep/semgrep:1.170.0 semgrep "$@"
  fi
}

for file in scripts/*.sh; do
  sh -n "$file"
done
for file in environments/*.env; do
  sh -euc '. "./$1"; : "$SEVERITIES" "$IGNORE_UNFIXED"' check "$file"
done
semgrep scan --validate --metrics=off --config baseline/semgrep.yaml
