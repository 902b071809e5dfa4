#!/bin/sh
# Sets who may change the main branch of https://git.example.com/booking/shop.git, as baseline/branch-policy.json has it. Somebody who administers
# that repository runs it once, and again after a change of the file.
set -eu

policy=$(dirname "$0")/../baseline/branch-policy.json
# Needs gh, signed in.
address=https://git.example.com/booking/shop.git
address=${address%.git}
repository=$(echo "$address" | cut -d/ -f4-5)
host=$(echo "$address" | cut -d/ -f3)
id=$(gh api --hostname "$host" "repos/$repository/rulesets" --jq '.[] | select(.name == "main") | .id')
if [ -n "$id" ]; then
  gh api --hostname "$host" --method PUT "repos/$repository/rulesets/$id" --input "$policy" --silent
else
  gh api --hostname "$host" --method POST "repos/$repository/rulesets" --input "$policy" --silent
fi
