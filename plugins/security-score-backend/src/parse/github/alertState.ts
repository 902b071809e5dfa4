import { textOf } from '../json/objectOf';
import type { ParsedFinding } from '../ReportSink';

/**
 * Where an alert stands: fixed ones count as not listed, dismissed ones are left out by the tool itself.
 *
 * A secret that was revoked is fixed; one that is none, or is to stay, is dismissed.
 */
export function alertState(
  state: unknown,
  reason: unknown,
  comment: unknown,
): Pick<ParsedFinding, 'suppressed' | 'gone'> {
  const word = textOf(state)?.toLowerCase();
  const why = textOf(reason)?.replaceAll('_', ' ').toLowerCase();
  switch (word) {
    case 'fixed':
      return { gone: true };
    case 'resolved':
      return why === 'revoked' || why === undefined
        ? { gone: true }
        : { suppressed: { reason: reasonOf(why, comment) } };
    case 'closed':
      return why === undefined
        ? { gone: true }
        : { suppressed: { reason: reasonOf(why, comment) } };
    case 'dismissed':
    case 'auto_dismissed':
      return {
        suppressed: {
          reason: reasonOf(
            why ?? (word === 'auto_dismissed' ? 'by a rule' : undefined),
            comment,
          ),
        },
      };
    default:
      return {};
  }
}

function reasonOf(why: string | undefined, comment: unknown): string {
  const words = ['dismissed on GitHub', why, textOf(comment)];
  return words.filter(Boolean).join(': ');
}
