import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Report, ReportSubject } from '@portal/plugin-dora-common';
import type { Knex } from 'knex';
import { component, testDatabases } from '../__testUtils__/startDora';
import { applyMigrations } from '../database/applyMigrations';
import { DatabaseReportStore } from './DatabaseReportStore';
import { dumpReports } from './__testUtils__/dumpReports';
import { SubjectIndex } from './SubjectIndex';

jest.setTimeout(120_000);

const slug = 'github.com/project-slug';

describe('SubjectIndex', () => {
  let client: Knex;
  let store: DatabaseReportStore;

  beforeEach(async () => {
    client = await testDatabases.init('POSTGRES_18');
    await applyMigrations({ getClient: async () => client });
    store = DatabaseReportStore.create({ client });
  });

  function indexOf(entities: Entity[]): SubjectIndex {
    return SubjectIndex.create({
      auth: mockServices.auth(),
      catalog: catalogServiceMock({ entities }),
      client,
      logger: mockServices.logger.mock(),
    });
  }

  async function report(id: string, ...subjects: ReportSubject[]) {
    const sha = id.length.toString(16).padStart(40, '0');
    const reports: Report[] = [
      {
        kind: 'deployment',
        id,
        source: 'generic',
        subjects,
        updatedAt: 1_760_000_000_000,
        sequence: 0,
      },
      {
        kind: 'change',
        id: `${id}:${sha}`,
        source: 'generic',
        subjects,
        sha,
        committedAt: 1_760_000_000_000,
        updatedAt: 1_760_000_000_000,
        sequence: 0,
      },
    ];
    await store.write(reports, {
      provenance: 'report',
      receivedAt: new Date(1_760_000_000_000),
    });
  }

  async function owners(): Promise<Record<string, string[]>> {
    const { rows } = await client.raw(
      `SELECT r.id, array_agg(n.entity_ref ORDER BY n.entity_ref) AS refs FROM reports r
       JOIN report_entities e ON e.report_number = r.number JOIN entities n ON n.id = e.entity_id
       WHERE r.kind = 'deployment' AND r.matched GROUP BY 1`,
    );
    return Object.fromEntries(
      rows.map((row: { id: string; refs: string[] }) => [
        row.id,
        row.refs.map(ref => ref.replace('component:default/', '')),
      ]),
    );
  }

  const shop = component('shop', { [slug]: 'Org/Shop' });
  const twins = ['left', 'right'].map(name =>
    component(name, { [slug]: 'org/mono' }),
  );
  const argo = component('argo', {
    'argocd/app-name': 'shop',
    'argocd/app-namespace': 'team-a',
  });
  const alerts = component('alerts', { 'prometheus.io/alert': 'Down, Slow' });
  const catalog = [shop, ...twins, argo, alerts];

  async function reportAll() {
    const app = { annotation: 'argocd/app-name', value: 'shop' };
    const namespace = (value: string) => ({
      ...app,
      within: { annotation: 'argocd/app-namespace', value },
    });
    const bySlug = (value: string) => ({
      annotation: slug,
      value,
      ignoreCase: true,
    });
    await report('case', bySlug('oRG/sHOP'));
    await report('twice', bySlug('org/mono'));
    await report('within', namespace('team-a'), app);
    await report('elsewhere', namespace('team-b'), app);
    await report('listed', {
      annotation: 'prometheus.io/alert',
      value: 'Slow',
    });
    await report('entity', { entityRef: 'Component:Default/Shop' });
    await report(
      'certain',
      { entityRef: 'component:default/left' },
      bySlug('org/shop'),
    );
    await report(
      'second',
      { entityRef: 'component:a/gone' },
      bySlug('org/shop'),
    );
    await report('unknown', bySlug('org/unknown'));
    await report('nobody');
  }

  const expected = {
    case: ['shop'],
    twice: ['left', 'right'],
    within: ['argo'],
    listed: ['alerts'],
    entity: ['shop'],
    certain: ['left'],
    second: ['shop'],
  };

  it('finds the same components whether reports or the catalog come first', async () => {
    await reportAll();
    expect(await owners()).toEqual({});
    const index = indexOf(catalog);
    expect(await index.refresh()).toBe(14);
    expect(await owners()).toEqual(expected);
    const late = await dumpReports(client);
    expect(late).toMatchObject({
      queued: ['alerts', 'argo', 'left', 'right', 'shop'].map(name => ({
        entity_ref: `component:default/${name}`,
      })),
    });
    expect(await index.refresh()).toBe(0);

    await client.raw(
      'TRUNCATE reports, report_entities, derivations, commits, report_sources',
    );
    await reportAll();
    expect(await dumpReports(client)).toEqual(late);
  });

  it('keeps what is known when the catalog fails, is empty or cut short', async () => {
    await indexOf(catalog).refresh();
    const before = await client('subject_keys').orderBy(['key', 'entity_id']);
    const failing = catalogServiceMock.mock({
      queryEntities: async () => {
        throw new Error('down');
      },
    });
    const cut = catalogServiceMock.mock({
      queryEntities: async () => ({
        items: [shop],
        totalItems: 5,
        pageInfo: {},
      }),
    });
    for (const broken of [failing, cut, catalogServiceMock()]) {
      const index = SubjectIndex.create({
        auth: mockServices.auth(),
        catalog: broken,
        client,
        logger: mockServices.logger.mock(),
      });
      await expect(index.refresh()).rejects.toThrow();
      await index.run();
    }
    expect(await client('subject_keys').orderBy(['key', 'entity_id'])).toEqual(
      before,
    );
  });

  it('leaves what is matched with its component, and follows annotations that move', async () => {
    await indexOf([shop, component('heir')]).refresh();
    const subject = { annotation: slug, value: 'org/shop', ignoreCase: true };
    await report('before', subject);
    await indexOf([
      component('shop'),
      component('heir', { [slug]: 'org/shop' }),
    ]).refresh();
    await report('after', subject);
    expect(await owners()).toEqual({ before: ['shop'], after: ['heir'] });
  });

  it('misses nothing when reports and the catalog come at the same time', async () => {
    const index = indexOf(catalog);
    const subject = { annotation: slug, value: 'org/mono', ignoreCase: true };
    const ids = Array.from({ length: 40 }, (_, n) => `meet-${n}`);
    await Promise.all([...ids.map(id => report(id, subject)), index.refresh()]);
    await index.refresh();
    expect(await owners()).toEqual(
      Object.fromEntries(ids.map(id => [id, ['left', 'right']])),
    );
  });
});
