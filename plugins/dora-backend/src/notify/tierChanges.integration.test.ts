import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { PerformanceTier, WindowFacts } from '@portal/plugin-dora-common';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { component, testDatabases } from '../__testUtils__/startDora';
import { applyMigrations } from '../database/applyMigrations';
import { windowEnd } from '../derive/namedWindows';
import { ensureEntity } from '../import/entities';
import { Inbox } from './__testUtils__/Inbox';
import { DatabaseToldTierStore } from './DatabaseToldTierStore';
import { TierChangeTeller } from './TierChangeTeller';

jest.setTimeout(180_000);

const hour = 3_600_000;
const day = 24 * hour;
const holdDays = 3;
const names = ['shop', 'cart'] as const;
const refOf = (name: string) => `component:default/${name}`;

/** `none` is a service without a lead time, `gone` one of which no deployment is known. */
type State = PerformanceTier | 'none' | 'gone';

const leadTimes: Record<PerformanceTier, number> = {
  elite: hour,
  high: 2 * day,
  medium: 10 * day,
  low: 100 * day,
};

function factsOf(name: string, state: State): WindowFacts[] {
  if (state === 'gone') {
    return [];
  }
  return [
    {
      entityRef: refOf(name),
      deployments: 0,
      mainlineDeployments: 0,
      failed: 0,
      reworks: 0,
      leadTime:
        state === 'none' ? undefined : { count: 9, median: leadTimes[state] },
    },
  ];
}

type Step = {
  /** Days since the step before. */
  days: number;
  states: readonly State[];
  how: 'once' | 'twice' | 'at once' | 'unreachable' | 'dies';
};

const owned: Entity[] = names.map(name => ({
  ...component(name),
  relations: [{ type: 'ownedBy', targetRef: 'group:default/red' }],
}));

async function start(knex: Knex) {
  await knex.raw('TRUNCATE told_tiers, settings');
  const inbox = new Inbox();
  let today = Date.UTC(2026, 0, 1);
  let facts: WindowFacts[] = [];
  const create = () =>
    TierChangeTeller.create({
      auth: mockServices.auth(),
      catalog: catalogServiceMock({ entities: owned }),
      logger: mockServices.logger.mock(),
      notifications: inbox,
      holdDays,
      store: DatabaseToldTierStore.create({ client: knex }),
      windows: {
        newestEnd: async () => windowEnd(today),
        listWindows: async () => facts,
      },
    });
  return {
    inbox,
    async take({ days, states, how }: Step) {
      today += days * day;
      facts = names.flatMap((name, index) => factsOf(name, states[index]));
      if (how === 'at once') {
        await Promise.all([create().run(), create().run()]);
        return;
      }
      if (how === 'unreachable' || how === 'dies') {
        inbox.failure = how === 'dies' ? 'after' : 'before';
        await create().run();
        inbox.failure = 'none';
      }
      if (how !== 'unreachable') {
        await create().run();
      }
      if (how === 'twice') {
        await create().run();
      }
    },
  };
}

/**
 * What the owners of a service should have been told, as "high > elite since 2026-01-04": at a step at which somebody can be
 * told, when all steps back to the one `holdDays` days ago or longer saw the same tier, and it is another than they know of.
 */
function expectedOf(steps: readonly Step[], index: number): string[] {
  const days = steps.map((_, n) =>
    steps.slice(0, n + 1).reduce((sum, step) => sum + step.days, 0),
  );
  const told: string[] = [];
  let known: State | undefined;
  steps.forEach((step, n) => {
    const state = step.states[index];
    if (state === 'gone') {
      known = undefined;
    } else if (state !== 'none' && known === undefined) {
      known = state;
    } else if (state !== 'none' && state !== known) {
      const first =
        steps
          .slice(0, n + 1)
          .findLastIndex(({ states }) => states[index] !== state) + 1;
      if (days[n] - days[first] >= holdDays && step.how !== 'unreachable') {
        const since = new Date(Date.UTC(2026, 0, 1) + days[first] * day);
        told.push(
          `${known} > ${state} since ${since.getUTCDate()} ${since.toLocaleString(
            'en-GB',
            { month: 'long', timeZone: 'UTC' },
          )} ${since.getUTCFullYear()}`,
        );
        known = state;
      }
    }
  });
  return told;
}

