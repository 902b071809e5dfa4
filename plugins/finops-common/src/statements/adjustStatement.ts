import { Decimal } from 'decimal.js';
import { compareText } from './compareText';
import type { StatementLine } from './Statement';

const Exact = Decimal.clone({ precision: 60 });

/**
 * What a closed month must still be charged, or given back: what the store says now less what was charged, per owner, entity,
 * bucket and currency. Added to what was charged it is what the store says now.
 *
 * @param options - `now`: lines of the month as of now. `charged`: its lines when it was closed, and all adjustments of it since.
 * @public
 */
export function adjustStatement(options: {
  ofMonth: string;
  now: readonly StatementLine[];
  charged: readonly StatementLine[];
}): StatementLine[] {
  const { ofMonth, now, charged } = options;
  const differences = new Map<string, { line: StatementLine; sum: Decimal }>();
  const add = (line: StatementLine, sign: 1 | -1) => {
    const key = statementKey(line);
    const known = differences.get(key);
    const amount = new Exact(line.amount).times(sign);
    differences.set(key, {
      line,
      sum: known ? known.sum.plus(amount) : amount,
    });
  };
  now.forEach(line => add(line, 1));
  charged.forEach(line => add(line, -1));
  return [...differences.values()]
    .filter(({ sum }) => !sum.isZero())
    .map(({ line, sum }) => ({
      owner: line.owner,
      entityRef: line.entityRef,
      bucket: line.bucket,
      kind: 'adjustment' as const,
      ofMonth,
      currency: line.currency,
      amount: sum.toFixed(2),
    }))
    .sort((one, other) => compareText(statementKey(one), statementKey(other)));
}

function statementKey(line: StatementLine): string {
  return JSON.stringify([
    line.currency,
    line.owner,
    line.entityRef,
    line.bucket,
  ]);
}
