import {
  findingStateOf,
  triages,
  type FindingFacts,
} from '@portal/plugin-security-score-common';
import type { Knex } from 'knex';
import { initTestDatabase } from '../__testUtils__/testDatabase';
import { seedFindings } from '../__testUtils__/seedFindings';
import { restateFindings } from './restateFindings';
import { stateSql } from './stateSql';

jest.setTimeout(60_000);

const slaDays = { critical: 7, high: 30 };
const jane = 'user:default/jane';

describe('restateFindings', () => {
  let client: Knex;

  beforeEach(async () => {
    client = await initTestDatabase();
  });

  it('has the rules of findingStateOf as SQL', async () => {
    const past = new Date(Date.now() - 60_000).toISOString();
    const future = new Date(Date.now() + 60_000).toISOString();
    const all: FindingFacts[] = [true, false].flatMap(present =>
      [true, false].flatMap(toolSuppressed =>
        (
          [
            undefined,
            'not_affected',
            'affected',
            'fixed',
            'under_investigation',
          ] as const
        ).flatMap(vex =>
          triages.flatMap(triage =>
            [undefined, past, future].map(acceptedUntil => ({
              present,
              toolSuppressed,
              vex,
              triage,
              acceptedUntil,
            })),
          ),
        ),
      ),
    );
    const { rows } = await client.raw<{ rows: Array<{ state: string }> }>(
      `SELECT ${stateSql('facts')} AS state FROM unnest(
         ?::boolean[], ?::boolean[], ?::text[], ?::text[], ?::timestamptz[]
       ) WITH ORDINALITY AS facts (present, tool_suppressed, vex, triage, accepted_until, ordinal) ORDER BY ordinal`,
      [
        all.map(({ present }) => present),
        all.map(({ toolSuppressed }) => toolSuppressed ?? null),
        all.map(({ vex }) => vex ?? null),
        all.map(({ triage }) => triage ?? null),
        all.map(({ acceptedUntil }) => acceptedUntil ?? null),
      ] as unknown as Knex.RawBinding[],
    );
    expect(rows.map(({ state }) => state)).toEqual(
      all.map(facts => findingStateOf(facts)),
    );
  });

  it('writes what happened, the sums of the day and the score to calculate', async () => {
    const at = new Date('2026-03-01T10:00:00Z');
    const [id] = await seedFindings(client, [{ severity: 'high', at }]);
    await client('score_queue').delete();
    await change({ triage: 'false-positive' }, 'triaged', '2026-03-02T10:00Z');
    await change({ triage: 'new' }, 'triaged', '2026-03-03T10:00Z');
    await change({ present: false }, 'report', '2026-03-04T10:00Z');
    await change({ present: true }, 'report', '2026-03-05T10:00Z');
    await change({ severity: 5 }, 'report', '2026-03-06T10:00Z');

    const events = await client('finding_events').orderBy('id');
    expect(
      events.map(({ kind, from_state: from, to_state: to }) => [
        kind,
        from,
        to,
      ]),
    ).toEqual([
      ['opened', null, 'open'],
      ['triaged', 'open', 'false-positive'],
      ['triaged', 'false-positive', 'open'],
      ['fixed', 'open', 'fixed'],
      ['reopened', 'fixed', 'open'],
    ]);
    const days = await client('finding_days').orderBy(['day', 'severity']);
    expect(
      days.map(day => [
        day.severity,
        day.opened,
        day.fixed,
        day.reopened,
        day.other,
        day.fixed_hours,
      ]),
    ).toEqual([
      [4, 1, 0, 0, 0, 0],
      [4, 0, 0, 0, -1, 0],
      [4, 0, 0, 0, 1, 0],
      [4, 0, 1, 0, 0, 72],
      [4, 0, 0, 1, 0, 0],
      [4, 0, 0, 0, -1, 0],
      [5, 0, 0, 0, 1, 0],
    ]);
    expect(await client('findings').first()).toMatchObject({
      state: 'open',
      reopened: 1,
      fixed_at: null,
      open_since: new Date('2026-03-05T10:00Z'),
      // The critical one has seven days from when it came back.
      due_at: new Date('2026-03-12T10:00Z'),
    });
    expect(await client('score_queue')).toHaveLength(1);

    async function change(
      columns: Record<string, unknown>,
      kind: 'report' | 'triaged',
      when: string,
    ) {
      await client.transaction(async transaction => {
        const before = await transaction('findings').where({ id }).first();
        await transaction('findings').where({ id }).update(columns);
        await restateFindings(transaction, {
          before: transaction.raw(
            'SELECT ?::bigint AS id, ?::text AS from_state, ?::smallint AS from_severity',
            [id, before.state, before.severity],
          ),
          cause: { kind, by: jane, at: new Date(when) },
          slaDays,
        });
      });
    }
  });

  it('takes ids or a condition, and writes down what stays only where it is asked to', async () => {
    const ids = await seedFindings(client, [{}, { line: 2 }, { line: 3 }]);
    const cause = { kind: 'triaged', by: jane, reason: 'seen' } as const;
    await client('findings').update({ triage: 'not-affected' });
    await client.transaction(async transaction => {
      expect(
        await restateFindings(transaction, {
          ids: ids.slice(0, 2),
          cause,
          slaDays,
        }),
      ).toMatchObject({ changed: 2 });
      expect(
        await restateFindings(transaction, {
          where: transaction.raw('triage = ?', ['not-affected']),
          cause: { ...cause, always: true },
          slaDays,
        }),
      ).toMatchObject({ changed: 1 });
    });
    const events = await client('finding_events').where({ kind: 'triaged' });
    expect(events).toHaveLength(5);
    expect(await client('findings').where({ state: 'open' })).toHaveLength(0);
  });
});
