import fc from 'fast-check';
import type { Knex } from 'knex';
import {
  ExceptionLife,
  people,
  type Step,
} from '../__testUtils__/ExceptionLife';
import { seedFindings } from '../__testUtils__/seedFindings';
import { initTestDatabase } from '../__testUtils__/testDatabase';

jest.setTimeout(300_000);

const findingCount = 3;

const person = fc.nat(people.length - 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record(
    {
      type: fc.constant('propose' as const),
      findings: fc.uniqueArray(fc.nat(findingCount - 1), { minLength: 1 }),
      // Not at whole days, so that waiting never ends in the same moment.
      days: fc.integer({ min: -1, max: 368 }).map(days => days + 0.5),
      by: person,
      renews: fc.nat(5),
    },
    { requiredKeys: ['type', 'findings', 'days', 'by'] },
  ),
  fc.record({
    type: fc.constant('decide' as const),
    exception: fc.nat(5),
    decision: fc.constantFrom('approve', 'reject', 'withdraw' as const),
    by: person,
  }),
  fc.record({
    type: fc.constant('wait' as const),
    days: fc.integer({ min: 1, max: 200 }),
  }),
  fc.record({ type: fc.constant('settle' as const) }),
);

describe('the life of exceptions', () => {
  let client: Knex;

  beforeAll(async () => {
    client = await initTestDatabase();
  });

  it('is what the rules say, whatever people do and whenever it is looked at', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 5, maxLength: 25 }),
        async steps => {
          run += 1;
          const entityRef = `component:default/run-${run}`;
          const ids = await seedFindings(
            client,
            Array.from({ length: findingCount }, () => ({
              entityRef,
              at: new Date(Date.now() - 3600_000),
            })),
          );
          await ExceptionLife.create(client, ids).live(steps);
        },
      ),
      { numRuns: 60 },
    );
    expect(run).toBeGreaterThanOrEqual(60);
  });
});
