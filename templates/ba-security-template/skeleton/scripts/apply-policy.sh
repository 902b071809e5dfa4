#!/bin/sh
# Sets who may change the main branch of ${{ values.repositoryUrl }}, as baseline/branch-policy.json has it. Somebody who administers
# that repository runs it once, and again after a change of the file.
set -eu

policy=$(dirname "$0")/../baseline/branch-policy.json
{%- if values.pipeline == 'gitlab' %}
# GITLAB_TOKEN may administer the project.
address=${{ values.repositoryUrl }}
address=${address%.git}
host=$(echo "$address" | cut -d/ -f3)
project=$(echo "$address" | cut -d/ -f4- | sed 's|/|%2F|g')
projects=https://$host/api/v4/projects/$project/protected_branches
curl --silent --output /dev/null --request DELETE -H "PRIVATE-TOKEN: $GITLAB_TOKEN" "$projects/main"
curl --fail-with-body --silent --show-error -H "PRIVATE-TOKEN: $GITLAB_TOKEN" -H 'Content-Type: application/json' \
  --data "@$policy" "$projects"
{%- elif values.pipeline == 'azure' %}
# Needs az with the extension azure-devops, signed in. Its organisation and project are those of the defaults of az devops.
repository=$(basename ${{ values.repositoryUrl }} .git)
id=$(az repos show --repository "$repository" --query id --output tsv)
work=$(mktemp)
trap 'rm -f "$work"' EXIT
sed "s/\"repositoryId\": null/\"repositoryId\": \"$id\"/" "$policy" >"$work"
az repos policy create --policy-configuration "$work" --output none
{%- else %}
# Needs gh, signed in.
address=${{ values.repositoryUrl }}
address=${address%.git}
repository=$(echo "$address" | cut -d/ -f4-5)
host=$(echo "$address" | cut -d/ -f3)
id=$(gh api --hostname "$host" "repos/$repository/rulesets" --jq '.[] | select(.name == "main") | .id')
if [ -n "$id" ]; then
  gh api --hostname "$host" --method PUT "repos/$repository/rulesets/$id" --input "$policy" --silent
else
  gh api --hostname "$host" --method POST "repos/$repository/rulesets" --input "$policy" --silent
fi
{%- endif %}
