import { InputError } from '@backstage/errors';
import {
  addAmounts,
  compareAmounts,
  type CostGroup,
  type CostPoint,
  type CostsAnswer,
} from '@portal/plugin-finops-common';
import { addUnconverted } from './addUnconverted';
import type { TotalsQuestion } from './CostReader';
import { eachDay } from './eachDay';
import { startOfNextMonth, type Days } from './periodParts';
import type { SumRow } from './SumsQuery';

const mostAmounts = 100_000;

/** What {@link toAnswer} puts together. */
export type AnswerParts = Pick<CostsAnswer, 'currency' | 'visible' | 'demo'> & {
  question: TotalsQuestion;
  rows: readonly SumRow[];
  compared?: Days;
  before?: readonly SumRow[];
  firstDay?: string;
  /** `YYYY-MM-DD`: days and months that end after it are not complete. */
  today: string;
};

/** Makes an answer of sums. */
export function toAnswer(parts: AnswerParts): CostsAnswer {
  const { question, currency, compared, visible, demo } = parts;
  const rows = parts.rows.filter(row => row.currency === currency);
  const before = parts.before?.filter(row => row.currency === currency);
  const others = (found: readonly SumRow[] = []) =>
    addUnconverted(found.filter(row => row.currency !== currency));
  const groups = question.groupBy ? groupsOf(rows, before) : [];
  const { limit = groups.length } = question;
  const shown = groups.slice(0, limit);
  refuseTooLarge(question, shown.length);
  return {
    from: question.from,
    to: question.to,
    metric: question.metric,
    ...(question.groupBy && { groupBy: question.groupBy }),
    currency,
    total: addAmounts(rows.map(row => row.total)),
    unallocated: addAmounts(rows.map(row => row.unallocated)),
    lines: rows.reduce((sum, row) => sum + row.lines, 0),
    groups: shown,
    ...(groups.length > shown.length && {
      others: {
        groups: groups.length - shown.length,
        total: addAmounts(groups.slice(limit).map(group => group.total)),
      },
    }),
    ...(question.interval && {
      series: seriesOf(
        question,
        rows,
        new Set(shown.map(({ key }) => key)),
        parts.today,
      ),
    }),
    ...(compared && {
      previous: {
        ...compared,
        total: addAmounts((before ?? []).map(row => row.total)),
        complete:
          parts.firstDay !== undefined && compared.from >= parts.firstDay,
        unconverted: others(parts.before),
      },
    }),
    unconverted: others(parts.rows),
    visible,
    demo,
  };
}

/** An answer is held whole on both sides. */
function refuseTooLarge(question: TotalsQuestion, groups: number): void {
  const buckets = question.interval ? bucketsOf(question).length : 1;
  if (Math.max(groups, 1) * buckets > mostAmounts) {
    throw new InputError(
      `The answer would have ${groups} groups in each of ${buckets} ${question.interval}s: ask for fewer groups with limit, for months instead of days, or for a shorter time`,
    );
  }
}

function groupsOf(
  rows: readonly SumRow[],
  before: readonly SumRow[] | undefined,
): CostGroup[] {
  const totals = totalsBy(rows, row => row.key);
  const earlier = totalsBy(before ?? [], row => row.key);
  const keys = new Set([...totals.keys(), ...earlier.keys()]);
  return [...keys]
    .map(key => ({
      key,
      total: totals.get(key) ?? '0',
      ...(before && { previous: earlier.get(key) ?? '0' }),
    }))
    .sort(
      (a, b) => compareAmounts(b.total, a.total) || (a.key < b.key ? -1 : 1),
    );
}

function seriesOf(
  question: TotalsQuestion,
  rows: readonly SumRow[],
  shown: ReadonlySet<string>,
  today: string,
): CostPoint[] {
  const byBucket = new Map<string, SumRow[]>();
  for (const row of rows) {
    const bucket = row.bucket ?? question.from;
    const known = byBucket.get(bucket);
    if (known) {
      known.push(row);
    } else {
      byBucket.set(bucket, [row]);
    }
  }
  return bucketsOf(question).map(({ start, from, to, whole }) => {
    const found = byBucket.get(start) ?? [];
    return {
      from,
      to,
      complete: whole && to <= today,
      total: addAmounts(found.map(row => row.total)),
      groups: question.groupBy
        ? Object.fromEntries(
            totalsBy(
              found.filter(row => shown.has(row.key)),
              row => row.key,
            ),
          )
        : {},
    };
  });
}

function bucketsOf(
  question: TotalsQuestion,
): Array<Days & { start: string; whole: boolean }> {
  const { from, to, interval } = question;
  if (interval === 'day') {
    return eachDay({ from, to }).map(day => ({
      start: day,
      from: day,
      to: nextDay(day),
      whole: true,
    }));
  }
  const buckets: Array<Days & { start: string; whole: boolean }> = [];
  for (
    let start = `${from.slice(0, 7)}-01`;
    start < to;
    start = startOfNextMonth(start)
  ) {
    const end = startOfNextMonth(start);
    buckets.push({
      start,
      from: start < from ? from : start,
      to: end > to ? to : end,
      whole: start >= from && end <= to,
    });
  }
  return buckets;
}

function nextDay(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}

function totalsBy(
  rows: readonly SumRow[],
  keyOf: (row: SumRow) => string,
): Map<string, string> {
  const amounts = new Map<string, string[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const known = amounts.get(key);
    if (known) {
      known.push(row.total);
    } else {
      amounts.set(key, [row.total]);
    }
  }
  return new Map(
    [...amounts].map(([key, totals]) => [key, addAmounts(totals)]),
  );
}
