import { mockCredentials } from '@backstage/backend-test-utils';
import type { CommitRecord } from '@portal/plugin-dora-common';
import { once } from 'node:events';
import net from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import request from 'supertest';
import { DatabaseDeliveryImporter } from './services/DatabaseDeliveryImporter';
import { attribution } from './__testUtils__/attribution';
import { startDora } from './__testUtils__/startDora';

jest.setTimeout(120_000);

const sha64 = '0123456789abcdef'.repeat(4);
const commit = (index: number, parents: number[] = []): CommitRecord => ({
  type: 'commit',
  sha: sha(index),
  parents: parents.map(sha),
  authoredAt: '2024-01-01T00:00:00Z',
  committedAt: '2024-01-01T00:00:00Z',
});

describe('limits of the bulk import', () => {
  let backend: Awaited<ReturnType<typeof startDora>>;

  beforeAll(async () => {
    const limits = { maxBytes: 100_000, waitTimeout: { milliseconds: 300 } };
    backend = await startDora({ config: { dora: { import: limits } } });
  });

  function post(name: string) {
    return request(backend.server)
      .post(`/api/dora/v1/import?entityRef=component:default/${name}`)
      .set('Authorization', mockCredentials.service.header())
      .set('Content-Type', 'application/x-ndjson');
  }

  it('loses no good line over a text that no index can hold', async () => {
    // Characters without a pattern, so that the database cannot make them small.
    const random = (length: number, first: number, count: number) =>
      Array.from({ length }, (_, index) =>
        String.fromCodePoint(first + ((index * 7919 * (index + 31)) % count)),
      ).join('');
    const chinese = (length: number) => random(length, 0x4e00, 20_000);
    const emoji = random(256, 0x10400, 1000);
    const at = '2024-01-02T00:00:00Z';
    const lines = [
      { type: 'repository', repository: chinese(2048) },
      { type: 'repository', repository: `${chinese(682)}ab`, head: sha64 },
      { type: 'release', tag: chinese(342), sha: sha64, releasedAt: at },
      { type: 'release', tag: chinese(341), sha: sha64, releasedAt: at },
      { type: 'release', tag: emoji, sha: sha64, releasedAt: at },
      { ...commit(1), author: chinese(85), kind: chinese(21) },
      { ...commit(2), authoredAt: '0000-01-01T00:00:00+14:00' },
      { ...commit(3), authoredAt: '9999-12-31T23:59:59-14:00' },
      { ...commit(4), reverts: 'fffff' },
      { ...commit(5), pullRequest: Number.MAX_SAFE_INTEGER },
    ];
    const response = await post('texts').send(
      lines.map(line => JSON.stringify(line)).join('\n'),
    );
    expect(response.status).toBe(200);
    expect(response.body).toMatchObject({ accepted: 8, rejected: 2 });
    expect(response.body.rejections).toEqual([
      { line: 1, reason: expect.stringMatching(/^repository: .*2048 bytes/) },
      { line: 3, reason: expect.stringMatching(/^tag: .*1024 bytes/) },
    ]);
  });

  it('refuses more than it is configured to inflate', async () => {
    const response = await post('large').send(
      gzipSync('\n'.repeat(100_000) + JSON.stringify(commit(1))),
    );
    expect(response.status).toBe(400);
    expect(response.body.error.message).toMatch(
      /more than 100000 bytes.*nothing was imported.*dora.import.maxBytes/,
    );
  });

  it('says that it is busy, and keeps no repository waiting', async () => {
    const address = backend.server.address() as net.AddressInfo;
    const stalled = await Promise.all(
      ['one', 'two'].map(async name => {
        const socket = net.connect(address.port, address.address);
        await once(socket, 'connect');
        socket.write(
          `POST /api/dora/v1/import?entityRef=component:default/${name} HTTP/1.1\r\nHost: x\r\n` +
            `Authorization: ${mockCredentials.service.header()}\r\nContent-Length: 1000\r\n\r\n\n`,
        );
        return socket;
      }),
    );
    await setTimeout(300);
    const third = await post('three').send(JSON.stringify(commit(1)));
    expect(third.status).toBe(503);
    expect(third.body.error.message).toMatch(
      /other imports .*nothing was imported.*[Ss]end .*again/,
    );
    stalled.forEach(socket => socket.destroy());
    await setTimeout(300);
    const again = await post('three').send(JSON.stringify(commit(1)));
    expect(again.body).toMatchObject({ accepted: 1 });
  });

  it('reads repositories while imports over HTTP stand still', async () => {
    const importer = DatabaseDeliveryImporter.create({
      client: backend.knex,
      attribution,
    });
    const stopped = new AbortController();
    const stalled = [1, 2, 3].map(index =>
      importer.importLines({
        entityRef: `component:default/stalled${index}`,
        stream: standStill(stopped.signal),
        provenance: { source: 'import', demo: false },
      }),
    );
    const read = await importer.importRecords({
      entityRef: 'component:default/stalled1',
      records: Readable.from([commit(1), commit(2, [1])]),
      provenance: { source: 'git', demo: false },
    });
    expect(read.accepted).toBe(2);
    stopped.abort();
    await Promise.all(stalled);
  });

  it('stores no history of a repository that it would have to cut', async () => {
    const importer = DatabaseDeliveryImporter.create({
      client: backend.knex,
      attribution,
    });
    const octopus = (parents: number) =>
      importer.importRecords({
        entityRef: 'component:default/octopus',
        records: Readable.from([
          commit(1),
          commit(
            2,
            Array.from({ length: parents }, (_, index) => index + 3),
          ),
        ]),
        provenance: { source: 'git', demo: false },
      });
    await expect(octopus(1001)).rejects.toThrow(
      /^commit 0*2: parents: found a list of 1001, expected at most 1000.*nothing/,
    );
    expect(await octopus(1000)).toMatchObject({ accepted: 2, rejected: 0 });
  });
});

function sha(index: number): string {
  return index.toString(16).padStart(40, '0');
}

async function* standStill(signal: AbortSignal): AsyncGenerator<Buffer> {
  yield Buffer.from('\n');
  if (!signal.aborted) {
    await once(signal, 'abort');
  }
}
