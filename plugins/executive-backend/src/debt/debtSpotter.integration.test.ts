import type { Standing } from '@portal/plugin-executive-common';
import { initTestDatabase } from '../__testUtils__/testDatabase';
import { addDays } from '../snapshots/days';
import { DebtSpotter } from './DebtSpotter';
import { createDebtStore } from './DebtStore';

jest.setTimeout(120_000);

const today = '2026-11-28';
const now = new Date(`${today}T12:00:00Z`);
const names = ['long', 'short', 'once', 'new', 'gone'];

describe('debt that is found', () => {
  let client: Awaited<ReturnType<typeof initTestDatabase>>;

  beforeAll(async () => {
    client = await initTestDatabase();
    await client.raw(`
      CREATE TABLE service_snapshots_all PARTITION OF service_snapshots DEFAULT;
      INSERT INTO formulas VALUES (1, '[]', now(), 'test', 'test');
    `);
    const standingOf: Record<string, (back: number) => Standing | undefined> = {
      long: () => 'below',
      short: back => (back > 60 ? 'watch' : 'below'),
      once: back => (back === 35 ? 'stale' : 'below'),
      new: back => (back > 60 ? undefined : 'below'),
      gone: back => (back === 0 ? 'meets' : 'below'),
    };
    for (let back = 0; back <= 98; back += 7) {
      const day = addDays(today, -back);
      await client('snapshot_days').insert({
        day,
        first_taken_at: now,
        taken_at: now,
        final: false,
        formula_version: 1,
      });
      await client('service_snapshots').insert(
        names.flatMap(name => {
          const standing = standingOf[name](back);
          return standing === undefined
            ? []
            : [
                {
                  day,
                  ref: `component:default/${name}`,
                  title: name,
                  scopes: [],
                  standings: JSON.stringify({
                    security: standing,
                    delivery: 'meets',
                  }),
                  pillars: '[]',
                },
              ];
        }),
      );
    }
  });
  afterAll(async () => client?.destroy());

  const spotter = (runtimes?: string) =>
    DebtSpotter.create({
      client,
      store: createDebtStore(client),
      nodes: {
        list: async () =>
          names.map(name => ({
            ref: `component:default/${name}`,
            kind: 'component' as const,
            title: name,
            runtimes,
          })),
      },
    });

  it('is a service that was below its expectation on every day of three months, and no other', async () => {
    await spotter().look({ now });
    const items = await createDebtStore(client).list();
    expect(items.map(({ document, id }) => [id, document.kind])).toEqual([
      ['below:security:component:default/long', 'security'],
    ]);
  });

  it('keeps the estimate that somebody makes while it is looked for', async () => {
    const store = createDebtStore(client);
    await spotter('nodejs@18').look({ now });
    const id = 'end-of-life:nodejs@18:component:default/long';
    const { revision } = await store.get(id);
    await Promise.all([
      store.change(
        {
          id,
          revision,
          edit: ({ document }) => ({ ...document, fixHours: 16 }),
        },
        'user:default/olga',
      ),
      spotter('nodejs@18').look({ now }),
      spotter('nodejs@18').look({ now }),
    ]);
    expect((await store.get(id)).document).toMatchObject({
      fixHours: 16,
      dueOn: '2025-04-30',
      since: today,
    });
  });

  it('is owed anew since it came back', async () => {
    const store = createDebtStore(client);
    const id = 'end-of-life:nodejs@18:component:default/long';
    const at = (days: number) => ({
      now: new Date(now.getTime() + days * 86_400_000),
    });
    await spotter().look(at(1));
    expect((await store.get(id)).document.paidOn).toBe('2026-11-29');
    await spotter('nodejs@18').look(at(3));
    const { document } = await store.get(id);
    expect(document).toMatchObject({ since: '2026-12-01', fixHours: 16 });
    expect(document).not.toHaveProperty('paidOn');
  });
});
