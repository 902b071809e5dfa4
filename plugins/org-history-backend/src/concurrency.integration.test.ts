import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { mockServices } from '@backstage/backend-test-utils';
import knexFactory from 'knex';
import { setTimeout as sleep } from 'node:timers/promises';
import { entity } from './__testUtils__/entities';
import { HistoryModel } from './__testUtils__/HistoryModel';
import { startHistory, usualLimits } from './__testUtils__/startHistory';
import { DatabaseOrgHistoryStore } from './database/DatabaseOrgHistoryStore';
import { CatalogPoller } from './polling/CatalogPoller';

jest.setTimeout(120_000);

const rounds = 40;

function teamOf(component: number, round: number): string {
  return `group:default/team${(component + round) % 3}`;
}

function stateOf(round: number) {
  return Array.from({ length: 30 }, (_, index) =>
    entity(`component:default/c${index}`, { ownedBy: [teamOf(index, round)] }),
  );
}

describe('two instances on one database', () => {
  it('write changes in the order of their sequence, which a reader follows without a gap', async () => {
    const { client, store } = await startHistory();
    const other = knexFactory({ ...client.client.config, pool: undefined });
    let round = 0;
    const slow = catalogServiceMock.mock({
      async queryEntities(request) {
        const page = await catalogServiceMock({
          entities: stateOf(round),
        }).queryEntities(request);
        await sleep(3);
        return page;
      },
    });
    const pollers = [client, other].map(knex =>
      CatalogPoller.create({
        auth: mockServices.auth(),
        catalog: slow,
        client: knex,
        limits: usualLimits,
        logger: mockServices.logger.mock(),
      }),
    );

    // A consumer that reads all the time, through the second instance.
    const model = new HistoryModel();
    const feed = DatabaseOrgHistoryStore.create({ client: other });
    let polling = true;
    let after = 0;
    async function readOn(): Promise<number> {
      const { items, next } = await feed.changes(after, 1000);
      for (const change of items) {
        after += 1;
        expect(change.sequence).toBe(after);
        model.apply(change);
      }
      expect(next).toBe(after);
      return items.length;
    }
    async function readAlways(): Promise<void> {
      while (polling) {
        await readOn();
        await sleep(1);
      }
    }
    const reading = readAlways();

    const outcomes: string[] = [];
    for (; round < rounds; round += 1) {
      const results = await Promise.all([
        pollers[0].poll(),
        sleep(round % 4).then(() => pollers[1].poll()),
      ]);
      outcomes.push(...results.map(({ outcome }) => outcome));
    }
    polling = false;
    await reading;
    await readOn();

    expect(new Set(outcomes)).toEqual(new Set(['merged', 'busy']));
    const refs = stateOf(0).map(
      ({ metadata }) => `component:default/${metadata.name}`,
    );
    const owners = await store.connections('owners', refs, Date.now() + 1000);
    expect(owners).toEqual(refs.map((_, index) => [teamOf(index, rounds - 1)]));
    const replayed = [...model.edges.values()].filter(
      edge => edge.kind === 'ownedBy' && !edge.validTo,
    );
    expect(
      replayed.map(edge => `${edge.fromRef} ${edge.toRef}`).sort(),
    ).toEqual(refs.map((ref, index) => `${ref} ${owners[index][0]}`).sort());
    const [{ count }] = await client('changes').count();
    expect(Number(count)).toBe(after);
    await other.destroy();
  });
});
