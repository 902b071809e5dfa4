#!/bin/sh
# Publishes the package: as it is for production, and before that as a pre-release under the name of the environment.
# Usage: deploy.sh <environment>, with PACKAGE_REGISTRY (an https address) and PACKAGE_TOKEN.
set -eu

tag=$(echo "$1" | tr '[:upper:]' '[:lower:]')
name=$(node -p 'require("./package.json").name')
version=$(node -p 'require("./package.json").version')
settings=$(mktemp)
trap 'rm -f "$settings"' EXIT
cat >"$settings" <<EOF
registry=$PACKAGE_REGISTRY
//${PACKAGE_REGISTRY#https://}/:_authToken=$PACKAGE_TOKEN
EOF
export NPM_CONFIG_USERCONFIG="$settings"

case "$1" in
PROD1) tag=latest ;;
*)
  version=$version-$tag.$(printf '%.12s' "$VERSION")
  npm version --no-git-tag-version "$version"
  ;;
esac

if npm view "$name@$version" version >/dev/null 2>&1; then
  echo "$name@$version is published already. Raise the version in package.json to publish another."
  exit 0
fi
npm install --ignore-scripts
npm publish --tag "$tag"
