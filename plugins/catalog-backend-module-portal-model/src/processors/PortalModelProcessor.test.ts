import type { Entity } from '@backstage/catalog-model';
import type { EnvironmentLookup } from './EnvironmentLookup';
import { PortalModelProcessor } from './PortalModelProcessor';

class KnownEnvironments implements EnvironmentLookup {
  constructor(private readonly entities: Entity[]) {}

  async getByRef(entityRef: string) {
    return this.entities.find(
      ({ kind, metadata }) =>
        `${kind}:${metadata.namespace ?? 'default'}/${
          metadata.name
        }`.toLowerCase() === entityRef,
    );
  }

  async getByName(name: string) {
    return this.entities.filter(
      ({ metadata, spec }) =>
        spec?.type === 'environment' &&
        metadata.name.toLowerCase() === name.toLowerCase(),
    );
  }
}

function entity(
  kind: string,
  name: string,
  spec: Entity['spec'],
  namespace?: string,
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      ...(namespace && { namespace }),
      annotations: {
        'backstage.io/managed-by-location': 'file:/repo/catalog-info.yaml',
      },
    },
    spec,
  };
}

const environment = {
  type: 'environment',
  owner: 'platform',
  stage: 'test',
  order: 2,
  production: false,
};
const dataset = {
  type: 'dataset',
  owner: 'data',
  format: 'parquet',
  classification: 'internal',
  updateFrequency: 'daily',
};
const library = {
  type: 'library',
  owner: 'platform',
  lifecycle: 'production',
  language: 'TypeScript',
  packageName: '@example/rates',
};

function announcement(spec: Entity['spec']): Entity {
  return {
    ...entity('Announcement', 'tea', {
      owner: 'platform',
      text: 'There is tea.',
      ...spec,
    }),
    apiVersion: 'portal/v1alpha1',
  };
}

const processor = PortalModelProcessor.create({
  environments: new KnownEnvironments([
    entity('Resource', 'SIT1', { ...environment, order: 2 }),
    entity('Resource', 'UAT1', { ...environment, order: 3 }),
    entity('Resource', 'orders-db', { type: 'database', owner: 'data' }),
  ]),
});

