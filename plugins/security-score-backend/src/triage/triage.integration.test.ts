import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Triage } from '@portal/plugin-security-score-common';
import type { Knex } from 'knex';
import { seedFindings } from '../__testUtils__/seedFindings';
import { initTestDatabase } from '../__testUtils__/testDatabase';
import { FindingTriage } from './FindingTriage';

jest.setTimeout(120_000);

const by = 'user:default/ann';
const slaDays = { high: 30 };

describe('FindingTriage', () => {
  let client: Knex;
  let triage: FindingTriage;

  beforeAll(async () => {
    client = await initTestDatabase();
    triage = FindingTriage.create({ client, slaDays });
  });

  const seed = async (count: number, entityRef?: string) =>
    seedFindings(
      client,
      Array.from({ length: count }, () => ({ entityRef })),
    );
  const states = async (ids: string[]) =>
    client('findings')
      .whereIn('id', ids)
      .distinct('state', 'triage', 'assignee');
  const eventsOf = async (id: string) =>
    client('finding_events')
      .where('finding_id', id)
      .whereNot('kind', 'opened')
      .orderBy('id')
      .select('kind', 'from_state', 'to_state', 'by', 'reason');

  it('takes findings out of the open ones and back, and writes down who said so', async () => {
    const ids = await seed(2);
    const { due_at: due } = await client('findings')
      .where({ id: ids[0] })
      .first('due_at');
    const reason = 'The code is not reached';
    const say = async (state: Triage) =>
      triage.change({ ids, triage: state, reason, by });
    expect(await say('confirmed')).toBe(2);
    expect(await say('confirmed')).toBe(0);
    expect(await say('not-affected')).toBe(2);
    expect(await states(ids)).toEqual([
      { state: 'not-affected', triage: 'not-affected', assignee: null },
    ]);
    expect(await say('new')).toBe(2);
    expect(await states(ids)).toEqual([
      { state: 'open', triage: 'new', assignee: null },
    ]);
    const after = await client('findings').where({ id: ids[0] }).first();
    expect(after.due_at).toEqual(due);
    expect(await eventsOf(ids[0])).toEqual([
      { kind: 'triaged', from_state: 'open', to_state: 'open', by, reason },
      {
        kind: 'triaged',
        from_state: 'open',
        to_state: 'not-affected',
        by,
        reason,
      },
      {
        kind: 'triaged',
        from_state: 'not-affected',
        to_state: 'open',
        by,
        reason,
      },
    ]);
  });

  it('gives findings to somebody and takes them away', async () => {
    const ids = await seed(1);
    const assignee = 'group:default/web';
    expect(await triage.change({ ids, assignee, by })).toBe(1);
    expect(await states(ids)).toMatchObject([{ state: 'open', assignee }]);
    expect(await triage.change({ ids, assignee: null, by })).toBe(1);
    expect((await eventsOf(ids[0])).map(({ kind }) => kind)).toEqual([
      'assigned',
      'assigned',
    ]);
  });

  it('changes nothing where one may not be seen or is not there', async () => {
    const own = await seed(2);
    const others = await seed(1, 'component:default/app');
    for (const ids of [
      [...own, ...others],
      [...own, '999999999'],
    ]) {
      await expect(
        triage.change({ ids, triage: 'confirmed', by }, [
          'component:default/shop',
        ]),
      ).rejects.toMatchObject({ name: 'NotFoundError' });
    }
    expect(await states([...own, ...others])).toMatchObject([
      { triage: 'new' },
    ]);
  });

  it('leaves nothing behind when it is killed in the middle', async () => {
    const ids = await seed(500);
    // The last finding takes its time, so that all others were changed by then.
    await client.raw(`
      CREATE FUNCTION wait_at_last() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN PERFORM pg_sleep(3); RETURN NEW; END $$;
      CREATE TRIGGER wait_at_last BEFORE INSERT ON finding_events FOR EACH ROW
        WHEN (NEW.finding_id = ${Number(
          ids.at(-1),
        )}) EXECUTE FUNCTION wait_at_last();
    `);
    const { connection } = client.client.config;
    const child = spawn(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        join(__dirname, '..', '__testUtils__', 'triageProcess.ts'),
        // The password does not enumerate.
        JSON.stringify({
          connection: { ...connection, password: connection.password },
          ids,
        }),
      ],
      { stdio: 'inherit', env: { ...process.env, NODE_OPTIONS: '' } },
    );
    const waiting = async () => {
      const { rows } = await client.raw(
        `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'`,
      );
      return rows.length;
    };
    while ((await waiting()) === 0) {
      await sleep(50);
    }
    child.kill('SIGKILL');
    await once(child, 'exit');
    // The database finds out when it has waited.
    while ((await waiting()) > 0) {
      await sleep(50);
    }
    await client.raw(
      'DROP TRIGGER wait_at_last ON finding_events; DROP FUNCTION wait_at_last',
    );
    expect(await states(ids)).toEqual([
      { state: 'open', triage: 'new', assignee: null },
    ]);
    const events = await client('finding_events')
      .whereIn('finding_id', ids)
      .where('kind', 'triaged');
    expect(events).toEqual([]);
    expect(await triage.change({ ids, triage: 'false-positive', by })).toBe(
      500,
    );
    expect(await states(ids)).toMatchObject([{ state: 'false-positive' }]);
  });
});
