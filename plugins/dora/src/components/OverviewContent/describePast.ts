import type { OverviewSelection } from '../../selection';

/** Says for whom what happened before a service moved, or was registered, counts. */
export function describePast({
  asOf,
}: Pick<OverviewSelection, 'asOf'>): string {
  return asOf === 'now'
    ? 'Services that belong here today count with their whole past, also with what was before they came.'
    : 'A service counts from the day it came here until the day it left; one that was registered lately therefore has a short past.';
}
