import type {
  EvidenceItem,
  FailureReasonKind,
} from '@portal/plugin-dora-common';

/**
 * Says in one sentence why a deployment counts as failed. The evidence, which is listed with it, says by what.
 *
 * @param evidence - What speaks for it, as far as it is known.
 */
export function describeReason(
  kind: FailureReasonKind,
  evidence: readonly Pick<EvidenceItem, 'type'>[] = [],
): string {
  switch (kind) {
    case 'explicit':
      return evidence.some(({ type }) => type === 'incident')
        ? 'An incident names it.'
        : 'A rollback names it.';
    case 'rollback':
      return 'An older version was deployed in its place.';
    case 'revert':
      return 'A later deployment took back a change that it brought.';
    default:
      return 'An incident of this service began soon after it.';
  }
}

/** The same in a few words, for a row of a table. */
export const shortReasons: Record<FailureReasonKind, string> = {
  explicit: 'named by an incident or a rollback',
  rollback: 'rolled back',
  revert: 'a change was reverted',
  'same-service': 'an incident soon after',
};
