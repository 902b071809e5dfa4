#!/bin/sh
# Tells the developer portal of one deployment, where PORTAL_URL says that it should.
# Usage: report-deployment.sh <environment> <success|failure|cancelled> <started at>
# DEPLOYMENT_ID is unique for each run of the pipeline, VERSION is the commit, RUN_URL the page of the run.
set -eu

if [ -z "${PORTAL_URL:-}" ]; then
  echo 'PORTAL_URL is not set: the portal is not told by this pipeline.'
  exit 0
fi

finished_at=$(date -u +%Y-%m-%dT%H:%M:%SZ)
curl --fail-with-body --silent --show-error --max-time 20 --retry 5 \
  -H "Authorization: Bearer $PORTAL_TOKEN" \
  -H 'Content-Type: application/json' \
  --data-binary @- "$PORTAL_URL/api/webhooks/v1/generic" <<EOF
{
  "type": "deployment",
  "id": "example-library-$DEPLOYMENT_ID-$1",
  "entityRef": "component:default/example-library",
  "environment": "$1",
  "version": "$VERSION",
  "sha": "$VERSION",
  "startedAt": "$3",
  "finishedAt": "$finished_at",
  "result": "$2",
  "url": "$RUN_URL"
}
EOF
