import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { DemoState } from './demoState.mjs';
import { loadCosts } from './loadCosts.mjs';

const now = new Date('2026-11-22T13:07:00Z');
const tomorrow = new Date('2026-11-23T06:00:00Z');
const nextMonth = new Date('2026-12-02T06:00:00Z');

/** Answers as the cost API does, and remembers what it was sent. */
class Portal {
  files = new Map();
  sent = [];

  async json(path, { method = 'GET', body } = {}) {
    const url = new URL(path, 'http://portal');
    if (method === 'GET') {
      return {
        items: [
          ...new Set([...this.files.keys()].map(key => key.split(' ')[0])),
        ].map(name => ({ name })),
      };
    }
    assert.equal(url.searchParams.get('provenance'), 'demo');
    const key = `${url.searchParams.get('source')} ${url.searchParams.get(
      'period',
    )}`;
    this.files.set(key, body);
    this.sent.push(key);
    return { lines: body.trimEnd().split('\n').length - 1 };
  }
}

describe('loadCosts', () => {
  let dataDir;
  let portal;
  const load = async day =>
    loadCosts({
      client: portal,
      state: await DemoState.read(dataDir),
      now: day,
      log: () => {},
    });

  beforeEach(async () => {
    portal = new Portal();
    dataDir = await mkdtemp(join(tmpdir(), 'load-costs-'));
  });
  afterEach(() => rm(dataDir, { recursive: true, force: true }));

  it('sends 14 months of three clouds, and then only the month that goes on', async () => {
    assert.ok((await load(now)) > 80_000);
    assert.equal(portal.sent.length, 42);
    const october = portal.files.get('demo-aws 2026-10');

    portal.sent = [];
    assert.equal(await load(now), 0);
    await load(tomorrow);
    assert.deepEqual(portal.sent, [
      'demo-aws 2026-11',
      'demo-microsoft 2026-11',
      'demo-oracle 2026-11',
    ]);

    portal.sent = [];
    await load(nextMonth);
    assert.equal(portal.sent.length, 6);
    assert.equal(portal.files.get('demo-aws 2026-10'), october);
  });

  it('sends everything again to a new database, with the same past', async () => {
    await load(now);
    const before = new Map(portal.files);
    portal = new Portal();
    await load(tomorrow);
    assert.equal(portal.sent.length, 42);
    assert.equal(
      portal.files
        .get('demo-aws 2026-11')
        .startsWith(before.get('demo-aws 2026-11')),
      true,
    );
  });

  it('leaves a portal without cost alone', async () => {
    portal.json = async () => undefined;
    assert.equal(await load(now), 0);
  });
});
