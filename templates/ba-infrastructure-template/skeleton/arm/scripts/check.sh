#!/bin/sh
# Everything that can be checked without Azure. What-if in scripts/deploy.sh asks Azure itself.
set -eu

for file in azuredeploy.json environments/*.parameters.json; do
  python3 -m json.tool "$file" >/dev/null
  echo "$file can be read."
done
python3 scripts/check_parameters.py
