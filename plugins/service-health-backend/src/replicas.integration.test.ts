import { setTimeout as sleep } from 'node:timers/promises';
import type { TestBackend } from '@backstage/backend-test-utils';
import { RELATION_OWNED_BY } from '@backstage/catalog-model';
import type { Knex } from 'knex';
import request from 'supertest';
import { CountedTarget } from './__testUtils__/CountedTarget';
import { startReplica } from './__testUtils__/startReplica';
import { component, testDatabases } from './__testUtils__/startServiceHealth';

jest.setTimeout(180_000);

const base = '/api/service-health/v1';
const concurrency = 5;
const names = Array.from({ length: 40 }, (_, index) => `service-${index}`);
const fallen = names[7];
const ref = (name: string) => `component:default/${name}`;

describe('two replicas', () => {
  const told: string[] = [];
  let target: CountedTarget;
  let knex: Knex;
  let replicas: TestBackend[] = [];

  beforeAll(async () => {
    target = await CountedTarget.start();
    knex = await testDatabases.init('POSTGRES_18');
    const entities = names.map(name => ({
      ...component(name, {
        'portal/health-checks': `PROD1=${target.urlOf(name)}`,
      }),
      relations: [{ type: RELATION_OWNED_BY, targetRef: 'group:default/team' }],
    }));
    for (let count = 0; count < 2; count += 1) {
      replicas.push(
        await startReplica({
          concurrency,
          entities,
          knex,
          onNotified: title => told.push(title),
        }),
      );
    }
  });

  afterAll(async () => {
    await Promise.all(replicas.map(replica => replica.stop()));
    await target?.stop();
  });

  async function until(isSo: () => Promise<boolean> | boolean) {
    for (let attempt = 0; attempt < 450; attempt += 1) {
      if (await isSo()) {
        return;
      }
      await sleep(100);
    }
    throw new Error('It was not so within 45 seconds');
  }

  /** What every replica answers, which must be the same. */
  async function agreed(path: string) {
    const answers = await Promise.all(
      replicas.map(async ({ server }) => {
        const { body } = await request(server).get(`${base}${path}`);
        return body;
      }),
    );
    for (const answer of answers) {
      expect(answer).toEqual(answers[0]);
    }
    return answers[0];
  }

  /** Makes every probe due at the same moment, and waits until what comes of it is written. */
  async function round() {
    await knex.raw(
      `UPDATE "service-health".checks SET next_at = now() + interval '2 seconds'`,
    );
    // What was taken before has ended by then.
    await sleep(1_500);
    target.forget();
    const { rows } = await knex.raw('SELECT now() AS now');
    await until(async () => {
      const { rows: late } = await knex.raw(
        `SELECT FROM "service-health".checks WHERE checked_at IS NULL OR checked_at < ?`,
        [rows[0].now],
      );
      return late.length === 0;
    });
    // Whoever came a second time would have come by now.
    await sleep(1_500);
    return Object.fromEntries(target.hits);
  }

  const once = Object.fromEntries(names.map(name => [name, 1]));

  it('share the probes, make each once, and answer the same', async () => {
    await until(async () => (await agreed('/states')).total === names.length);
    for (let count = 0; count < 2; count += 1) {
      expect(await round()).toEqual(once);
      // More at once than one of them makes.
      expect(target.most).toBeGreaterThan(concurrency);
    }
    const { counts } = await agreed('/states');
    expect(counts).toEqual({ up: 40, degraded: 0, down: 0, unknown: 0 });
    const { rows } = await knex.raw(
      `SELECT count(*)::integer AS tasks FROM "service-health".backstage_backend_tasks__tasks`,
    );
    expect(rows[0].tasks).toBe(4);
  });

  it('tell a change once, and go by what either was told of maintenance', async () => {
    target.breakDown(fallen);
    await round();
    await round();
    const query = `entityRef=${encodeURIComponent(ref(fallen))}`;
    const { items } = await agreed(`/states?${query}`);
    expect(items[0]).toMatchObject({
      state: 'down',
      reason: 'HTTP status 503',
    });
    const { changes } = await agreed(`/history?${query}`);
    expect(changes).toHaveLength(2);
    await until(() => told.length > 0);

    const [one, other] = replicas;
    const { body: window } = await request(one.server)
      .post(`${base}/maintenance`)
      .send({
        entityRef: ref(fallen),
        from: new Date().toISOString(),
        to: new Date(Date.now() + 3_600_000).toISOString(),
        reason: 'New disks',
      })
      .expect(201);
    const during = await agreed(`/states?${query}`);
    expect(during.items[0].maintenanceUntil).toBe(window.to);
    await request(other.server)
      .delete(`${base}/maintenance/${window.id}`)
      .expect(204);
    const after = await agreed(`/states?${query}`);
    expect(after.items[0].maintenanceUntil).toBeUndefined();
    // The next time that changes are told has passed.
    await sleep(11_000);
    expect(told).toEqual([`${fallen} is down in PROD1`]);
  });

  it('take over what the other did when it goes', async () => {
    await replicas[0].stop();
    replicas = replicas.slice(1);
    expect(await round()).toEqual(once);
    expect(target.most).toBeLessThanOrEqual(concurrency);
    expect((await agreed('/states')).counts).toMatchObject({ up: 39, down: 1 });
  });
});
