import { describeDay, localInstant } from './calendar.mjs';
import { profileNamed } from './profiles.mjs';
import { between, createRandom, hexDigest, pick, poisson } from './random.mjs';

/**
 * A pull request of the day. `commits` are its changes, oldest first; `merge` is there where it came as a branch.
 *
 * @typedef {object} Change
 * @property {number} at - when it was merged
 * @property {number} pullRequest
 * @property {string} author
 * @property {string} kind
 * @property {{ sha: string, authoredAt: number, committedAt: number }[]} commits
 * @property {string | undefined} merge
 */

/**
 * A moment at which the team releases what is there, if anything is.
 *
 * @typedef {object} ReleaseSlot
 * @property {number} at
 * @property {number} [recoveryHours] - there where the release will turn out to be broken
 */

const minute = 60_000;
const hour = 60 * minute;
// The working day, in minutes since midnight.
const firstMinute = 8 * 60;
const lastMinute = 17 * 60 + 40;
const mostChanges = 8;
const firstPullRequestDay = Date.UTC(2023, 0, 1) / (24 * hour);
const kinds = ['feature', 'feature', 'feature', 'fix', 'fix', 'chore', 'other'];
// A team gets better for 850 days, then a reorganisation or a rewrite sets it back.
const learningCycle = 1000;
const learning = 850;

/**
 * How the days are just now: 0 to 1 for what the team has learned, and whether it is its bad month of the year.
 *
 * @param {string} component
 * @param {number} day
 */
export function conditionsOf(component, day) {
  const phase = Math.floor(
    createRandom(`${component} phase`)() * learningCycle,
  );
  const position = (day + phase) % learningCycle;
  const learned =
    position < learning
      ? position / learning
      : (learningCycle - position) / (learningCycle - learning);
  const { year, month } = describeDay(day);
  const badMonth =
    1 + Math.floor(createRandom(`${component} ${year} bad month`)() * 12) ===
    month;
  return { learned, badMonth };
}

/**
 * What a team does on a day. Nothing but the arguments matters, so that a day is the same whenever it is asked
 * for.
 *
 * @param {{ component: string, profile: string, day: number, timeZone: string }} options
 * @returns {{ changes: Change[], slots: ReleaseSlot[] }}
 */
export function planDay(options) {
  const { component, profile: profileName, day, timeZone } = options;
  const profile = profileNamed(profileName);
  const { weekend, holidays, weekday, month } = describeDay(day);
  const { learned, badMonth } = conditionsOf(component, day);
  const random = createRandom(`${component} ${profileName} ${day}`);

  let pace = 0.75 + 0.5 * learned;
  pace *= badMonth ? 0.6 : 1;
  pace *= month === 8 ? 0.7 : 1;
  pace *= weekend ? 0.03 : 1;
  pace *= holidays ? 0.08 : 1;

  let count = poisson(random, profile.changesPerDay * pace, mostChanges);
  if (weekday === 3) {
    // Each week has a change, so that looking back a while always finds the tip of the branch.
    count = Math.max(count, 1);
  }
  const times = Array.from({ length: count }, () =>
    between(random, firstMinute + 10, lastMinute),
  ).sort((a, b) => a - b);
  const changes = times.map((time, index) =>
    planChange({ component, profile, day, time, index, timeZone, random }),
  );

  const slots = planSlots({ ...options, profile, changes, pace, random }).map(
    at => {
      const failRate =
        profile.failRate * (1.4 - 0.8 * learned) * (badMonth ? 2.5 : 1);
      const fails = random() < failRate;
      const recovery =
        between(random, ...profile.recoveryHours) *
        (1.3 - 0.6 * learned) *
        (badMonth ? 1.5 : 1);
      return { at, ...(fails && { recoveryHours: recovery }) };
    },
  );
  return { changes, slots };
}

function planChange({
  component,
  profile,
  day,
  time,
  index,
  timeZone,
  random,
}) {
  const sha = part => hexDigest(`${component} ${day} ${index} ${part}`);
  const branch = random() < profile.mergedBranches;
  const length = branch ? 1 + Math.floor(random() * 3) : 1;
  const author = hexDigest(
    `${component} author ${Math.floor(random() * 6)}`,
    32,
  );
  const kind = pick(random, kinds);
  const at = localInstant(day, time, timeZone);

  const committed = branch
    ? Array.from({ length }, () =>
        planCommit({ profile, day, time, timeZone, random }),
      ).sort((a, b) => a - b)
    : [at];
  return {
    at,
    pullRequest: (day - firstPullRequestDay) * mostChanges + index + 1,
    author,
    kind,
    commits: committed.map((committedAt, commit) => ({
      sha: sha(commit),
      authoredAt: committedAt - Math.round(between(random, 0, 90) * minute),
      committedAt,
    })),
    merge: branch ? sha('merge') : undefined,
  };
}

/** When a commit of a branch was made that was merged at a time of a day: in working hours, not on a weekend. */
function planCommit({ profile, day, time, timeZone, random }) {
  let commitDay = day - Math.floor(random() * (profile.branchDays + 1));
  while (commitDay < day && describeDay(commitDay).weekend) {
    commitDay -= 1;
  }
  const latest = commitDay === day ? time : lastMinute;
  return localInstant(
    commitDay,
    between(random, firstMinute, latest),
    timeZone,
  );
}

/** When the team would release on this day, in order. */
function planSlots({
  component,
  profile,
  day,
  timeZone,
  changes,
  pace,
  random,
}) {
  const { weekend, holidays, weekday, week } = describeDay(day);
  if (profile.cadence === 'continuous') {
    return changes
      .map(({ at }) => at + Math.round(between(random, 8, 50)) * minute)
      .sort((a, b) => a - b);
  }
  if (weekend || holidays) {
    return [];
  }
  const slot = (time, chance) =>
    random() < chance
      ? [localInstant(day, time + between(random, 0, 25), timeZone)]
      : [];
  switch (profile.cadence) {
    case 'slots':
      return [
        ...slot(11 * 60, 0.55 * pace),
        ...slot(15 * 60 + 30, 0.75 * pace),
      ];
    case 'weekdays':
      return weekday === 2 || weekday === 4 ? slot(14 * 60, 0.9 * pace) : [];
    default: {
      const turn = Math.floor(createRandom(`${component} train`)() * 3);
      return weekday === 3 && week % 3 === turn ? slot(19 * 60, 1) : [];
    }
  }
}
