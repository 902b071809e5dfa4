#!/bin/sh
# Publishes the contract of one environment, so that those who use the data find it beside the data.
# Usage: deploy.sh <environment>. DATASET_URL is the https folder of the data in that environment, DATASET_TOKEN may write to it.
set -eu

for file in contract.yaml schema/record.schema.json quality/checks.json lineage/lineage.json; do
  curl --fail-with-body --silent --show-error --retry 3 --upload-file "$file" -H "Authorization: Bearer $DATASET_TOKEN" \
    "$DATASET_URL/$(basename "$file")"
  echo "$1 has $file."
done
