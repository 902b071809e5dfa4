import { resolvePackagePath } from '@backstage/backend-plugin-api';
import {
  fillCosts,
  initSteeringDatabase,
} from '../__testUtils__/testDatabases';
import { TestAccess } from '../__testUtils__/TestAccess';
import { Statements } from './Statements';
import { StatementStore } from './StatementStore';

jest.setTimeout(60_000);

const directory = resolvePackagePath(
  '@portal/plugin-finops-backend',
  'migrations',
);
const name = '20261221_dropped_months.js';

describe('migration of dropped months', () => {
  it('goes up, down and up again, and finds months that were dropped before', async () => {
    const client = await initSteeringDatabase();
    const store = StatementStore.create({ client });
    expect(await store.listDropped()).toEqual(new Set());
    await fillCosts(client, [
      { day: '2026-01-10', amount: '1' },
      { day: '2026-02-10', amount: '2' },
    ]);
    const statements = Statements.create({
      access: TestAccess.create(),
      owners: { ownersOn: async () => new Map() },
      store,
      now: () => Date.parse('2026-05-01'),
    });
    for (const month of ['2026-01', '2026-02', '2026-03']) {
      await statements.close(month, 'user:default/finance');
    }
    // January has no partition of its own, and neither has March, which never had cost.
    await client.raw('CREATE TABLE cost_lines_2026_02 ()');
    await client.migrate.down({ directory, name });
    expect(await client.schema.hasTable('dropped_months')).toBe(false);
    await client.migrate.up({ directory, name });
    expect(await store.listDropped()).toEqual(new Set(['2026-01-01']));
  });
});
