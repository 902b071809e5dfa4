#!/bin/sh
# Everything that has to be right before a change is merged. The pipeline runs the same.
set -eu

if [ -f package-lock.json ]; then
  npm ci --ignore-scripts
else
  npm install --ignore-scripts
fi
# Fails where openapi.yaml was changed and `npm run generate` was forgotten.
npm run contract
npm run lint
npm run types
npm test
