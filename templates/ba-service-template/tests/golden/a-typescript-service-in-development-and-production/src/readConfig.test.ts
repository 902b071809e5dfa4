import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readConfig } from './readConfig.ts';

test('has a default for everything', () => {
  assert.deepEqual(readConfig({}), {
    environment: 'local',
    host: '0.0.0.0',
    port: 8080,
    logLevel: 'info',
    drainMillis: 5000,
  });
});

test('reads what it is told', () => {
  const config = readConfig({
    ENVIRONMENT: 'DEV1',
    HOST: '127.0.0.1',
    PORT: '0',
    LOG_LEVEL: 'debug',
    DRAIN_MILLIS: '0',
  });
  assert.equal(config.environment, 'DEV1');
  assert.equal(config.host, '127.0.0.1');
  assert.equal(config.port, 0);
  assert.equal(config.logLevel, 'debug');
  assert.equal(config.drainMillis, 0);
});

test('refuses what it can not mean', () => {
  for (const port of ['', '-1', '80.5', '65536', '0x50', 'http']) {
    assert.throws(() => readConfig({ PORT: port }), /PORT must be a whole number/);
  }
  assert.throws(() => readConfig({ LOG_LEVEL: 'loud' }), /LOG_LEVEL must be one of/);
});
