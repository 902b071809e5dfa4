import assert from 'node:assert/strict';
import { test } from 'node:test';
import { component, createServer } from './createServer.ts';
import { readConfig } from './readConfig.ts';

function createTestService() {
  const lines: string[] = [];
  const config = readConfig({ ENVIRONMENT: 'TEST1', DRAIN_MILLIS: '20' });
  const service = createServer(config, { log: { write: (line) => lines.push(line) } });
  return { ...service, lines };
}

test('says who it is', async () => {
  const { server } = createTestService();
  const answer = await server.inject('/');
  assert.equal(answer.statusCode, 200);
  assert.deepEqual(answer.json(), { component, environment: 'TEST1' });
});

test('is alive until the end, and ready until it is told to stop', async () => {
  const { server, stop } = createTestService();
  assert.equal((await server.inject('/health/ready')).statusCode, 200);

  const stopped = stop();
  assert.equal((await server.inject('/health/ready')).statusCode, 503);
  assert.equal((await server.inject('/health/live')).statusCode, 200);
  await stopped;
});

test('measures requests by route and not by address', async () => {
  const { server } = createTestService();
  await server.inject('/');
  await server.inject('/nowhere/42');
  const answer = await server.inject('/metrics');
  const counts = answer.body.split('\n').filter((line) => line.includes('_seconds_count{'));
  assert.ok(counts.some((line) => line.includes('uri="/",status="200"') && line.endsWith(' 1')));
  assert.ok(counts.every((line) => line.includes(`component="${component}",environment="TEST1"`)));
  assert.match(answer.body, /uri="none",status="404"/);
  assert.doesNotMatch(answer.body, /nowhere/);
});

test('logs each request as JSON, without what is secret', async () => {
  const { server, lines } = createTestService();
  await server.inject({ url: '/', headers: { authorization: 'Bearer hidden' } });
  await server.inject('/health/live');
  const records = lines.map((line) => JSON.parse(line));
  assert.equal(records.filter(({ msg }) => msg === 'request completed').length, 1);
  assert.ok(records.every((record) => record.component === component));
  assert.doesNotMatch(lines.join(), /hidden/);
});
