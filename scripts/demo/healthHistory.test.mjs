import assert from 'node:assert/strict';
import { it } from 'node:test';
import { generateHealthHistory } from './healthHistory.mjs';

const now = new Date('2026-11-22T13:07:30Z');
const component = { name: 'shop', namespace: 'default', profile: 'low' };

it('is the same each time, within the last thirty days, and not in the future', () => {
  const results = [...generateHealthHistory({ component, now })];
  assert.deepEqual([...generateHealthHistory({ component, now })], results);
  assert.ok(results.some(({ state }) => state !== 'up'));
  for (const { at, minutes } of results) {
    assert.ok(Date.parse(at) >= Date.parse('2026-10-24T00:00:00Z'));
    assert.ok(Date.parse(at) + (minutes - 1) * 60_000 <= now.getTime());
    assert.ok(minutes >= 1 && minutes <= 1440);
  }
});

it('keeps the results of complete days when the next day is loaded', () => {
  const tomorrow = new Date(now.getTime() + 86_400_000);
  const complete = ({ at }) => at > '2026-10-25' && at < '2026-11-22';
  assert.deepEqual(
    [...generateHealthHistory({ component, now: tomorrow })].filter(complete),
    [...generateHealthHistory({ component, now })].filter(complete),
  );
});
