import { dayLength, describeDay } from './calendar.mjs';
import { hexDigest } from './random.mjs';

const minute = 60_000;

const iso = instant => new Date(instant).toISOString();

/** Year, day of the year and minute of the day: it rises without knowing the release before. */
export function tagOf(at) {
  const day = Math.floor(at / dayLength);
  const { year, dayOfYear } = describeDay(day);
  return `v${year - 2020}.${dayOfYear}.${Math.floor(
    (at - day * dayLength) / minute,
  )}`;
}

/** @returns {import('./deliveryHistory.mjs').CommitRecord[]} */
export function recordsOfChange(change, tip) {
  const { at, author, kind, pullRequest, merge } = change;
  let parents = tip ? [tip] : [];
  const records = change.commits.map(({ sha, authoredAt, committedAt }) => {
    const record = {
      type: 'commit',
      sha,
      parents,
      authoredAt: iso(authoredAt),
      committedAt: iso(committedAt),
      author,
      kind,
      pullRequest,
    };
    parents = [sha];
    return record;
  });
  if (merge) {
    records.push({
      type: 'commit',
      sha: merge,
      parents: [...(tip ? [tip] : []), ...parents],
      authoredAt: iso(at),
      committedAt: iso(at),
      author,
      kind: 'other',
      pullRequest,
    });
  }
  return records;
}

/** @returns {import('./deliveryHistory.mjs').CommitRecord} */
export function recordOfRevert({ at, revert, component, tip }) {
  return {
    type: 'commit',
    sha: hexDigest(`revert ${revert}`),
    parents: tip ? [tip] : [],
    authoredAt: iso(at),
    committedAt: iso(at),
    author: hexDigest(`${component} author 0`, 32),
    kind: 'revert',
    reverts: revert,
  };
}