const states = fc.tuple(
  ...names.map(() =>
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom<State>('elite', 'high') },
      { weight: 1, arbitrary: fc.constantFrom<State>('low', 'none', 'gone') },
    ),
  ),
);

const runs = fc.array(
  fc.record({
    days: fc.nat({ max: 2 }),
    how: fc.constantFrom<Step['how']>(
      'once',
      'twice',
      'at once',
      'unreachable',
      'dies',
    ),
  }),
  { minLength: 1, maxLength: 5 },
);

/** Tiers stay for a while, or nothing would ever hold. */
const steps = fc
  .array(fc.record({ states, runs }), { minLength: 1, maxLength: 10 })
  .map(stays =>
    stays.flatMap(stay =>
      stay.runs.map((run): Step => ({ ...run, states: stay.states })),
    ),
  );

describe('TierChangeTeller', () => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await testDatabases.init('POSTGRES_18');
    await applyMigrations(
      mockServices.database({ knex, migrations: { skip: false } }),
    );
    for (const name of names) {
      await ensureEntity(knex, refOf(name));
    }
  });

  it('tells what, from, to, since and by which edition', async () => {
    const { inbox, take } = await start(knex);
    await take({ days: 0, states: ['high', 'high'], how: 'twice' });
    await take({ days: 1, states: ['elite', 'low'], how: 'once' });
    await take({ days: 2, states: ['elite', 'low'], how: 'once' });
    expect(inbox.received).toEqual([]);
    await take({ days: 1, states: ['elite', 'low'], how: 'once' });
    await take({ days: 5, states: ['elite', 'low'], how: 'twice' });
    expect(inbox.received).toEqual([
      {
        recipients: { type: 'entity', entityRef: ['group:default/red'] },
        payload: {
          title: 'cart: change lead time is now low, it was high',
          description: expect.stringMatching(
            /^Worse since 2 January 2026\. .* DORA report 2023 /,
          ),
          link: '/catalog/default/component/cart/delivery?period=90&metric=changeLeadTime',
          severity: 'normal',
          topic: 'delivery-tier',
          scope: 'delivery-tier:component:default/cart:changeLeadTime',
        },
      },
      {
        recipients: { type: 'entity', entityRef: ['group:default/red'] },
        payload: expect.objectContaining({
          title: 'shop: change lead time is now elite, it was high',
          severity: 'low',
        }),
      },
    ]);
  });

  it('tells of each change that held once, for any order of runs, failures and deaths', async () => {
    let toldOverall = 0;
    await fc.assert(
      fc.asyncProperty(steps, async taken => {
        const { inbox, take } = await start(knex);
        for (const step of taken) {
          await take(step);
        }
        const found = (name: string) =>
          inbox.received
            .filter(({ payload }) => payload.scope?.includes(`/${name}:`))
            .map(({ payload }) => {
              const [, to, from] =
                /is now (\w+), it was (\w+)$/.exec(payload.title) ?? [];
              const [, since] =
                /since ([^.]+)\./.exec(payload.description ?? '') ?? [];
              return `${from} > ${to} since ${since}`;
            });
        names.forEach((name, index) => {
          expect(found(name)).toEqual(expectedOf(taken, index));
        });
        toldOverall += inbox.received.length;
      }),
      { numRuns: 60 },
    );
    // Else the property would have held nothing.
    expect(toldOverall).toBeGreaterThan(20);
  });

  it('begins anew with another edition, and does not go back to an older day', async () => {
    const { inbox, take } = await start(knex);
    await take({ days: 0, states: ['high', 'high'], how: 'once' });
    await knex('told_tiers').update({ edition: 2019, told: 'low' });
    await take({ days: 9, states: ['high', 'high'], how: 'once' });
    await take({ days: 9, states: ['high', 'high'], how: 'once' });
    expect(inbox.received).toEqual([]);
    await take({ days: -1, states: ['low', 'low'], how: 'once' });
    await take({ days: 1, states: ['high', 'high'], how: 'once' });
    const pending = await knex('told_tiers').whereNotNull('pending');
    expect(pending).toEqual([]);
    expect(await knex('told_tiers').distinct('told', 'edition')).toEqual([
      { told: 'high', edition: 2023 },
    ]);
  });
});
