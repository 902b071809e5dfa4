import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createServer } from './createServer.ts';
import { readConfig } from './readConfig.ts';
import { checkEntries, readEntries } from './readContract.ts';

const address = '/v1/shipments';

function createTestService(count = 3) {
  const entries = Array.from({ length: count }, (_, index) => ({
    id: `entry-${index + 1}`,
    name: `Entry ${index + 1}`,
  }));
  const config = readConfig({ ENVIRONMENT: 'TEST1', LOG_LEVEL: 'error', DRAIN_MILLIS: '20' });
  return createServer(config, checkEntries(entries));
}

test('lists entries page by page', async () => {
  const { server } = createTestService();
  const first = await server.inject(`${address}?limit=2`);
  assert.equal(first.statusCode, 200);
  assert.deepEqual(first.json(), {
    items: [
      { id: 'entry-1', name: 'Entry 1' },
      { id: 'entry-2', name: 'Entry 2' },
    ],
    next: 'entry-2',
  });
  const second = await server.inject(`${address}?limit=2&after=entry-2`);
  assert.deepEqual(second.json(), { items: [{ id: 'entry-3', name: 'Entry 3' }] });
});

test('lists twenty where nobody says how many', async () => {
  const { server } = createTestService(21);
  assert.equal((await server.inject(address)).json().items.length, 20);
});

test('answers one entry', async () => {
  const { server } = createTestService();
  const answer = await server.inject(`${address}/entry-2`);
  assert.deepEqual(answer.json(), { id: 'entry-2', name: 'Entry 2' });
});

test('refuses what does not fit the contract with a problem', async () => {
  const { server } = createTestService();
  for (const [path, status] of [
    [`${address}?limit=0`, 400],
    [`${address}?limit=101`, 400],
    [`${address}?limit=many`, 400],
    [`${address}?after=NOT%20AN%20ID`, 400],
    [`${address}/NOT%20AN%20ID`, 400],
    [`${address}/entry-9`, 404],
    ['/nowhere', 404],
  ] as const) {
    const answer = await server.inject(path);
    assert.equal(answer.statusCode, status, path);
    assert.match(answer.headers['content-type'] ?? '', /^application\/problem\+json/, path);
    assert.equal(answer.json().status, status, path);
  }
});

test('keeps to itself what went wrong inside', async () => {
  const { server } = createTestService();
  server.get('/fails', async () => {
    throw new Error('password=hidden');
  });
  const answer = await server.inject('/fails');
  assert.equal(answer.statusCode, 500);
  assert.doesNotMatch(answer.body, /hidden/);
});

test('refuses entries that do not fit the contract', () => {
  assert.throws(() => checkEntries([{ id: 'Not an id', name: 'A' }]), /do not fit the contract/);
  assert.throws(() => checkEntries([{ id: 'a' }]), /required property 'name'/);
  const entry = { id: 'a', name: 'A' };
  assert.throws(() => checkEntries([entry, entry]), /Two entries have the id a/);
});

test('has entries that fit the contract', () => {
  assert.ok(Array.isArray(readEntries()));
});

test('serves its contract, and measures requests by route', async () => {
  const { server } = createTestService();
  assert.match((await server.inject('/openapi.yaml')).body, /^openapi: 3\.1/);
  await server.inject(`${address}/entry-1`);
  const metrics = (await server.inject('/metrics')).body;
  assert.ok(metrics.includes(`uri="${address}/:id",status="200"`));
});

test('is alive until the end, and ready until it is told to stop', async () => {
  const { server, stop } = createTestService();
  assert.equal((await server.inject('/health/ready')).statusCode, 200);
  const stopped = stop();
  assert.equal((await server.inject('/health/ready')).statusCode, 503);
  assert.equal((await server.inject('/health/live')).statusCode, 200);
  await stopped;
});
