import { recordOfRevert, recordsOfChange, tagOf } from './branchRecords.mjs';
import { between, createRandom } from './random.mjs';

const minute = 60_000;
const hour = 60 * minute;
const iso = instant => new Date(instant).toISOString();

const titles = [
  'Error rate above its limit',
  'Latency above its limit',
  'Checkout requests time out',
  'Queue is not drained',
  'Health checks fail',
];

/**
 * What was deployed.
 *
 * @typedef {{ id: string, sha: string, version: string }} Deployed
 */

/**
 * One change, revert, deployment, rollback or incident of a component whose pipeline reports to the portal: what it adds to the
 * history, to the branch, and what follows from it.
 */
export function happenInPipeline(happening, branch, component) {
  const { at, change, revert, slot, rollback, incident } = happening;
  if (change) {
    const commits = recordsOfChange(change, branch.tip);
    Object.assign(branch, {
      tip: commits.at(-1).sha,
      culprit: change.commits.at(-1).sha,
      changed: true,
    });
    return {
      records: [
        ...commits,
        pullRequestOf(change, branch.tip, component),
        inDevelopment({ at, branch, component }),
      ],
    };
  }
  if (revert) {
    const record = recordOfRevert({ at, revert, component, tip: branch.tip });
    Object.assign(branch, {
      tip: record.sha,
      culprit: undefined,
      changed: true,
    });
    return { records: [record, inDevelopment({ at, branch, component })] };
  }
  if (incident) {
    return { records: [{ type: 'incident', ...incident }] };
  }
  if (rollback) {
    branch.changed = true;
    branch.running = { ...rollback.to, id: `${component}-${at}` };
    return {
      records: [
        deploymentOf({
          at,
          ...branch.running,
          rollbackOf: rollback.of,
        }),
      ],
    };
  }
  return deploy({ at, slot }, branch, component);
}

function deploy({ at, slot }, branch, component) {
  const sameMinute =
    branch.released !== undefined && at - branch.released < minute;
  if (!branch.changed || sameMinute) {
    return { records: [] };
  }
  const before = branch.running;
  const running = {
    id: `${component}-${at}`,
    sha: branch.tip,
    version: tagOf(at),
  };
  const random = createRandom(`${running.id} pipeline`);
  const { culprit } = branch;
  Object.assign(branch, { released: at, changed: false, running });
  const records = [
    ...attemptsBefore({ at, running, random }),
    deploymentOf({ at, ...running }),
  ];
  if (slot.recoveryHours === undefined || !culprit) {
    return { records };
  }
  return {
    records,
    follows: troubleOf({
      at,
      running,
      before,
      culprit,
      hours: slot.recoveryHours,
      random,
    }),
  };
}

/** What is merged runs in development at once, by its commit: it is no version yet. */
function inDevelopment({ at, branch, component }) {
  return deploymentOf({
    id: `${component}-${at}-dev`,
    sha: branch.tip,
    at,
    environment: 'DEV1',
  });
}

/** Where a version is tried before production, and how many minutes before at most. */
const stages = [
  { environment: 'SIT1', id: 'test', from: 6, to: 30 },
  { environment: 'UAT1', id: 'uat', from: 3, to: 6 },
  { environment: 'PCM', id: 'pcm', from: 1, to: 3 },
];

/** The same version on its way to production, and now and then a deployment that did not get through. */
function attemptsBefore({ at, running, random }) {
  const { id } = running;
  const tried = stages.map(({ environment, id: stage, from, to }) =>
    deploymentOf({
      ...running,
      id: `${id}-${stage}`,
      at: at - Math.round(between(random, from, to) * minute),
      environment,
    }),
  );
  const failed = deploymentOf({
    ...running,
    id: `${id}-first`,
    at: at - 4 * minute,
    result: 'failure',
  });
  return random() < 0.03 ? [...tried, failed] : tried;
}

/** Somebody notices; then the version before comes back, or the change is taken back and the branch deployed again. */
function troubleOf({ at, running, before, culprit, hours, random }) {
  const end = at + Math.round(hours * hour);
  const opened = at + Math.round(between(random, 0.05, 0.3) * hours * hour);
  const incident = {
    id: `${running.id}-incident`,
    title: titles[Math.floor(random() * titles.length)],
    environment: 'PROD1',
    openedAt: iso(opened),
  };
  const noticed = random() < 0.7;
  const isRolledBack = before && random() < 0.4;
  return [
    ...(noticed
      ? [
          { at: opened, incident },
          { at: end, incident: { ...incident, resolvedAt: iso(end) } },
        ]
      : []),
    ...(isRolledBack
      ? [{ at: end, rollback: { of: running.version, to: before } }]
      : [
          { at: at + Math.round(0.7 * hours * hour), revert: culprit },
          { at: end, slot: {} },
        ]),
  ];
}

/** @returns {import('./deliveryHistory.mjs').DeploymentRecord} */
function deploymentOf({
  id,
  at,
  sha,
  version,
  environment = 'PROD1',
  result = 'success',
  rollbackOf,
}) {
  return {
    type: 'deployment',
    id,
    environment,
    version,
    sha,
    startedAt: iso(at - 3 * minute),
    finishedAt: iso(at),
    result,
    ...(rollbackOf && { rollbackOf }),
  };
}

/** @returns {import('./deliveryHistory.mjs').PullRequestRecord} */
function pullRequestOf({ at, pullRequest, commits }, mergeSha, component) {
  const first = Math.min(...commits.map(({ authoredAt }) => authoredAt));
  const random = createRandom(`${mergeSha} review`);
  const openedAt = first + Math.round(between(random, 0.2, 0.6) * (at - first));
  const firstReviewAt =
    openedAt + Math.round(between(random, 0.2, 0.9) * (at - openedAt));
  return {
    type: 'pullRequest',
    id: `${component}-${pullRequest}`,
    number: pullRequest,
    openedAt: iso(openedAt),
    firstCommitAt: iso(first),
    firstReviewAt: iso(firstReviewAt),
    mergedAt: iso(at),
    mergeSha,
  };
}
