/**
 * What a coverage is the ratio of. Parts of several groups add; shares don't.
 *
 * @public
 */
export type CoverageParts = {
  /** How many entities should have documentation. */
  countable: number;
  /** How many of them have it; never more than `countable`. */
  documented: number;
};
