import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { setTimeout } from 'node:timers/promises';
import type { ImportResult } from '@portal/plugin-dora-common';
import type { Knex } from 'knex';
import { generateHistory } from './__testUtils__/generateHistory';
import { testDatabases } from './__testUtils__/startDora';

jest.setTimeout(180_000);

const mebibyte = 1024 * 1024;
// About 64 MB, of which a fifth may be held at any time with room to spare.
const commits = 210_000;
const tolerance = 150 * mebibyte;

describe('a large import', () => {
  const children: ChildProcess[] = [];
  let client: Knex;

  beforeAll(async () => {
    client = await testDatabases.init('POSTGRES_18');
  });

  afterAll(() => children.forEach(child => child.kill('SIGKILL')));

  async function startImporter(): Promise<{ child: ChildProcess; url: URL }> {
    const { connection } = client.client.config;
    const child = spawn(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        join(__dirname, '__testUtils__', 'importServer.ts'),
        // The password does not enumerate.
        JSON.stringify({ ...connection, password: connection.password }),
      ],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { ...process.env, NODE_OPTIONS: '' },
      },
    );
    children.push(child);
    const [line] = await once(child.stdout, 'data');
    return { child, url: new URL(`http://127.0.0.1:${Number(String(line))}/`) };
  }

  async function send(url: URL, body: Iterable<Buffer>): Promise<ImportResult> {
    const call = request(url, { method: 'POST' });
    const answer = once(call, 'response');
    await pipeline(Readable.from(body), call);
    const [response] = await answer;
    return JSON.parse(await text(response));
  }

  async function memoryOf(url: URL): Promise<number> {
    const response = await fetch(url);
    const { rss }: { rss: number } = await response.json();
    return rss;
  }

  it('survives a kill in the middle, takes the same stream again, and holds little memory', async () => {
    const first = await startImporter();
    const broken = request(first.url, { method: 'POST' });
    broken.on('error', () => undefined);
    let written = 0;
    for (const chunk of generateHistory({ commits })) {
      broken.write(chunk);
      written += Buffer.byteLength(chunk);
      if (written > mebibyte) {
        break;
      }
    }
    await setTimeout(500);
    first.child.kill('SIGKILL');
    await once(first.child, 'exit');
    expect(await client('commits').count({ count: '*' })).toEqual([
      { count: '0' },
    ]);

    const { url } = await startImporter();
    const idle = await memoryOf(url);
    let peak = idle;
    let answered = 0;
    let done = false;
    const watch = (async () => {
      while (!done) {
        peak = Math.max(peak, await memoryOf(url));
        answered += 1;
        await setTimeout(100);
      }
    })();
    const result = await send(url, generateHistory({ commits }));
    done = true;
    await watch;
    expect(result).toEqual({
      accepted: commits + commits / 1000,
      duplicate: 0,
      rejected: 0,
      rejections: [],
    });
    expect((peak - idle) / mebibyte).toBeLessThan(tolerance / mebibyte);
    // Others are answered while it runs: one that held the process would answer at its end.
    expect(answered).toBeGreaterThan(3);
    const [{ count }] = await client('changes').count({ count: '*' });
    expect(Number(count)).toBe(commits - 1000);
  });
});
