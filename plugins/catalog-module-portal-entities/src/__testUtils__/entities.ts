import type { Entity } from '@backstage/catalog-model';

function entity(kind: string, name: string, spec: Entity['spec']): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', description: `What ${name} is` },
    spec,
    relations: [{ type: 'ownedBy', targetRef: 'group:default/booking' }],
  };
}

/** A library with everything that can be said of one. */
export const library = entity('Component', 'money-java', {
  type: 'library',
  owner: 'booking',
  lifecycle: 'production',
  language: 'Java',
  packageName: 'example.brennvik:money',
  ecosystem: 'maven',
  latestVersion: '3.0.1',
  supportedVersions: ['2.x', '3.x'],
});

/** A dataset with everything that can be said of one. */
export const dataset = entity('Resource', 'parcel-journeys', {
  type: 'dataset',
  owner: 'booking',
  format: 'parquet',
  classification: 'confidential',
  updateFrequency: 'hourly',
  retention: 'P3Y',
  schema: 'https://schemas.example/parcel-journeys',
});

/** A way to production of three environments. */
export const environments = [
  ['DEV1', 'development', 1, 'SIT1'],
  ['SIT1', 'test', 2, 'PROD1'],
  ['PROD1', 'production', 3, undefined],
].map(([name, stage, order, promotesTo]) =>
  entity('Resource', name as string, {
    type: 'environment',
    owner: 'booking',
    stage,
    order,
    production: stage === 'production',
    ...(promotesTo && { promotesTo }),
  }),
);
