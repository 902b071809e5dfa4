import { compareText } from './compareText';
import type { StatementLine } from './Statement';

/**
 * The text of a month's statement that is hashed: JSON without spaces, its lines in one order, its keys as written here. The
 * same lines have the same text, in whatever order they come.
 *
 * @public
 */
export function canonicalStatement(statement: {
  month: string;
  lines: readonly StatementLine[];
}): string {
  const lines = statement.lines
    .map(line => ({
      kind: line.kind,
      ofMonth: line.ofMonth,
      currency: line.currency,
      owner: line.owner,
      entityRef: line.entityRef,
      bucket: line.bucket,
      amount: line.amount,
    }))
    .map(line => JSON.stringify(line))
    .sort(compareText);
  return `{"version":1,"month":${JSON.stringify(
    statement.month,
  )},"lines":[${lines.join(',')}]}`;
}
