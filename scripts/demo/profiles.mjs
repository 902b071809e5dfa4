/**
 * How a team delivers.
 *
 * @typedef {object} Profile
 * @property {number} changesPerDay - pull requests merged on a working day
 * @property {number} mergedBranches - share of pull requests that come as a branch with a merge commit
 * @property {number} branchDays - how many days before the merge the first commit of such a branch is at most
 * @property {'continuous' | 'slots' | 'weekdays' | 'train'} cadence - when it releases
 * @property {number} failRate - share of releases that have to be taken back
 * @property {[number, number]} recoveryHours - from the failed release to the one that repairs
 */

/** @type {Readonly<Record<string, Profile>>} */
export const profiles = Object.freeze({
  // A release for each change, within the hour.
  elite: {
    changesPerDay: 3.4,
    mergedBranches: 0.05,
    branchDays: 0,
    cadence: 'continuous',
    failRate: 0.04,
    recoveryHours: [0.4, 1.6],
  },
  // Up to two releases a day.
  high: {
    changesPerDay: 2.4,
    mergedBranches: 0.15,
    branchDays: 2,
    cadence: 'slots',
    failRate: 0.09,
    recoveryHours: [1.5, 14],
  },
  // Tuesdays and Thursdays.
  medium: {
    changesPerDay: 1.4,
    mergedBranches: 0.35,
    branchDays: 4,
    cadence: 'weekdays',
    failRate: 0.15,
    recoveryHours: [8, 60],
  },
  // A train each third Wednesday.
  low: {
    changesPerDay: 0.9,
    mergedBranches: 0.6,
    branchDays: 9,
    cadence: 'train',
    failRate: 0.3,
    recoveryHours: [40, 220],
  },
});

/**
 * @param {string} name
 * @returns {Profile}
 */
export function profileNamed(name) {
  const profile = profiles[name];
  if (!profile) {
    throw new Error(
      `There is no delivery profile "${name}": write ${Object.keys(
        profiles,
      ).join(', ')} in portal/demo-delivery`,
    );
  }
  return profile;
}
