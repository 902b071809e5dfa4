import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { generateActivityHistory } from './activityHistory.mjs';
import { loadActivity } from './loadActivity.mjs';

const component = {
  name: 'rate-service',
  namespace: 'default',
  profile: 'elite',
  timeZone: 'Europe/Oslo',
};
const now = new Date('2026-11-26T13:07:00Z');

describe('generateActivityHistory', () => {
  it('is of the last days, in order, labelled, and of every kind', () => {
    const activities = generateActivityHistory({ component, now, days: 60 });
    const times = activities.map(({ at }) => at);
    assert.deepEqual(times, [...times].sort());
    assert.ok(Date.parse(times.at(-1)) <= now.getTime());
    assert.ok(Date.parse(times.at(-1)) > now.getTime() - 4 * 86_400_000);
    assert.equal(new Set(activities.map(({ id }) => id)).size, times.length);
    assert.deepEqual([...new Set(activities.map(({ kind }) => kind))].sort(), [
      'issue',
      'pull-request',
      'push',
      'release',
      'review',
      'workflow-run',
    ]);
    assert.ok(
      activities.every(
        ({ demo, entityRef }) =>
          demo && entityRef === 'component:default/rate-service',
      ),
    );
  });

  it('tells the same of a day whenever it is asked', () => {
    const later = new Date(now.getTime() + 3 * 86_400_000);
    const then = new Map(
      generateActivityHistory({ component, now: later }).map(each => [
        each.id,
        each,
      ]),
    );
    const common = generateActivityHistory({ component, now }).filter(
      ({ id }) => then.has(id),
    );
    assert.ok(common.length > 10);
    common.forEach(each => assert.deepEqual(then.get(each.id), each));
  });
});

it('loadActivity sends it in parts, each with an id of its own, and stops where there is no inbox', async () => {
  const requests = [];
  const client = {
    json: async (path, request) => {
      requests.push({ path, ...request });
      return { id: '1', duplicate: false };
    },
  };
  const components = Array.from({ length: 12 }, (_, index) => ({
    ...component,
    name: `service-${index}`,
  }));
  const sent = await loadActivity({ client, components, now });
  const sizes = requests.map(({ body }) => JSON.parse(body).activities.length);
  assert.equal(
    sizes.reduce((sum, size) => sum + size, 0),
    sent,
  );
  assert.ok(sizes.length > 1 && sizes.every(size => size <= 200));
  const ids = requests.map(({ headers }) => headers['x-webhook-id']);
  assert.equal(new Set(ids).size, ids.length);

  const none = { json: async () => undefined };
  assert.equal(await loadActivity({ client: none, components, now }), 0);
});
