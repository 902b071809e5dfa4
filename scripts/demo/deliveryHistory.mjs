import { recordOfRevert, recordsOfChange, tagOf } from './branchRecords.mjs';
import { dayLength, timeZoneOfTeam } from './calendar.mjs';
import { profileNamed } from './profiles.mjs';
import { happenInPipeline } from './pipelineReports.mjs';
import { planDay } from './workingDay.mjs';

/**
 * The records of plugins/dora-common/src/records.ts that are made here.
 *
 * @typedef {{ type: 'repository', repository: string }} RepositoryRecord
 * @typedef {{ type: 'commit', sha: string, parents: string[], authoredAt: string, committedAt: string,
 *   author: string, kind: string, reverts?: string, pullRequest?: number }} CommitRecord
 * @typedef {{ type: 'release', tag: string, sha: string, releasedAt: string }} ReleaseRecord
 * @typedef {{ type: 'deployment', id: string, environment: string, version: string, sha: string, startedAt: string,
 *   finishedAt: string, result: string, rollbackOf?: string }} DeploymentRecord
 * @typedef {{ type: 'incident', id: string, title: string, environment: string, openedAt: string,
 *   resolvedAt?: string }} IncidentRecord
 * @typedef {{ type: 'pullRequest', id: string, number: number, openedAt: string, firstCommitAt: string, firstReviewAt: string,
 *   mergedAt: string, mergeSha: string }} PullRequestRecord
 * @typedef {RepositoryRecord | CommitRecord | ReleaseRecord | DeploymentRecord | IncidentRecord |
 *   PullRequestRecord} DeliveryRecord
 */

// Before the first asked day the same days are gone through without telling: by then the tip of the branch,
// the last release and what is still broken are what they would be if one had started years earlier. The
// longest that any of it reaches back is a train of three weeks and a recovery of a month.
const lookBackDays = 90;
const minute = 60_000;
const hour = 60 * minute;

const iso = instant => new Date(instant).toISOString();

/**
 * A made-up delivery history: the records of `[from, to)`, each after those that it refers to.
 *
 * @remarks
 *
 * What happens on a day depends on the component, its profile and the day alone. So two calls that meet at
 * an instant yield together what one call over both yields, and a second call yields the same again.
 *
 * @param {object} options
 * @param {string} options.component
 * @param {string} options.profile - elite, high, medium or low
 * @param {Date} options.from
 * @param {Date} options.to - nothing at or after this instant is made, so give it the present at most
 * @param {string} [options.timeZone] - where the team works
 * @param {boolean} [options.pipeline] - whether a pipeline reports deployments, pull requests and incidents; else releases
 *   stand for deployments
 * @returns {Generator<DeliveryRecord>}
 */
export function* generateDeliveryHistory(options) {
  const {
    component,
    profile,
    timeZone = timeZoneOfTeam(component),
    pipeline = false,
  } = options;
  const from = options.from.getTime();
  const to = options.to.getTime();
  profileNamed(profile);
  if (!(from <= to)) {
    throw new Error(
      `The period of ${component} ends before it begins: ${options.from} to ${options.to}`,
    );
  }

  yield {
    type: 'repository',
    repository: `https://git.brennvik.example/${component}`,
  };

  for (const { at, records } of happenings({
    component,
    profile,
    timeZone,
    pipeline,
    from,
    to,
  })) {
    if (at >= from) {
      yield* records;
    }
  }
}

/** Everything that happens up to `to`, in order of time, the days of looking back included. */
function* happenings({ component, profile, timeZone, pipeline, from, to }) {
  /** @type {{ tip?: string, culprit?: string, released?: number, changed: boolean, running?: Deployed }} */
  const branch = { changed: false };
  const happen = pipeline ? happenInPipeline : happenInHistory;
  /** What follows from broken releases and is still to come. */
  let repairs = [];

  const firstDay = Math.floor(from / dayLength) - lookBackDays;
  // West of Greenwich, the last hours of a working day fall on the next day of UTC.
  const lastDay = Math.floor(to / dayLength) + 1;
  for (let day = firstDay; day <= lastDay; day++) {
    const { changes, slots } = planDay({ component, profile, day, timeZone });
    let today = [
      ...changes.map(change => ({ at: change.at, change })),
      ...slots.map(slot => ({ at: slot.at, slot })),
    ];
    const nextDay = (day + 1) * dayLength;
    while (today.length > 0 || repairs.some(({ at }) => at < nextDay)) {
      const next = [...today, ...repairs].reduce((a, b) =>
        b.at < a.at ? b : a,
      );
      today = today.filter(item => item !== next);
      repairs = repairs.filter(item => item !== next);
      if (next.at >= to) {
        return;
      }
      const { records, broken, follows = [] } = happen(next, branch, component);
      yield { at: next.at, records };
      repairs.push(...follows, ...(broken ? repairsOf(next.at, broken) : []));
    }
  }
}

/** A revert, and the release that brings it. */
function repairsOf(at, { sha, hours }) {
  return [
    { at: at + Math.round(0.7 * hours * hour), revert: sha },
    { at: at + Math.round(hours * hour), slot: {} },
  ];
}

/** One change, revert or release: what it adds to the history, and to the branch that it happens on. */
function happenInHistory({ at, change, revert, slot }, branch, component) {
  if (change) {
    const records = recordsOfChange(change, branch.tip);
    Object.assign(branch, {
      tip: records.at(-1).sha,
      culprit: change.commits.at(-1).sha,
      changed: true,
    });
    return { records };
  }
  if (revert) {
    const record = recordOfRevert({ at, revert, component, tip: branch.tip });
    Object.assign(branch, {
      tip: record.sha,
      culprit: undefined,
      changed: true,
    });
    return { records: [record] };
  }
  // A tag names a minute, so there is one release in a minute at most.
  const sameMinute =
    branch.released !== undefined && at - branch.released < minute;
  if (!branch.changed || sameMinute) {
    return { records: [] };
  }
  Object.assign(branch, { released: at, changed: false });
  return {
    records: [
      { type: 'release', tag: tagOf(at), sha: branch.tip, releasedAt: iso(at) },
    ],
    ...(slot.recoveryHours !== undefined &&
      branch.culprit && {
        broken: { sha: branch.culprit, hours: slot.recoveryHours },
      }),
  };
}
