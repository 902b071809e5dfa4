import { dayLength } from './calendar.mjs';
import { createRandom } from './random.mjs';
import { loadSecurityWork } from './loadSecurityWork.mjs';
import {
  gitleaksReport,
  inventory,
  scorecardReport,
  semgrepReport,
  trivyReport,
} from './securityReports.mjs';
import { ecosystemOf, spotsOn, weakSpots } from './securityTimeline.mjs';

/** How far back reports go, and how often there is one. */
const daysOfHistory = 182;
const daysBetweenScans = 3;
/** Inventories and Scorecard come with every so many scans. */
const scansBetweenInventories = 9;

/** Who has which scanner: a portfolio never has all of them everywhere. */
const scanners = [
  {
    id: 'trivy',
    share: 0.88,
    kinds: ['package', 'image', 'setting'],
    write: trivyReport,
  },
  { id: 'semgrep', share: 0.45, kinds: ['code'], write: semgrepReport },
  { id: 'gitleaks', share: 0.6, kinds: ['secret'], write: gitleaksReport },
];

/**
 * Sends the security reports of the demo organisation: of each scanner those that say something new, the last one always, and the
 * newest inventory.
 *
 * @param {object} options
 * @param {import('./PortalClient.mjs').PortalClient} options.client
 * @param {Array<{ name: string, namespace: string, profile: string, tags: string[], type: string }>} options.components
 * @param {import('./demoState.mjs').DemoState} options.state
 * @param {Date} options.now
 * @param {(line: string) => void} options.log
 * @param {AbortSignal} [options.signal]
 * @returns {Promise<number>} how many reports were taken; 0 where the portal has no security score
 */
export async function loadSecurity(options) {
  const { client, components, state, now, log, signal } = options;
  const known = await client.json('/api/security-score/v1/scores?limit=1');
  if (!known) {
    return 0;
  }
  const today = Math.floor(now.getTime() / dayLength);
  const isNew = known.scored === 0;
  const anchor = await anchorOf(state, today, isNew);
  let reports = 0;
  for (const component of components) {
    signal?.throwIfAborted();
    const key = `security ${component.namespace}/${component.name}`;
    const loadedUntil = isNew ? undefined : state.loadedUntil(key);
    const after = loadedUntil
      ? Math.floor(loadedUntil.getTime() / dayLength)
      : today - daysOfHistory;
    for (const report of reportsOf({ component, anchor, after, today })) {
      await send(client, component, report);
      reports += 1;
    }
    await state.setLoadedUntil(key, now);
  }
  if (reports > 0) {
    await loadSecurityWork({ client, components, now });
    log(`Demo organisation: ${reports} security reports`);
  }
  return reports;
}

/** Kept once it is known, so that the past stays as it is. */
async function anchorOf(state, today, isNew) {
  const key = 'security anchor';
  const kept = isNew ? undefined : state.loadedUntil(key);
  const day = kept ?? new Date(today * dayLength);
  await state.setLoadedUntil(key, day);
  return Math.floor(day.getTime() / dayLength);
}

/**
 * The reports of a component after a day, in order of time.
 *
 * @returns {Array<{ day: number, body: string }>}
 */
export function reportsOf({ component, anchor, after, today }) {
  if (!ecosystemOf(component)) {
    return [];
  }
  const spots = weakSpots({ component, anchor });
  const reports = scanners.flatMap(scanner =>
    has(component, scanner)
      ? scansOf({ component, scanner, spots, after, today })
      : [],
  );
  for (const day of inventoryDays(component, { after, today })) {
    if (has(component, { id: 'inventory', share: 0.8 })) {
      reports.push({
        day,
        body: inventory({ component, spots: spotsOn(spots, day), day }),
      });
    }
    if (has(component, { id: 'scorecard', share: 0.65 })) {
      reports.push({ day, body: scorecardReport({ component, day }) });
    }
  }
  return reports.sort((one, other) => one.day - other.day);
}

function scansOf({ component, scanner, spots, after, today }) {
  const last = lastScanDay(component, today);
  const reports = [];
  let before;
  for (
    let day =
      last -
      Math.floor((last - (today - daysOfHistory)) / daysBetweenScans) *
        daysBetweenScans;
    day <= last;
    day += daysBetweenScans
  ) {
    const found = spotsOn(spots, day).filter(({ kind }) =>
      scanner.kinds.includes(kind),
    );
    const content = JSON.stringify(found);
    if (day > after && (content !== before || day === last)) {
      reports.push({
        day,
        body: scanner.write({ component, spots: found, day }),
      });
    }
    before = content;
  }
  return reports;
}

/** Every fourth week, and the last scan that there was. */
function inventoryDays(component, { after, today }) {
  const last = lastScanDay(component, today);
  const days = [];
  for (
    let day = last;
    day > Math.max(after, today - daysOfHistory);
    day -= daysBetweenScans * scansBetweenInventories
  ) {
    days.unshift(day);
  }
  return days;
}

/** Each component has its own day. */
function lastScanDay({ name }, today) {
  const offset = Math.floor(
    createRandom(`scan day ${name}`)() * daysBetweenScans,
  );
  return today - ((today + offset) % daysBetweenScans);
}

function has({ name }, { id, share }) {
  return createRandom(`scanner ${id} ${name}`)() < share;
}

async function send(client, { namespace, name }, { day, body }) {
  const query = new URLSearchParams({
    entityRef: `component:${namespace}/${name}`,
    provenance: 'demo',
    at: new Date(day * dayLength + 5 * 3_600_000).toISOString(),
  });
  await client.json(`/api/security-score/v1/reports?${query}`, {
    method: 'POST',
    contentType: 'application/json',
    body,
  });
}
