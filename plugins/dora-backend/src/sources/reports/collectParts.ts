import { InputError } from '@backstage/errors';
import type { Report } from '@portal/plugin-dora-common';
import type { ParsedDelivery, RejectedPart } from './Parser';

const maxNamed = 5;

/**
 * Reads the parts of a delivery each by itself: a malformed one does not cost the others.
 *
 * @throws InputError with the first reasons where no part is good.
 * @internal
 */
export function collectParts<P>(
  parts: readonly P[],
  read: (part: P) => readonly Report[],
): ParsedDelivery {
  const facts: Report[] = [];
  const rejected: RejectedPart[] = [];
  let isAnyGood = false;
  parts.forEach((part, index) => {
    try {
      for (const fact of read(part)) {
        facts.push(fact);
      }
      isAnyGood = true;
    } catch (error) {
      if (!(error instanceof InputError)) {
        throw error;
      }
      rejected.push({ index, reason: error.message });
    }
  });
  if (rejected.length > 0 && !isAnyGood) {
    const named = rejected.slice(0, maxNamed).map(({ reason }) => reason);
    const rest = rejected.length - named.length;
    throw new InputError(
      `${named.join('; ')}${rest > 0 ? `; and ${rest} more` : ''}`,
    );
  }
  return { facts, ...(rejected.length > 0 && { rejected }) };
}
