import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { MetricDefinition } from '@portal/plugin-metrics-common';
import { catalogNode } from '@portal/plugin-org-history-common';
import request from 'supertest';
import {
  OrganisationWriter,
  type WrittenEdge,
} from '../__testUtils__/OrganisationWriter';
import { beginAnew, startSnapshots } from '../__testUtils__/startSnapshots';
import { addDays } from './days';
import { SnapshotSchedule } from './SnapshotSchedule';

jest.setTimeout(180_000);

const today = new Date().toISOString().slice(0, 10);
const past = addDays(today, -10);
const availability: MetricDefinition = {
  id: 'availability',
  title: 'Availability',
  description: 'Generated',
  estimator: 'Generated',
  unit: 'ratio',
  sample: 'seconds',
  betterWhen: 'higher',
  aggregation: 'ratio',
  source: 'Generated',
};
const edges: WrittenEdge[] = [
  { from: 'component:default/one', kind: 'ownedBy', to: 'group:default/solo' },
  { from: 'component:default/two', kind: 'ownedBy', to: 'group:default/duo' },
  { from: 'component:default/three', kind: 'ownedBy', to: 'group:default/duo' },
  { from: 'system:default/sys', kind: 'partOf', to: 'domain:default/new' },
  // Moved from one domain to another in the middle of the period.
  {
    from: 'component:default/two',
    kind: 'partOf',
    to: 'system:default/old-sys',
    until: `${addDays(today, -5)}T12:00:00Z`,
  },
  {
    from: 'component:default/two',
    kind: 'partOf',
    to: 'system:default/sys',
    since: `${addDays(today, -5)}T12:00:00Z`,
  },
  { from: 'system:default/old-sys', kind: 'partOf', to: 'domain:default/old' },
];
const nodes = [
  ...new Set(edges.flatMap(({ from, to }) => [from, to])),
  'component:default/nobodys',
];

