/**
 * Whether documentation keeps up with what it documents.
 *
 * - `fresh`: it changed no more than so many days before the last production deployment, or after it.
 * - `stale`: it last changed longer before that deployment.
 * - `unknown`: no production deployment is known, or not when the documentation last changed.
 *
 * @public
 */
export type Freshness = 'fresh' | 'stale' | 'unknown';

/**
 * What is known of a site. Instants are epoch milliseconds.
 *
 * @public
 */
export type SiteChanges = {
  /** When its text last changed; where `changeObserved` is false it was then or before. */
  changedAt?: number;
  /** Whether the portal saw it change. The text that it read first may be of any age. */
  changeObserved: boolean;
  /** The last production deployment of what it documents. */
  deployedAt?: number;
};

const day = 24 * 60 * 60 * 1000;

/**
 * Judges a site. What is not known never makes it fresh: text of unknown age can be shown to be stale, as it is at least as old as
 * the site, but not to be fresh.
 *
 * @param staleAfterDays - how many days documentation may be behind
 *
 * @public
 */
export function freshnessOf(
  { changedAt, changeObserved, deployedAt }: SiteChanges,
  staleAfterDays: number,
): Freshness {
  if (changedAt === undefined || deployedAt === undefined) {
    return 'unknown';
  }
  if (deployedAt - changedAt > staleAfterDays * day) {
    return 'stale';
  }
  return changeObserved ? 'fresh' : 'unknown';
}
