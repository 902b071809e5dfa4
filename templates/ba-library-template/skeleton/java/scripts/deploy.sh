#!/bin/sh
# Publishes the package: as a release for production, and before that as a snapshot.
# Usage: deploy.sh <environment>, with PACKAGE_REGISTRY (an https address) and PACKAGE_TOKEN.
set -eu

case "$1" in
{%- for environment in values.environments %}{% if environment.production %}
${{ environment.name }}) release=yes ;;
{%- endif %}{% endfor %}
*) release=no ;;
esac

if [ "$release" = yes ]; then
  mvn --batch-mode --no-transfer-progress org.codehaus.mojo:versions-maven-plugin:2.18.0:set -DremoveSnapshot -DgenerateBackupPoms=false
  version=$(mvn --quiet org.apache.maven.plugins:maven-help-plugin:3.5.1:evaluate -Dexpression=project.version -DforceStdout)
  pom=${{ values.system.split('/') | last }}/${{ values.name }}/$version/${{ values.name }}-$version.pom
  if curl --fail --silent --output /dev/null --user "token:$PACKAGE_TOKEN" "$PACKAGE_REGISTRY/$pom"; then
    echo "Version $version is published already. Raise it in pom.xml to publish another."
    exit 0
  fi
fi
mvn --batch-mode --no-transfer-progress --settings .mvn/settings.xml deploy \
  -DaltDeploymentRepository="packages::$PACKAGE_REGISTRY"