describe('snapshots', () => {
  let portal: Awaited<ReturnType<typeof startSnapshots>>;
  let writer: OrganisationWriter;

  beforeAll(async () => {
    portal = await startSnapshots();
    await portal.metricStore.register([availability]);
    for (const [day, refs] of [
      // The third stops to report.
      [past, ['one', 'two', 'three']],
      [addDays(today, -1), ['one', 'two']],
    ] as const) {
      await portal.metricStore.publish({
        day,
        values: refs.map(name => ({
          metricId: availability.id,
          entityRef: `component:default/${name}`,
          parts: { numerator: 1, denominator: 1 },
          windows: {
            28: { state: 'ok', value: 1, unit: 'ratio', sampleSize: 1 },
          },
        })),
      });
    }
  });
  afterAll(async () => portal?.client.destroy());

  beforeEach(async () => {
    writer = await OrganisationWriter.create(portal.knex);
    await writer.open([
      ...nodes.map(
        (from): WrittenEdge => ({ from, kind: 'existsIn', to: catalogNode }),
      ),
      ...edges,
    ]);
    await beginAnew(
      portal.client,
      nodes.map(ref => ({
        ref,
        kind: ref.slice(0, ref.indexOf(':')) as 'group',
        title: ref.slice(ref.indexOf('/') + 1),
      })),
    );
  });

  const ask = async (path: string, query: object) => {
    const { body } = await request(portal.server)
      .get(`/api/executive/v1/${path}`)
      .query(query)
      .set('Authorization', mockCredentials.service.header());
    return body;
  };
  const pillarOf = (health: {
    pillars: Array<{ pillarId: string; counts: object; share?: number }>;
  }) => health.pillars.find(({ pillarId }) => pillarId === 'reliability');
  const count = async (day: string) =>
    (
      await portal
        .client('node_snapshots')
        .where({ day })
        .count<[{ count: string }]>('*')
    )[0].count;

  it('show one service by itself, what is silent as stale, and what nobody owns', async () => {
    await portal.taker().take(today);
    const solo = await ask('portfolio', { node: 'group:default/solo' });
    expect(pillarOf(solo.rows[0].health)).toMatchObject({ only: 'meets' });
    const duo = await ask('portfolio', { node: 'group:default/duo' });
    expect(pillarOf(duo.rows[0].health)).toMatchObject({
      counts: { meets: 1, stale: 1 },
      share: 1,
    });
    const all = await ask('portfolio', {});
    expect(all.gaps).toEqual({ unowned: 1, unmeasured: 1 });
    const service = await ask('node', { node: 'component:default/three' });
    expect(pillarOf(service.health)).toMatchObject({ only: 'stale' });
    expect(service.figures[0].rollup.value).toMatchObject({ state: 'stale' });
    expect(
      service.context.above.map(({ ref }: { ref: string }) => ref),
    ).toEqual(['everything', 'group:default/duo']);
  });

  it('leave history where it was, and show it as of today where that is asked for', async () => {
    await portal.taker().take(past);
    await portal.taker().take(today);
    const services = async (node: string, asOf?: string) => {
      const { rows } = await ask('portfolio', {
        node,
        hierarchy: 'domains',
        day: past,
        asOf,
      });
      return rows[0].health.services;
    };
    expect(await services('domain:default/old')).toBe(1);
    expect(await services('domain:default/new')).toBe(0);
    expect(await services('domain:default/old', 'today')).toBe(0);
    expect(await services('domain:default/new', 'today')).toBe(1);
  });

  it('keep what was deleted since, and do not show what came later', async () => {
    const now = new Date().toISOString();
    await writer.close('group:default/solo', 'existsIn', now);
    await portal
      .client('nodes')
      .where({ ref: 'group:default/solo' })
      .update({ deleted_at: now });
    await writer.open([
      {
        from: 'group:default/late',
        kind: 'existsIn',
        to: catalogNode,
        since: now,
      },
    ]);
    await portal.client('nodes').insert({
      ref: 'group:default/late',
      kind: 'group',
      title: 'late',
      seen_at: now,
    });
    await portal.taker().take(past);
    await portal.taker().take(today);
    const groups = async (day: string) => {
      const { rows } = await ask('portfolio', { day });
      return rows
        .filter((row: { depth: number }) => row.depth === 1)
        .map(({ node }: { node: { ref: string; deleted?: boolean } }) =>
          node.deleted ? `${node.ref} deleted` : node.ref,
        );
    };
    expect(await groups(past)).toEqual([
      'group:default/duo',
      'group:default/solo deleted',
    ]);
    expect(await groups(today)).toEqual([
      'group:default/duo',
      'group:default/late',
    ]);
  });

  it('stay as they were where taking one is cut off, and are taken when it is begun again', async () => {
    await portal.taker().take(today);
    const before = await ask('portfolio', {});
    await portal.client.raw(`
      CREATE FUNCTION cut_off() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$;
      CREATE TRIGGER cut_off BEFORE INSERT ON service_snapshots FOR EACH ROW
        WHEN (NEW.ref = 'component:default/two') EXECUTE FUNCTION cut_off();
    `);
    await expect(portal.taker().take(today)).rejects.toThrow();
    expect(await ask('portfolio', {})).toEqual(before);
    await portal.client.raw('DROP FUNCTION cut_off CASCADE');
    await portal.taker().take(today);
    const after = await ask('portfolio', {});
    expect(after.rows).toEqual(before.rows);
    expect(after.context.takenAt > before.context.takenAt).toBe(true);
  });

  it('are the same when two replicas take one at once, and never change when they are final', async () => {
    await Promise.all([portal.taker().take(past), portal.taker().take(past)]);
    expect(await count(past)).toBe('7');
    const late = new Date(Date.now() + 26 * 3_600_000);
    await portal.taker().take(past, { now: late });
    const final = await ask('portfolio', { day: past });
    expect(final.context.final).toBe(true);
    await portal
      .client('nodes')
      .where({ ref: 'group:default/solo' })
      .update({ title: 'Another' });
    await portal.taker().take(past, { now: late });
    expect(await ask('portfolio', { day: past })).toEqual(final);
  });

  it('follow an owner who changed before anybody looked at changes, and after', async () => {
    await portal.taker().take(today);
    const ownerOf = async (ref: string) =>
      (
        await portal
          .client('service_snapshots')
          .where({ day: today, ref })
          .first('owner_ref')
      ).owner_ref;
    const move = async (from: string) => {
      await writer.close(from, 'ownedBy', new Date().toISOString());
      await writer.open([
        {
          from,
          kind: 'ownedBy',
          to: 'group:default/solo',
          since: new Date().toISOString(),
        },
      ]);
    };
    await move('component:default/two');
    const schedule = SnapshotSchedule.create({
      config: mockServices.rootConfig(),
      logger: mockServices.logger.mock(),
      nodes: {} as never,
      orgHistory: portal.orgHistory,
      scheduler: mockServices.scheduler.mock(),
      store: {} as never,
      taker: portal.taker(),
    });
    await schedule.followChanges();
    expect(await ownerOf('component:default/two')).toBe('group:default/solo');
    expect(await ownerOf('component:default/three')).toBe('group:default/duo');
    await move('component:default/three');
    await schedule.followChanges();
    expect(await ownerOf('component:default/three')).toBe('group:default/solo');
  });
});