describe('PortalModelProcessor', () => {
  it.each<[string, Entity]>([
    [
      'an environment',
      entity('Resource', 'DEV1', {
        ...environment,
        order: 1,
        promotesTo: 'SIT1',
      }),
    ],
    [
      'an environment that promotes to one by its full reference',
      entity('Resource', 'DEV1', {
        ...environment,
        order: 1,
        promotesTo: 'resource:default/sit1',
      }),
    ],
    [
      'an environment whose next one has not arrived yet',
      entity('Resource', 'DEV1', { ...environment, promotesTo: 'QA9' }),
    ],
    [
      'the known environment itself',
      entity('Resource', 'sit1', { ...environment, promotesTo: 'UAT1' }),
    ],
    [
      'production',
      entity('Resource', 'PROD1', {
        ...environment,
        stage: 'production',
        production: true,
      }),
    ],
    ['a dataset', entity('Resource', 'claims', dataset)],
    [
      'a dataset with everything',
      entity('Resource', 'claims', {
        ...dataset,
        retention: 'P1Y6M',
        schema: 'https://schemas.example/claims',
      }),
    ],
    ['a library', entity('Component', 'rates', library)],
    [
      'a library with everything',
      entity('Component', 'rates', {
        ...library,
        ecosystem: 'npm',
        latestVersion: '2.0.0-rc.1',
        supportedVersions: ['1.x', '2.x'],
      }),
    ],
    ['an announcement', announcement({})],
    [
      'an announcement with everything',
      announcement({
        severity: 'critical',
        from: '2028-02-29',
        until: '2028-02-29',
        audience: ['payments', 'group:default/booking'],
      }),
    ],
    [
      'a field of another plugin',
      entity('Component', 'rates', { ...library, audience: 'all' }),
    ],
    [
      'a resource of a type that is not ours',
      entity('Resource', 'orders-db', { type: 'database' }),
    ],
    [
      'a component of a type that is not ours',
      entity('Component', 'shop', { type: 'service' }),
    ],
    [
      'a Component of a type that is ours for a Resource',
      entity('Component', 'shop', { type: 'dataset' }),
    ],
    [
      'a kind without spec',
      { apiVersion: 'v1', kind: 'Thing', metadata: { name: 'thing' } },
    ],
  ])('lets %s pass on to the catalog', async (_, good) => {
    await expect(processor.validateEntityKind(good)).resolves.toBe(false);
  });

  it.each<[string, Entity, string]>([
    [
      'an announcement of an unknown severity',
      announcement({ severity: 'loud' }),
      'announcement:default/tea: spec.severity must be one of info, warning, critical',
    ],
    [
      'an announcement that says nothing',
      announcement({ text: '' }),
      'spec.text must not be empty',
    ],
    [
      'an announcement of nobody',
      announcement({ owner: undefined as never }),
      'spec.owner is missing (the group that says it, and takes it down)',
    ],
    [
      'an announcement with a date in words',
      announcement({ until: 'Friday' }),
      'spec.until is not written as expected (the last day on which it is shown, such as 2026-12-24, in UTC)',
    ],
    [
      'an announcement on a day that does not exist',
      announcement({ from: '2026-02-30' }),
      'spec.from is 2026-02-30, which is not in the calendar',
    ],
    [
      'an announcement that ends before it begins',
      announcement({ from: '2026-12-02', until: '2026-12-01' }),
      'spec.from, 2026-12-02, is after spec.until, 2026-12-01: it would never be shown; swap them',
    ],
    [
      'an announcement of another version',
      { ...announcement({}), apiVersion: 'portal/v2' },
      'apiVersion must be portal/v1alpha1, but is "portal/v2"',
    ],
    [
      'an unknown stage',
      entity('Resource', 'QA1', { ...environment, stage: 'qa' }),
      'resource:default/qa1: spec.stage must be one of development, test, acceptance, pre-production, production (what the environment is for), but is "qa"',
    ],
    [
      'an order in words',
      entity('Resource', 'QA1', { ...environment, order: 'second' }),
      'spec.order must be a whole number (its position on the way to production, counted upwards), but is "second"',
    ],
    [
      'an order below zero',
      entity('Resource', 'QA1', { ...environment, order: -1 }),
      'spec.order must be 0 or more',
    ],
    [
      'a production flag in words',
      entity('Resource', 'QA1', { ...environment, production: 'no' }),
      'spec.production must be true or false',
    ],
    [
      'no stage',
      entity('Resource', 'QA1', { ...environment, stage: undefined as never }),
      'spec.stage is missing (what the environment is for)',
    ],
    [
      'no owner',
      entity('Resource', 'QA1', {
        type: 'environment',
        stage: 'test',
        order: 1,
        production: false,
      }),
      'spec.owner is missing',
    ],
    [
      'production that is not flagged',
      entity('Resource', 'LIVE', { ...environment, stage: 'production' }),
      'spec.production must be true where spec.stage is production',
    ],
    [
      'an environment that promotes to itself',
      entity('Resource', 'QA1', { ...environment, promotesTo: 'qa1' }),
      'spec.promotesTo "qa1" must be another environment',
    ],
    [
      'an environment that promotes to a database',
      entity('Resource', 'QA1', { ...environment, promotesTo: 'orders-db' }),
      'resource:default/orders-db is of type database',
    ],
    [
      'an environment that promotes to a component',
      entity('Resource', 'QA1', {
        ...environment,
        promotesTo: 'component:shop',
      }),
      'must be a Resource of type environment, but is component:default/shop',
    ],
    [
      'a next environment that is no reference',
      entity('Resource', 'QA1', { ...environment, promotesTo: 'resource:' }),
      'is no reference to an entity',
    ],
    [
      'an environment that promotes backwards',
      entity('Resource', 'QA1', {
        ...environment,
        order: 4,
        promotesTo: 'SIT1',
      }),
      'resource:default/sit1 has the order 2 and this one 4',
    ],
    [
      'a name that is taken in other case',
      entity('Resource', 'Sit1', environment, 'other'),
      'metadata.name "Sit1" is taken by resource:default/sit1',
    ],
    [
      'an unknown classification',
      entity('Resource', 'claims', { ...dataset, classification: 'secret' }),
      'spec.classification must be one of public, internal, confidential, restricted',
    ],
    [
      'an unknown frequency',
      entity('Resource', 'claims', { ...dataset, updateFrequency: 'often' }),
      'spec.updateFrequency must be one of continuous',
    ],
    [
      'an empty format',
      entity('Resource', 'claims', { ...dataset, format: '' }),
      'spec.format must not be empty',
    ],
    [
      'a retention in words',
      entity('Resource', 'claims', { ...dataset, retention: '7 years' }),
      'spec.retention is not written as expected (how long data is kept, as an ISO 8601 duration such as P7Y or P90D), but is "7 years"',
    ],
    [
      'a retention of nothing',
      entity('Resource', 'claims', { ...dataset, retention: 'P' }),
      'spec.retention',
    ],
    [
      'a retention with an empty time',
      entity('Resource', 'claims', { ...dataset, retention: 'P1YT' }),
      'spec.retention',
    ],
    [
      'a schema that is no address',
      entity('Resource', 'claims', {
        ...dataset,
        schema: 'data:text/html,hello',
      }),
      'spec.schema is not written as expected',
    ],
    [
      'no package name',
      entity('Component', 'rates', {
        ...library,
        packageName: undefined as never,
      }),
      'spec.packageName is missing',
    ],
    [
      'a package name with a space',
      entity('Component', 'rates', {
        ...library,
        packageName: 'npm install rates',
      }),
      'spec.packageName is not written as expected',
    ],
    [
      'supported versions that are no list',
      entity('Component', 'rates', { ...library, supportedVersions: '2.x' }),
      'spec.supportedVersions must be a list',
    ],
    [
      'no supported version',
      entity('Component', 'rates', { ...library, supportedVersions: [] }),
      'spec.supportedVersions must not be empty',
    ],
    [
      'a supported version that is a number',
      entity('Component', 'rates', { ...library, supportedVersions: [2] }),
      'spec.supportedVersions.0 must be a text',
    ],
    [
      'an unknown ecosystem',
      entity('Component', 'rates', { ...library, ecosystem: 'bower' }),
      'spec.ecosystem must be one of npm, maven',
    ],
    [
      'a type in capitals',
      entity('Component', 'rates', { ...library, type: 'Library' }),
      'spec.type must be written "library", but is "Library"',
    ],
  ])('refuses %s and names file, entity and field', async (_, bad, message) => {
    const error = await processor.validateEntityKind(bad).catch(e => e);
    expect(error).toMatchObject({ name: 'InputError' });
    expect(error.message).toMatch(
      /^\/repo\/catalog-info\.yaml: (resource|component|announcement):\w+\/\w+: /,
    );
    expect(error.message).toContain(message);
  });

  it('says everything that is wrong at once', async () => {
    await expect(
      processor.validateEntityKind(
        entity('Component', 'rates', {
          ...library,
          language: 1,
          packageName: '',
        }),
      ),
    ).rejects.toThrow(/spec\.language must be a text.*; spec\.packageName/);
  });
});
