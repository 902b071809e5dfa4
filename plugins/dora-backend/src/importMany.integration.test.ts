import { mockCredentials } from '@backstage/backend-test-utils';
import type { DeliveryRecord } from '@portal/plugin-dora-common';
import fc from 'fast-check';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import request from 'supertest';
import { arbitraryHistory } from './__testUtils__/arbitraryHistory';
import { attribution } from './__testUtils__/attribution';
import { dumpEntity } from './__testUtils__/dumpEntity';
import { reportedIncident, seedReports } from './__testUtils__/seedReports';
import { startDora } from './__testUtils__/startDora';
import { maxEntities } from './import/ImportEntities';
import { DatabaseDeliveryImporter } from './services/DatabaseDeliveryImporter';

jest.setTimeout(180_000);

const sha = (index: number) => index.toString(16).padStart(40, '0');
const commit = (index: number): DeliveryRecord => ({
  type: 'commit',
  sha: sha(index),
  parents: index > 1 ? [sha(index - 1)] : [],
  authoredAt: '2024-01-01T00:00:00Z',
  committedAt: '2024-01-01T00:00:00Z',
});
const release = (index: number): DeliveryRecord => ({
  type: 'release',
  tag: `v${index}`,
  sha: sha(index),
  releasedAt: `2024-01-${String(index + 1).padStart(2, '0')}T00:00:00Z`,
});
const history = [commit(1), release(1), commit(2), commit(3), release(3)];
const openedAt = fc.array(
  fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2024, 0, 20) }),
  { maxLength: 2 },
);
const provenance = { source: 'import', demo: false } as const;

function refOf(name: string): string {
  return `component:default/${name}`;
}

function linesOf(name: string, records: readonly DeliveryRecord[]): string[] {
  return records.map(record =>
    JSON.stringify({ entityRef: refOf(name), ...record }),
  );
}

