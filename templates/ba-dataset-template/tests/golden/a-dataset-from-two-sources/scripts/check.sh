#!/bin/sh
# Everything that has to be right before a change is merged. The pipeline runs the same. Needs Python 3.11.
set -eu

for file in schema/*.json quality/*.json lineage/*.json; do
  python3 -m json.tool "$file" >/dev/null
done
python3 -m unittest discover --start-directory tests
python3 scripts/check_records.py data/sample.csv
