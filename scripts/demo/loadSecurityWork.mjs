import { dayLength } from './calendar.mjs';

const officer = 'user:default/ruta-kazlauskiene';

/**
 * What people of the demo organisation made of findings: the n-th open one that fits, what was said, and by whom.
 */
const triages = [
  { nth: 0, triage: 'in-progress', reason: 'The upgrade is in review' },
  { nth: 1, triage: 'confirmed' },
  {
    nth: 3,
    triage: 'in-progress',
    reason: 'Waiting for the window of release 24',
  },
  { nth: 5, triage: 'confirmed' },
  {
    nth: 8,
    triage: 'not-affected',
    reason:
      'The vulnerable class is never loaded: JNDI is off in all environments',
  },
  {
    nth: 11,
    triage: 'false-positive',
    reason: 'The token in this file is an example from the documentation',
  },
];
const exceptions = [
  {
    nth: 2,
    days: 45,
    reason:
      'The supplier of the label printers has no driver for the fixed version before January',
    decision: {
      state: 'approved',
      reason: 'The printers are in a network of their own',
    },
  },
  {
    nth: 4,
    days: 12,
    reason:
      'The upgrade needs the new message format, which all depots have by the 9th',
    decision: { state: 'approved' },
  },
  { nth: 6, days: 90, reason: 'Replaced by the new routing engine in spring' },
  {
    nth: 7,
    days: 30,
    reason: 'Peak season: no changes to the sorter before it is over',
  },
  {
    nth: 9,
    days: 180,
    reason: 'It was always like that',
    decision: {
      state: 'rejected',
      reason: 'An upgrade is there since March; please plan it',
    },
  },
];

/**
 * Triages and exceptions of the demo organisation, once: what is there already is left alone.
 *
 * @param {object} options
 * @param {import('./PortalClient.mjs').PortalClient} options.client
 * @param {Date} options.now
 */
export async function loadSecurityWork({ client, now }) {
  const known = await client.json('/api/security-score/v1/exceptions?limit=1');
  const counts = Object.values(known?.byState ?? {});
  if (!known || counts.some(count => count > 0)) {
    return;
  }
  const page = await client.json(
    '/api/security-score/v1/findings?state=open&severity=critical,high&order=oldest&limit=100',
  );
  const findings = (page?.items ?? []).filter(
    (finding, index, all) =>
      all.findIndex(each => each.entityRef === finding.entityRef) === index,
  );
  for (const { nth, ...said } of triages) {
    if (findings[nth]) {
      await post(client, 'findings/triage', now, {
        ids: [findings[nth].id],
        ...said,
        by: officer,
      });
    }
  }
  for (const { nth, days, reason, decision } of exceptions) {
    const finding = findings[nth];
    if (finding) {
      await post(client, 'exceptions', now, {
        findingIds: [finding.id],
        reason,
        evidence: 'https://tickets.brennvik.example/browse/SEC-41',
        expiresAt: new Date(now.getTime() + days * dayLength).toISOString(),
        requestedBy: 'user:default/viktor-halasz',
        ...(decision && {
          decision: { ...decision, by: officer, at: now.toISOString() },
        }),
      });
    }
  }
}

async function post(client, path, now, body) {
  const query = new URLSearchParams({
    provenance: 'demo',
    at: now.toISOString(),
  });
  await client.json(`/api/security-score/v1/${path}?${query}`, {
    method: 'POST',
    contentType: 'application/json',
    body: JSON.stringify(body),
  });
}
