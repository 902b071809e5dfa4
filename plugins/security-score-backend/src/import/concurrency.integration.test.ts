import type { Knex } from 'knex';
import { findSumErrors } from '../__testUtils__/findSumErrors';
import { manyVulnerabilities } from '../__testUtils__/manyVulnerabilities';
import { initTestDatabase } from '../__testUtils__/testDatabase';
import { TestImports } from '../__testUtils__/TestImports';
import { restateFindings } from '../findings/restateFindings';

jest.setTimeout(120_000);

const slaDays = { critical: 7, high: 30, medium: 90, low: 180 };
const services = [1, 2, 3].map(number => `component:default/shop-${number}`);

describe('reports and work at the same time', () => {
  let client: Knex;

  beforeAll(async () => {
    client = await initTestDatabase();
  });

  /** Says of every tenth finding of all services, in no particular order, what it is. */
  async function triage(round: number) {
    await client.transaction(async transaction => {
      const rows: Array<{ id: string }> = await transaction('findings')
        .whereRaw('id % 10 = ?', [round % 10])
        .select('id');
      const ids = rows.map(({ id }) => id).reverse();
      await transaction.raw(
        `SELECT FROM findings WHERE id = ANY(?::bigint[]) ORDER BY id FOR UPDATE`,
        [ids] as unknown as Knex.RawBinding[],
      );
      await transaction('findings')
        .whereIn('id', ids)
        .update({ triage: round % 2 ? 'false-positive' : 'new' });
      await restateFindings(transaction, {
        ids,
        cause: { kind: 'triaged', by: 'user:default/jane' },
        slaDays,
      });
    });
  }

  it('neither wait for each other for ever nor lose what the other did', async () => {
    const send = async (entityRef: string, round: number, tool: string) =>
      new TestImports(client).send(
        {
          head: { tool },
          findings: manyVulnerabilities(round * 20, round * 20 + 300),
        },
        { entityRef },
      );
    await Promise.all(services.map(ref => send(ref, 0, 'trivy')));
    const work: Array<() => Promise<unknown>> = [];
    for (let round = 1; round <= 5; round += 1) {
      for (const ref of services) {
        work.push(
          () => send(ref, round, 'trivy'),
          () => send(ref, round, 'grype'),
          () => triage(round),
        );
      }
    }
    const lanes = [0, 1, 2, 3].map(async lane => {
      for (let index = lane; index < work.length; index += 4) {
        await work[index]();
      }
    });
    await Promise.all(lanes);
    expect(await findSumErrors(client)).toEqual([]);
  });
});
