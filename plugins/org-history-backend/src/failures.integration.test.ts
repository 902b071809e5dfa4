import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import knexFactory, { type Knex } from 'knex';
import { entity } from './__testUtils__/entities';
import { startHistory } from './__testUtils__/startHistory';

jest.setTimeout(120_000);

function manyEntities(count: number): Entity[] {
  return Array.from({ length: count }, (_, index) =>
    entity(`component:default/c${index}`, { ownedBy: ['group:default/red'] }),
  );
}

/** A catalog that does something before it answers its second page. */
function disturbed(entities: Entity[], disturb: () => Promise<void>) {
  const real = catalogServiceMock({ entities });
  return catalogServiceMock.mock({
    async queryEntities(request) {
      if (request && 'cursor' in request) {
        await disturb();
      }
      return real.queryEntities(request);
    },
  });
}

async function snapshot(client: Knex) {
  const edges = await client('edges')
    .select('*')
    .orderBy(['from_id', 'kind', 'to_id', 'valid_from']);
  const [{ count }] = await client('changes').count();
  return { edges, count };
}

describe('a catalog that cannot be believed', () => {
  it('changes nothing when it fails, is cut short or is empty', async () => {
    const { client, poll, pollerOf } = await startHistory();
    await poll(manyEntities(1200));
    const before = await snapshot(client);

    const failing = disturbed(manyEntities(1300), async () => {
      throw new Error('connect ECONNREFUSED');
    });
    await expect(pollerOf(failing).poll()).rejects.toThrow('ECONNREFUSED');

    const cut = catalogServiceMock.mock({
      queryEntities: async () => ({
        items: manyEntities(500),
        totalItems: 1200,
        pageInfo: {},
      }),
    });
    await expect(pollerOf(cut).poll()).rejects.toThrow('500 of 1200 entities');
    await expect(poll([])).rejects.toThrow('0 of 0 entities');

    const aborted = new AbortController();
    const slow = disturbed(manyEntities(1300), async () => aborted.abort());
    await expect(pollerOf(slow).poll(aborted.signal)).rejects.toThrow('abort');
    expect(await snapshot(client)).toEqual(before);
  });

  it('changes nothing when the process dies between staging and merge', async () => {
    const { client, poll, pollerOf } = await startHistory();
    await poll(manyEntities(600));
    const before = await snapshot(client);
    // To the database a killed process is a connection that is gone in the middle of its transaction.
    const killer = knexFactory({ ...client.client.config, pool: undefined });
    const dying = disturbed(manyEntities(700), async () => {
      const { rows } = await killer.raw(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND state = 'idle in transaction'`,
      );
      expect(rows).toHaveLength(1);
    });
    await expect(pollerOf(dying).poll()).rejects.toThrow();
    expect(await snapshot(client)).toEqual(before);
    expect(await poll(manyEntities(700))).toMatchObject({ opened: 200 });
    await killer.destroy();
  });

  it('holds an implausible drop back until it was seen often enough', async () => {
    const { client, logger, poll } = await startHistory({ maxDrop: 0.5 });
    const all = manyEntities(100);
    const few = all.slice(0, 49);
    await poll(all);
    const before = await snapshot(client);
    const held = { outcome: 'held-back', gone: 102, open: 200 };
    expect(await poll(few)).toEqual(held);
    expect(await poll(few)).toEqual(held);
    // It recovers: counting begins anew.
    expect(await poll(all)).toMatchObject({ opened: 0, closed: 0 });
    expect(await poll(few)).toEqual(held);
    await expect(poll([])).rejects.toThrow('0 of 0');
    expect(await poll(few)).toEqual(held);
    expect(await snapshot(client)).toEqual(before);
    expect(logger.warn).toHaveBeenLastCalledWith(
      expect.stringContaining('102 of 200 edges are gone'),
    );
    expect(await poll(few)).toMatchObject({ outcome: 'merged', closed: 102 });
    // Half is believed at once.
    expect(await poll(few.slice(0, 25))).toMatchObject({ closed: 48 });
  });

  it('waits with the first poll until the catalog stops growing', async () => {
    const { client, poll } = await startHistory({ waitUntilSettled: true });
    const settling = (entities: number) => ({ outcome: 'settling', entities });
    expect(await poll(manyEntities(5))).toEqual(settling(5));
    expect(await poll(manyEntities(150))).toEqual(settling(150));
    expect(await poll(manyEntities(300))).toEqual(settling(300));
    expect(await snapshot(client)).toEqual({ edges: [], count: '0' });
    expect(await poll(manyEntities(301))).toMatchObject({ opened: 602 });
    expect(await poll(manyEntities(400))).toMatchObject({ opened: 198 });
  });
});
