import { between, createRandom, pick } from './random.mjs';

const minuteMs = 60_000;
const dayMs = 86_400_000;
const minutesOfDay = 1_440;
/** How much more often something is wrong before production. */
const environments = { PROD1: 1, PCM: 1.5, UAT1: 2, SIT1: 4, DEV1: 6 };
const reasons = [
  'HTTP status 503',
  'The connection was refused',
  'No answer within 10000 ms',
];
/** How likely an incident is on a day, by how the team delivers. */
const incidentRates = { elite: 0.02, high: 0.04, medium: 0.08, low: 0.15 };
/** How likely a component has an incident now. */
const ongoing = 0.04;

/**
 * A result as `POST /api/service-health/v1/checks` takes it.
 *
 * @typedef {{ entityRef: string, environment: string, name: string, at: string, state: 'up' | 'degraded' | 'down', minutes?: number, latency?: number, reason?: string }} ReportedCheck
 */

/**
 * What a checker would have found of a component over the last days, the same each time for the same days.
 *
 * @param {object} options
 * @param {{ name: string, namespace: string, profile: string }} options.component
 * @param {Date} options.now
 * @param {number} [options.days]
 * @returns {Generator<ReportedCheck>}
 */
export function* generateHealthHistory({ component, now, days = 30 }) {
  const today = Math.floor(now.getTime() / dayMs);
  for (const [environment, factor] of Object.entries(environments)) {
    const check = {
      entityRef: `component:${component.namespace}/${component.name}`,
      environment,
      name: 'Demo checker',
    };
    for (let day = today - days + 1; day <= today; day++) {
      const start = day * dayMs;
      const end = Math.min(start + dayMs, now.getTime());
      yield* resultsOfDay({
        component,
        check,
        factor,
        start,
        end,
        isToday: day === today,
      });
    }
  }
}

function* resultsOfDay({ component, check, factor, start, end, isToday }) {
  const random = createRandom(
    `health ${check.entityRef} ${check.environment} ${start}`,
  );
  const latency = Math.round(between(random, 20, 180));
  const at = time => new Date(time).toISOString();
  const minutesUntil = time => Math.floor((end - time) / minuteMs);
  if (minutesUntil(start) >= 1) {
    yield {
      ...check,
      at: at(start),
      state: 'up',
      minutes: minutesUntil(start),
      latency,
    };
  }
  const rate = incidentRates[component.profile] ?? incidentRates.medium;
  if (random() >= factor * (isToday ? ongoing : rate)) {
    return;
  }
  const state = random() < 0.35 ? 'degraded' : 'down';
  const reason =
    state === 'down'
      ? pick(random, reasons)
      : 'It took 2400 ms, expected are 800 ms';
  // What began today still goes on; what began before was over on the same day.
  const length = isToday ? minutesOfDay : Math.round(between(random, 3, 50));
  const began =
    start + Math.floor(between(random, 0, minutesOfDay - 60)) * minuteMs;
  const minutes = Math.min(length, minutesUntil(began));
  if (minutes < 1) {
    return;
  }
  yield { ...check, at: at(began), state, minutes, reason };
  if (!isToday) {
    yield {
      ...check,
      at: at(began + minutes * minuteMs),
      state: 'up',
      minutes: 1,
      latency,
    };
  }
}
