import { setTimeout as sleep } from 'node:timers/promises';

const DAY = 86_400_000;
const VALUES_PER_REQUEST = 5000;
const WAIT_LIMIT_MS = 120_000;

const metrics = [
  { id: 'deploymentFrequency', unit: '1/week', aggregation: 'sum' },
  { id: 'changeFailRate', unit: 'ratio', aggregation: 'ratio' },
  { id: 'reworkRate', unit: 'ratio', aggregation: 'ratio' },
  { id: 'changeLeadTime', unit: 'h', aggregation: 'distribution' },
  { id: 'recoveryTime', unit: 'h', aggregation: 'distribution' },
];

/** The metrics that {@link createPublisher} registers and publishes. */
export const metricIds = metrics.map(({ id }) => id);

/** Registers the metrics, and publishes all values of a day, each with parts where it adds and three windows. */
export function createPublisher({ url, token, entities }) {
  const send = (method, pathname, body) =>
    ask(`${url}/api/metrics/v1${pathname}`, token, method, body);
  return {
    register: () =>
      send('PUT', '/definitions', {
        definitions: metrics.map(metric => ({
          ...metric,
          title: metric.id,
          description: 'Generated.',
          estimator: 'Generated.',
          sample: 'facts',
          betterWhen: 'lower',
          source: 'benchmarks/metrics.mjs',
        })),
      }),
    /** Seconds for all values of the day so many days ago. */
    async day(ago) {
      const day = new Date(Date.now() - ago * DAY).toISOString().slice(0, 10);
      const values = valuesOf(ago, entities);
      const bodies = [];
      for (let at = 0; at < values.length; at += VALUES_PER_REQUEST) {
        bodies.push({ day, values: values.slice(at, at + VALUES_PER_REQUEST) });
      }
      const startedAt = performance.now();
      for (const body of bodies) {
        await send('POST', '/publish', body);
      }
      return (performance.now() - startedAt) / 1000;
    },
  };
}

/** A tenth of the entities has another value every day, the others stand still. */
function valuesOf(ago, entities) {
  return metrics.flatMap(({ id, unit, aggregation }) =>
    Array.from({ length: entities }, (_, index) => {
      const changing = index % 10 === ago % 10 ? ago : 0;
      const value = 1 / (1 + ((index * 7 + changing) % 97));
      const window = { state: 'ok', value, unit, sampleSize: 1 + (index % 50) };
      const parts = {
        sum: { sum: (index + changing) % 3, count: (index + changing) % 3 },
        ratio: { numerator: changing % 2, denominator: 1 + (index % 3) },
      };
      return {
        metricId: id,
        entityRef: nameOf(index),
        ...(parts[aggregation] && { parts: parts[aggregation] }),
        windows: { 28: window, 90: window, 365: window },
      };
    }),
  );
}

/** The reference of the entity with this index. */
export function nameOf(index) {
  return `component:default/service-${String(index).padStart(4, '0')}`;
}

/** A token of the guest, once the catalog knows the guest. */
export async function waitForMember(url) {
  const limit = Date.now() + WAIT_LIMIT_MS;
  let problem;
  while (Date.now() < limit) {
    try {
      const { backstageIdentity } = await ask(`${url}/api/auth/guest/refresh`);
      const { token } = backstageIdentity;
      await ask(`${url}/api/metrics/v1/definitions`, token);
      return token;
    } catch (error) {
      problem = error;
      await sleep(1000);
    }
  }
  throw new Error(`The guest is no member yet: ${problem}`);
}

/** The JSON that is answered. Fails with the words of the answer if it is none of success. */
export async function ask(url, token, method = 'GET', body) {
  const response = await fetch(url, {
    method,
    headers: {
      'X-Requested-With': 'XMLHttpRequest',
      ...(token && { Authorization: `Bearer ${token}` }),
      ...(body && { 'Content-Type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!response.ok) {
    throw new Error(
      `${url} answered ${response.status}: ${await response.text()}`,
    );
  }
  return response.json();
}
