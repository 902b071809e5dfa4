import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { loadDemo } from './loadDemo.mjs';

const now = new Date('2026-11-22T13:07:00Z');
const tomorrow = new Date('2026-11-23T16:00:00Z');
const sourcesPath =
  /^\/api\/dora\/v1\/entities\/component\/default\/([^/]+)\/sources$/;
const names = Array.from({ length: 7 }, (_, index) => `service-${index}`);

/** Answers as the catalog and the delivery API do, and remembers what it was sent. */
class Portal {
  facts = new Map();
  imports = [];
  failures = [];
  visible = names.length;

  async handle(request, response) {
    const url = new URL(request.url, 'http://portal');
    let body = '';
    for await (const chunk of request) {
      body += chunk;
    }
    const failure = this.failures.shift();
    const answer = (status, json) => {
      response
        .writeHead(status, { 'content-type': 'application/json' })
        .end(JSON.stringify(json));
    };
    if (failure === 'reset') {
      response.destroy();
    } else if (failure) {
      answer(failure, { error: { message: `status ${failure}` } });
    } else if (request.headers.authorization !== 'Bearer secret') {
      answer(401, { error: { message: 'Missing credentials' } });
    } else if (url.pathname.startsWith('/api/catalog/')) {
      const start = Number(url.searchParams.get('cursor') ?? 0);
      const end = Math.min(start + 3, this.visible);
      answer(200, {
        items: names.slice(start, end).map(name => ({
          metadata: {
            name,
            annotations: {
              'portal/demo': 'true',
              'portal/demo-delivery': 'high',
            },
          },
          spec: { owner: 'booking' },
        })),
        pageInfo: end < this.visible ? { nextCursor: String(end) } : {},
      });
      this.visible = Math.min(this.visible + 2, names.length);
    } else if (url.pathname === '/api/dora/v1/import') {
      this.import(url, body, answer);
    } else if (url.pathname === '/api/service-health/v1/checks') {
      assert.equal(url.searchParams.get('provenance'), 'demo');
      answer(200, { accepted: JSON.parse(body).items.length, changed: 0 });
    } else if (sourcesPath.test(url.pathname)) {
      const [, name] = sourcesPath.exec(url.pathname);
      const facts = this.facts.get(`component:default/${name}`);
      answer(200, {
        items: facts
          ? [{ source: 'import', demo: true, commits: facts.size }]
          : [],
      });
    } else {
      // What a portal without the other plugins answers.
      answer(404, { error: { message: 'Not found' } });
    }
  }

  import(url, body, answer) {
    const entityRef = url.searchParams.get('entityRef');
    assert.equal(url.searchParams.get('provenance'), 'demo');
    const facts = this.facts.get(entityRef) ?? new Map();
    this.facts.set(entityRef, facts);
    const lines = body.trimEnd().split('\n');
    const fresh = lines.filter(line => !facts.has(line));
    fresh.forEach(line => facts.set(line, true));
    this.imports.push({ entityRef, lines: lines.length });
    answer(200, {
      accepted: fresh.length,
      duplicate: lines.length - fresh.length,
      rejected: 0,
      rejections: [],
    });
  }
}

describe('loadDemo', () => {
  let portal;
  let server;
  let options;
  let lines;

  beforeEach(async () => {
    portal = new Portal();
    server = createServer(
      (request, response) => void portal.handle(request, response),
    );
    await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
    lines = [];
    options = {
      baseUrl: `http://127.0.0.1:${server.address().port}`,
      token: 'secret',
      dataDir: await mkdtemp(join(tmpdir(), 'load-demo-')),
      log: line => lines.push(line),
      now,
      pollInterval: 5,
    };
  });

  afterEach(async () => {
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
    await rm(options.dataDir, { recursive: true, force: true });
  });

  it('waits for the catalog, loads every component and says how far it is', async () => {
    portal.visible = 1;
    const { components, accepted } = await loadDemo(options);
    assert.equal(components, names.length);
    assert.ok(accepted > names.length * 300, `${accepted}`);
    assert.equal(portal.facts.size, names.length);
    assert.deepEqual(lines.slice(-2), [
      'Demo organisation: 6 of 7 components',
      'Demo organisation: 7 of 7 components',
    ]);
  });

  it('tops up with what is new, and then holds what a whole load would', async () => {
    await loadDemo(options);
    const whole = portal.imports.at(-1).lines;
    portal.imports = [];
    await loadDemo({ ...options, now: tomorrow });
    assert.ok(
      portal.imports.every(({ lines: count }) => count < whole / 20),
      JSON.stringify(portal.imports),
    );
    const toppedUp = portal.facts;

    portal = new Portal();
    await rm(join(options.dataDir, 'demo-state.json'));
    await loadDemo({ ...options, now: tomorrow });
    for (const [entityRef, facts] of portal.facts) {
      assert.deepEqual(
        new Set([...facts.keys(), ...toppedUp.get(entityRef).keys()]).size,
        toppedUp.get(entityRef).size,
      );
    }
  });

  it('sends nothing twice at the same instant', async () => {
    await loadDemo(options);
    portal.imports = [];
    assert.deepEqual(await loadDemo(options), { components: 7, accepted: 0 });
    assert.deepEqual(portal.imports, []);
  });

  it('goes on where it was stopped', async () => {
    const stop = new AbortController();
    const log = line => {
      lines.push(line);
      if (line.startsWith('Demo organisation: 3 ')) {
        stop.abort(new Error('stopped'));
      }
    };
    await assert.rejects(
      loadDemo({ ...options, log, signal: stop.signal }),
      /^Error: stopped$/,
    );
    assert.equal(portal.imports.length, 3);
    await loadDemo(options);
    assert.equal(portal.imports.length, names.length);
  });

  it('sends everything again to a new database, and after its state was damaged', async () => {
    await loadDemo(options);
    portal.facts.clear();
    portal.imports = [];
    await loadDemo({ ...options, now: tomorrow });
    assert.equal(portal.imports.length, names.length);
    assert.ok(portal.imports.every(({ lines: count }) => count > 300));

    await writeFile(join(options.dataDir, 'demo-state.json'), '{"compon');
    assert.equal((await loadDemo({ ...options, now: tomorrow })).accepted, 0);
    const state = JSON.parse(
      await readFile(join(options.dataDir, 'demo-state.json'), 'utf-8'),
    );
    assert.equal(Object.keys(state.components).length, names.length);
  });

  it('tries again when the portal is not there for a moment', async () => {
    portal.failures = [503, 'reset'];
    assert.equal((await loadDemo(options)).components, names.length);
  });

  it('says in one sentence what was refused', async () => {
    await assert.rejects(
      loadDemo({ ...options, token: 'wrong' }),
      /^Error: The demo organisation is not complete, and the next start goes on from here: GET \/api\/catalog\/entities\/by-query was refused: 401 Missing credentials$/,
    );
  });
});
