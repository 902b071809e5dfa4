import { timeZoneOfTeam } from './calendar.mjs';
import { generateDeliveryHistory } from './deliveryHistory.mjs';
import { DemoState } from './demoState.mjs';
import { loadActivity } from './loadActivity.mjs';
import { loadCosts } from './loadCosts.mjs';
import { loadHealth } from './loadHealth.mjs';
import { loadSecurity } from './loadSecurity.mjs';
import { PortalClient } from './PortalClient.mjs';

const monthsOfHistory = 14;
const pageSize = 100;
// The better half has pipelines that report; releases stand for the deployments of the others.
const reportingProfiles = new Set(['elite', 'high']);
const pollInterval = 2_000;
const longestWait = 10 * 60_000;

/**
 * A component of the demo organisation, as far as its deliveries matter.
 *
 * @typedef {{ name: string, namespace: string, profile: string, timeZone: string, tags: string[], type: string }} DemoComponent
 */

/**
 * Loads the delivery histories of the demo organisation through the public APIs, and tops up what is there.
 *
 * @remarks
 *
 * It may be killed at any time and called again: what a component has is remembered, and sending a record twice
 * changes nothing.
 *
 * @param {object} options
 * @param {string} options.baseUrl - of the portal, such as http://localhost:7007
 * @param {string} options.token - the service token
 * @param {string} [options.webhookSecret] - of the generic sender; without it nothing happened in repositories
 * @param {string} options.dataDir - where the progress is kept
 * @param {(line: string) => void} options.log
 * @param {AbortSignal} [options.signal]
 * @param {Date} [options.now]
 * @param {number} [options.pollInterval] - milliseconds between two looks at the catalog
 * @returns {Promise<{ components: number, accepted: number }>}
 */
export async function loadDemo(options) {
  const { baseUrl, token, webhookSecret, dataDir, log, signal } = options;
  const { now = new Date() } = options;
  const client = new PortalClient({ baseUrl, token, signal });
  try {
    const components = await waitForComponents(
      client,
      options.pollInterval ?? pollInterval,
    );
    const state = await DemoState.read(dataDir);
    let accepted = 0;
    for (const [index, component] of components.entries()) {
      signal?.throwIfAborted();
      accepted += await loadComponent({ client, component, state, now, log });
      log(`Demo organisation: ${index + 1} of ${components.length} components`);
    }
    await loadHealth({ client, components, now });
    await loadCosts({ client, state, now, log, signal });
    await loadSecurity({ client, components, state, now, log, signal });
    if (webhookSecret) {
      const sender = new PortalClient({
        baseUrl,
        token: webhookSecret,
        signal,
      });
      await loadActivity({ client: sender, components, now });
    }
    return { components: components.length, accepted };
  } catch (error) {
    if (signal?.aborted) {
      throw signal.reason;
    }
    throw new Error(
      `The demo organisation is not complete, and the next start goes on from here: ${error.message}`,
      { cause: error },
    );
  }
}

/**
 * The catalog takes the demo organisation in by and by; it is complete when two looks in a row find the same.
 *
 * @returns {Promise<DemoComponent[]>}
 */
async function waitForComponents(client, interval) {
  const deadline = Date.now() + longestWait;
  let before = -1;
  for (;;) {
    const components = await listComponents(client);
    if (components.length > 0 && components.length === before) {
      return components;
    }
    if (Date.now() > deadline) {
      throw new Error(
        'the catalog has no component with the annotation portal/demo; see that catalog.locations names catalog/all.yaml',
      );
    }
    before = components.length;
    await client.wait(interval);
  }
}

/** @returns {Promise<DemoComponent[]>} */
async function listComponents(client) {
  const query = new URLSearchParams({
    filter: 'kind=component,metadata.annotations.portal/demo=true',
    fields:
      'metadata.name,metadata.namespace,metadata.annotations,metadata.tags,spec.owner,spec.type',
    orderField: 'metadata.name,asc',
    limit: String(pageSize),
  });
  /** @type {DemoComponent[]} */
  const components = [];
  let path = `/api/catalog/entities/by-query?${query}`;
  for (;;) {
    const page = await client.json(path);
    for (const { metadata, spec } of page?.items ?? []) {
      components.push({
        name: metadata.name,
        namespace: metadata.namespace ?? 'default',
        profile: metadata.annotations['portal/demo-delivery'] ?? 'medium',
        timeZone: timeZoneOfTeam(String(spec?.owner)),
        tags: metadata.tags ?? [],
        type: String(spec?.type),
      });
    }
    const cursor = page?.pageInfo?.nextCursor;
    if (!cursor) {
      return components;
    }
    path = `/api/catalog/entities/by-query?${new URLSearchParams({
      cursor,
      fields: query.get('fields'),
      limit: query.get('limit'),
    })}`;
  }
}

/** Sends what a component does not have yet, and answers how many records were new. */
async function loadComponent({ client, component, state, now, log }) {
  const { name, namespace, profile, timeZone } = component;
  const key = `${namespace}/${name}`;
  const from = (await hasDemoFacts(client, component))
    ? state.loadedUntil(key)
    : undefined;
  if (from && from >= now) {
    return 0;
  }
  const records = [
    ...generateDeliveryHistory({
      component: name,
      profile,
      timeZone,
      pipeline: reportingProfiles.has(profile),
      from: from ?? windowStart(now),
      to: now,
    }),
  ];
  let accepted = 0;
  // The first line names the repository and is there even where nothing happened since.
  if (records.length > 1) {
    const query = new URLSearchParams({
      entityRef: `component:${namespace}/${name}`,
      provenance: 'demo',
    });
    const result = await client.json(`/api/dora/v1/import?${query}`, {
      method: 'POST',
      contentType: 'application/x-ndjson',
      body: `${records.map(record => JSON.stringify(record)).join('\n')}\n`,
    });
    if (!result) {
      throw new Error(
        'the portal has no delivery API; see that packages/backend adds the dora plugin',
      );
    }
    accepted = result.accepted;
    if (result.rejected > 0) {
      log(
        `Demo organisation: ${result.rejected} records of ${name} were not taken, the first because ${result.rejections[0]?.reason}`,
      );
    }
  }
  await state.setLoadedUntil(key, now);
  return accepted;
}

/** A new database knows nothing of what an older one was sent. */
async function hasDemoFacts(client, { name, namespace }) {
  const sources = await client.json(
    `/api/dora/v1/entities/component/${namespace}/${encodeURIComponent(
      name,
    )}/sources`,
  );
  return (sources?.items ?? []).some(
    ({ source, demo, commits }) => source === 'import' && demo && commits > 0,
  );
}

function windowStart(now) {
  const start = new Date(now);
  start.setUTCHours(0, 0, 0, 0);
  start.setUTCMonth(start.getUTCMonth() - monthsOfHistory);
  return start;
}
