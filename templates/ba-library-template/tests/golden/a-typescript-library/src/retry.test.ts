import assert from 'node:assert/strict';
import { test } from 'node:test';
import { retry } from './index.ts';

function failing(times: number) {
  let calls = 0;
  return {
    calls: () => calls,
    work: async () => {
      calls++;
      if (calls <= times) {
        throw new Error(`try ${calls} failed`);
      }
      return calls;
    },
  };
}

test('answers as soon as it succeeds', async () => {
  const { work, calls } = failing(2);
  assert.equal(await retry(work, { delayMillis: 1 }), 3);
  assert.equal(calls(), 3);
});

test('gives up with the last error', async () => {
  const { work, calls } = failing(9);
  await assert.rejects(retry(work, { attempts: 4, delayMillis: 1 }), /try 4 failed/);
  assert.equal(calls(), 4);
});

test('does not try again what will never succeed', async () => {
  const { work, calls } = failing(9);
  await assert.rejects(retry(work, { isTransient: () => false }), /try 1 failed/);
  assert.equal(calls(), 1);
});

test('waits twice as long each time', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const { work, calls } = failing(2);
  const result = retry(work, { delayMillis: 100 });
  for (const [wait, seen] of [
    [99, 1],
    [1, 2],
    [199, 2],
    [1, 3],
  ] as const) {
    await new Promise(setImmediate);
    t.mock.timers.tick(wait);
    await new Promise(setImmediate);
    assert.equal(calls(), seen);
  }
  assert.equal(await result, 3);
});

test('refuses a number of tries that means nothing', async () => {
  for (const attempts of [0, -1, 1.5, Number.NaN]) {
    await assert.rejects(
      retry(async () => 1, { attempts }),
      RangeError,
    );
  }
});
