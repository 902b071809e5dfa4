import { Decimal } from 'decimal.js';
import { compareText } from './compareText';
import type { Statement, StatementLine, StatementTotal } from './Statement';

const Exact = Decimal.clone({ precision: 60 });

/**
 * Sums of a statement's lines: a currency, and an owner and currency, the greatest first.
 *
 * @public
 */
export function totalsOfLines(
  lines: readonly StatementLine[],
): Pick<Statement, 'totals' | 'owners'> {
  const totals = new Map<string, StatementLine[]>();
  const owners = new Map<string, StatementLine[]>();
  for (const line of lines) {
    push(totals, line.currency, line);
    push(owners, JSON.stringify([line.currency, line.owner]), line);
  }
  return {
    totals: [...totals.values()]
      .map(sum)
      .sort((one, other) => compareText(one.currency, other.currency)),
    owners: [...owners.values()]
      .map(group => ({ owner: group[0].owner, ...sum(group) }))
      .sort(
        (one, other) =>
          compareText(one.currency, other.currency) ||
          new Exact(other.total).comparedTo(one.total) ||
          compareText(one.owner, other.owner),
      ),
  };
}

function push<T>(groups: Map<string, T[]>, key: string, item: T): void {
  const group = groups.get(key);
  if (group) {
    group.push(item);
  } else {
    groups.set(key, [item]);
  }
}

function sum(lines: readonly StatementLine[]): StatementTotal {
  let cost = new Exact(0);
  let adjustments = new Exact(0);
  for (const { kind, amount } of lines) {
    if (kind === 'cost') {
      cost = cost.plus(amount);
    } else {
      adjustments = adjustments.plus(amount);
    }
  }
  return {
    currency: lines[0].currency,
    cost: cost.toFixed(2),
    adjustments: adjustments.toFixed(2),
    total: cost.plus(adjustments).toFixed(2),
  };
}
