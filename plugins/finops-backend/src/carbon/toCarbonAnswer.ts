import {
  addAmounts,
  carbonCoverage,
  compareAmounts,
  type CarbonAnswer,
  type CarbonEstimate,
  type CarbonFactor,
  type CarbonRequest,
} from '@portal/plugin-finops-common';
import type { CarbonRow } from './CarbonQuery';

/** What {@link toCarbonAnswer} puts together. */
export type CarbonParts = Pick<
  CarbonAnswer,
  'currency' | 'recalculating' | 'visible'
> & {
  question: CarbonRequest;
  rows: readonly CarbonRow[];
  /** Undefined where none are in force. */
  factors?: readonly CarbonFactor[];
};

/** Makes an answer of sums. */
export function toCarbonAnswer(parts: CarbonParts): CarbonAnswer {
  const { question, rows, currency, recalculating, visible, factors } = parts;
  const estimate = (found: readonly CarbonRow[]) => estimateOf(found, currency);
  const whole = estimate(rows);
  return {
    from: question.from,
    to: question.to,
    ...(question.groupBy && { groupBy: question.groupBy }),
    state: stateOf(factors, rows),
    unit: 'kgCO2e',
    currency,
    ...whole,
    groups: question.groupBy
      ? [...grouped(rows, ({ key }) => key)]
          .map(([key, found]) => ({ key, ...estimate(found) }))
          .sort(
            (a, b) => compareAmounts(b.kg, a.kg) || (a.key < b.key ? -1 : 1),
          )
      : [],
    ...(question.interval && {
      series: [...grouped(rows, ({ bucket }) => bucket ?? question.from)]
        .map(([from, found]) => ({ from, ...estimate(found) }))
        .sort((a, b) => (a.from < b.from ? -1 : 1)),
    }),
    sources: [...new Set(factors?.map(({ source }) => source))].sort(),
    recalculating,
    visible,
  };
}

function stateOf(
  factors: readonly CarbonFactor[] | undefined,
  rows: readonly CarbonRow[],
): CarbonAnswer['state'] {
  if (!factors) {
    return 'not-configured';
  }
  return rows.some(
    row => Number(row.covered_cost) !== 0 || Number(row.kg) !== 0,
  )
    ? 'ok'
    : 'insufficient-data';
}

/** Carbon needs no rate; a cost that has none is in no coverage. */
function estimateOf(
  rows: readonly CarbonRow[],
  currency: string,
): CarbonEstimate {
  const own = rows.filter(row => row.currency === currency);
  const coveredCost = addAmounts(own.map(row => row.covered_cost));
  const usageCost = addAmounts(own.map(row => row.usage_cost));
  const coverage = carbonCoverage(coveredCost, usageCost);
  return {
    kg: addAmounts(rows.map(row => row.kg)),
    coveredCost,
    usageCost,
    ...(coverage !== undefined && { coverage }),
  };
}

function grouped(
  rows: readonly CarbonRow[],
  keyOf: (row: CarbonRow) => string,
): Map<string, CarbonRow[]> {
  const groups = new Map<string, CarbonRow[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const known = groups.get(key);
    if (known) {
      known.push(row);
    } else {
      groups.set(key, [row]);
    }
  }
  return groups;
}
