import type { LockedPackage } from './readYarnLock';

/** The packages of a lock file as an inventory in CycloneDX. The same packages make the same bytes. */
export function writeCyclonedx(
  packages: readonly LockedPackage[],
  options: { tool: string; name: string },
): string {
  const components = packages
    .map(({ name, version, direct }) => ({
      type: 'library',
      'bom-ref': purlOf(name, version),
      name,
      version,
      purl: purlOf(name, version),
      direct,
    }))
    .sort((one, other) => (one.purl < other.purl ? -1 : 1));
  return JSON.stringify({
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      tools: { components: [{ type: 'application', name: options.tool }] },
      component: {
        type: 'application',
        'bom-ref': options.name,
        name: options.name,
      },
    },
    components: components.map(({ direct, ...component }) => component),
    dependencies: [
      {
        ref: options.name,
        dependsOn: components
          .filter(({ direct }) => direct)
          .map(({ purl }) => purl),
      },
    ],
  });
}

function purlOf(name: string, version: string): string {
  const path = name.split('/').map(encodeURIComponent).join('/');
  return `pkg:npm/${path}@${encodeURIComponent(version)}`;
}
