import { dayLength } from './calendar.mjs';
import { costMonths, generateCostMonth } from './costHistory.mjs';
import { sources } from './costResources.mjs';

/** How long ago something went wrong when the demo organisation is first loaded. */
const daysSinceAnomaly = 21;

/**
 * Sends the invoices of the demo organisation, a file a cloud and month: what is over once, and the month that goes on again
 * when another day is complete.
 *
 * @param {object} options
 * @param {import('./PortalClient.mjs').PortalClient} options.client
 * @param {import('./demoState.mjs').DemoState} options.state
 * @param {Date} options.now
 * @param {(line: string) => void} options.log
 * @param {AbortSignal} [options.signal]
 * @returns {Promise<number>} how many lines were taken; 0 where the portal has no cost
 */
export async function loadCosts({ client, state, now, log, signal }) {
  const known = await client.json('/api/finops/v1/sources');
  if (!known) {
    return 0;
  }
  const names = new Set((known.items ?? []).map(({ name }) => name));
  const anomalyDay = await anomalyDayOf(state, now);
  let lines = 0;
  for (const month of costMonths(now)) {
    for (const source of Object.keys(sources)) {
      signal?.throwIfAborted();
      const key = `costs ${source} ${month}`;
      const file = generateCostMonth({ source, month, until: now, anomalyDay });
      const loadedUntil = names.has(source)
        ? state.loadedUntil(key)
        : undefined;
      const end = new Date(
        Date.parse(`${month}-01T00:00:00Z`) + file.days * dayLength,
      );
      if (file.days > 0 && !(loadedUntil && loadedUntil >= end)) {
        lines += await send({ client, source, month, csv: file.csv });
        await state.setLoadedUntil(key, end);
      }
    }
  }
  if (lines > 0) {
    log(`Demo organisation: ${lines} lines of cost`);
  }
  return lines;
}

/** Kept once it is known, so that the past stays as it is. */
async function anomalyDayOf(state, now) {
  const key = 'costs anomaly';
  const day =
    state.loadedUntil(key) ??
    new Date(
      (Math.floor(now.getTime() / dayLength) - daysSinceAnomaly) * dayLength,
    );
  await state.setLoadedUntil(key, day);
  return day.getTime() / dayLength;
}

async function send({ client, source, month, csv }) {
  const query = new URLSearchParams({
    source,
    period: month,
    fileName: `${source}-${month}.csv`,
    provenance: 'demo',
  });
  const result = await client.json(`/api/finops/v1/imports?${query}`, {
    method: 'POST',
    contentType: 'text/csv',
    body: csv,
  });
  return result?.lines ?? 0;
}