describe('import of many components', () => {
  let backend: Awaited<ReturnType<typeof startDora>>;
  let importer: DatabaseDeliveryImporter;

  beforeAll(async () => {
    backend = await startDora();
    importer = DatabaseDeliveryImporter.create({
      client: backend.knex,
      attribution,
    });
  });

  function post(body: string | Buffer) {
    return request(backend.server)
      .post('/api/dora/v1/import')
      .set('Authorization', mockCredentials.service.header())
      .set('Content-Type', 'application/x-ndjson')
      .send(body);
  }

  async function importText(lines: readonly string[], entityRef?: string) {
    const stream = Readable.from([Buffer.from(lines.join('\n'))]);
    return importer.importLines({ stream, provenance, entityRef });
  }

  async function seedIncidents(name: string, times: readonly number[]) {
    const incidents = times.map((at, index) =>
      reportedIncident({
        id: `${name}-${index}`,
        openedAt: at,
        resolvedAt: at + 600_000,
      }),
    );
    if (incidents.length > 0) {
      await seedReports(backend.knex, refOf(name), incidents);
    }
  }

  /** The sums of all entities, and what they should be. */
  async function sums() {
    const { rows } = await backend.knex.raw(
      `SELECT coalesce(t.day, e.day) AS day, t.deployments, t.failed, t.reworks,
         e.deployments AS e_deployments, e.failed AS e_failed, e.reworks AS e_reworks
       FROM total_days t FULL JOIN (
         SELECT day, environment, sum(deployments)::integer AS deployments, sum(failed)::integer AS failed,
           sum(reworks)::integer AS reworks
         FROM entity_days GROUP BY 1, 2
       ) e USING (day, environment)`,
    );
    return rows;
  }

  it('stores the same as an import of each of them, in whatever order the lines come', async () => {
    let run = 0;
    const three = fc.tuple(
      arbitraryHistory,
      arbitraryHistory,
      arbitraryHistory,
    );
    // Of some of them tools have told incidents before; such are derived together with the others.
    const threeTimes = fc.tuple(openedAt, openedAt, openedAt);
    await fc.assert(
      fc.asyncProperty(
        three,
        threeTimes,
        fc.infiniteStream(fc.nat()),
        async (all, times, order) => {
          run += 1;
          const names = all.map((_, index) => `run-${run}-${index}`);
          for (const [index, name] of names.entries()) {
            await seedIncidents(name, times[index]);
            await seedIncidents(`${name}-alone`, times[index]);
          }
          const lines = all.flatMap((records, index) =>
            linesOf(names[index], records),
          );
          const shuffled = lines
            .map(line => ({ line, place: order.next().value }))
            .sort((a, b) => a.place - b.place)
            .map(({ line }) => line);
          const half = Math.floor(shuffled.length / 2);
          const first = await importText(shuffled.slice(0, half));
          const second = await importText(shuffled);
          expect(first.rejected + second.rejected).toBe(0);
          expect(second.accepted + second.duplicate).toBe(lines.length);
          expect(await importText(shuffled)).toMatchObject({ accepted: 0 });
          let accepted = 0;
          for (const [index, records] of all.entries()) {
            const alone = `${names[index]}-alone`;
            const result = await importText(
              records.map(record => JSON.stringify(record)),
              refOf(alone),
            );
            accepted += result.accepted;
            expect(await dumpEntity(backend.knex, refOf(names[index]))).toEqual(
              await dumpEntity(backend.knex, refOf(alone)),
            );
          }
          expect(first.accepted + second.accepted).toBe(accepted);
        },
      ),
      { numRuns: 25 },
    );
    const rows = await sums();
    expect(rows.length).toBeGreaterThan(0);
    for (const { deployments, failed, reworks, ...rest } of rows) {
      expect([deployments, failed, reworks]).toEqual([
        rest.e_deployments,
        rest.e_failed,
        rest.e_reworks,
      ]);
    }
  });

  it('takes the good lines and names what is wrong with the others', async () => {
    const [first] = linesOf('good', history);
    const response = await post(
      [
        first,
        JSON.stringify(commit(2)),
        JSON.stringify({ ...commit(2), entityRef: 'group:default/team' }),
        JSON.stringify({ ...commit(2), entityRef: ['a', 'b'] }),
        JSON.stringify({ type: 'incident', entityRef: refOf('good'), id: '1' }),
        'null',
        'garbage',
        '',
        first.replace('component:default/good', 'Component:Default/GOOD'),
      ].join('\n'),
    );
    expect(response.status).toBe(200);
    expect(response.body).toMatchObject({
      accepted: 1,
      duplicate: 1,
      rejected: 6,
    });
    expect(
      response.body.rejections.map(
        (each: { line: number; reason: string }) =>
          `${each.line} ${each.reason}`,
      ),
    ).toEqual([
      expect.stringMatching(/^2 entityRef: found no single reference/),
      expect.stringMatching(/^3 entityRef: found the kind "group"/),
      expect.stringMatching(/^4 entityRef: found no single reference/),
      expect.stringMatching(
        /^5 type: found "incident", expected one of repository, commit/,
      ),
      expect.stringMatching(/^6 found null/),
      expect.stringMatching(/^7 not JSON/),
    ]);
  });

  it('takes so many components, and every line of theirs', async () => {
    const names = Array.from(
      { length: maxEntities + 2 },
      (_, index) => `many-${index}`,
    );
    const lines = [...names, names[0]].flatMap(name =>
      linesOf(name, [commit(1)]),
    );
    const response = await post(lines.join('\n'));
    expect(response.body).toMatchObject({
      accepted: maxEntities,
      duplicate: 1,
      rejected: 2,
    });
    expect(response.body.rejections[0]).toEqual({
      line: maxEntities + 1,
      reason: expect.stringMatching(
        /^entityRef: found component:default\/many-1000 after 1000 other components.*another/,
      ),
    });
  });

  it('leaves nothing of a stream that is cut short', async () => {
    const names = Array.from({ length: 20 }, (_, index) => `cut-${index}`);
    const lines = names.flatMap(name => linesOf(name, history));
    const whole = gzipSync(lines.join('\n'));
    const response = await post(whole.subarray(0, whole.length - 4));
    expect(response.status).toBe(400);
    const known = await backend
      .knex('entities')
      .whereLike('entity_ref', '%/cut-%');
    expect(known).toEqual([]);
    expect((await post(whole)).body).toMatchObject({
      accepted: lines.length,
    });
  });

  it('lets streams of the same components run beside each other', async () => {
    const names = Array.from({ length: 30 }, (_, index) => `both-${index}`);
    const lines = names.flatMap(name => linesOf(name, history));
    const results = await Promise.all([
      importText(lines),
      importText([...lines].reverse()),
      importText(
        history.map(record => JSON.stringify(record)),
        refOf('both-7'),
      ),
    ]);
    const sum = (key: 'accepted' | 'duplicate') =>
      results.reduce((total, result) => total + result[key], 0);
    expect(sum('accepted')).toBe(lines.length);
    expect(sum('duplicate')).toBe(lines.length + history.length);
  });

  it('answers what it brought to the next read', async () => {
    await post(
      [...linesOf('seen', history), ...linesOf('other', history)].join('\n'),
    );
    const response = await request(backend.server)
      .get(
        `/api/dora/v1/entities/component/default/seen/deployments?from=2024-01-01&to=2025-01-01`,
      )
      .set('Authorization', mockCredentials.service.header());
    expect(response.body.items).toEqual([
      expect.objectContaining({ tag: 'v3', changes: 2 }),
      expect.objectContaining({ tag: 'v1', baseline: true }),
    ]);
  });
});
