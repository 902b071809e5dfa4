import {
  normaliseSearchTerm,
  type UsageEvents,
} from '@portal/plugin-docs-coverage-common';
import type { UsageCounts } from './UsageCounts';

/** Counts events by what they are of. Terms are made normal; those that could be private do not count. */
export function countEvents(events: UsageEvents): UsageCounts {
  const reads: UsageCounts['reads'] = new Map();
  for (const { entityRef } of events.reads) {
    const ref = entityRef.toLocaleLowerCase('en-US');
    reads.set(ref, (reads.get(ref) ?? 0) + 1);
  }
  const searches: UsageCounts['searches'] = new Map();
  for (const { term: text, found } of events.searches) {
    // The browser did so, too, but whoever can send can send anything.
    const term = normaliseSearchTerm(text);
    if (term !== undefined) {
      const known = searches.get(term);
      searches.set(term, {
        searches: (known?.searches ?? 0) + 1,
        withoutResult: (known?.withoutResult ?? 0) + (found ? 0 : 1),
      });
    }
  }
  return { reads, searches };
}
