import {
  severities,
  severityRank,
  type FindingStatistics,
  type Severity,
} from '@portal/plugin-security-score-common';
import type { Knex } from 'knex';
import { endSql } from '../findings/dueSql';

/** What happened on a day to findings of a severity, of all services that are asked for. */
type SumRow = {
  day: string;
  severity: number;
  opened: number;
  fixed: number;
  reopened: number;
  hours: number;
  /** By how many the open ones changed. */
  step: number;
};
type MedianRow = { severity: number; median: number };
type DueRow = { severity: number; due: number; met: number };

const dayMilliseconds = 86_400_000;

/** Sums what happened to findings, from the sums of days; medians from the findings that were fixed. */
export class StatisticsReader {
  readonly #client: Knex;

  private constructor(client: Knex) {
    this.#client = client;
  }

  static create({ client }: { client: Knex }): StatisticsReader {
    return new StatisticsReader(client);
  }

  /**
   * @param period - ISO dates, half-open
   * @param refs - entity references; undefined: all services
   */
  async read(
    period: { from: string; to: string },
    refs?: readonly string[],
  ): Promise<FindingStatistics> {
    const bindings = { ...period, refs: refs ?? [] } as never;
    const inScope = refs
      ? `service_id IN (SELECT id FROM services WHERE ref = ANY(:refs::text[]))`
      : 'true';
    const end = endSql('findings');
    // What is asked of all services is kept as sums: the days of each are one row a service and day, from the first report on.
    const days = refs ? 'finding_days' : 'finding_day_sums';
    const [{ rows: sums }, { rows: medians }, { rows: due }] =
      await Promise.all([
        // What was before the period is one day more, which only its open ones are asked of.
        this.#client.raw<{ rows: SumRow[] }>(
          `SELECT to_char(day, 'YYYY-MM-DD') AS day, severity, opened, fixed, reopened, hours, step FROM (
             SELECT greatest(day, :from::date - 1) AS day, severity, sum(opened)::integer AS opened, sum(fixed)::integer AS fixed,
               sum(reopened)::integer AS reopened, sum(fixed_hours) AS hours,
               sum(opened + reopened - fixed + other)::integer AS step
             FROM ${days} WHERE day < :to::date AND ${inScope} GROUP BY 1, 2
           ) AS sums`,
          bindings,
        ),
        this.#client.raw<{ rows: MedianRow[] }>(
          `SELECT severity, percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM fixed_at - open_since) / 3600) AS median
           FROM findings WHERE state = 'fixed' AND fixed_at >= ${startOf(
             ':from',
           )} AND fixed_at < ${startOf(':to')} AND ${inScope} GROUP BY 1`,
          bindings,
        ),
        this.#client.raw<{ rows: DueRow[] }>(
          refs
            ? `SELECT severity, count(*)::integer AS due, count(*) FILTER (WHERE state = 'fixed' AND fixed_at <= due_at)::integer AS met
               FROM findings WHERE ${end} >= ${startOf(
                ':from',
              )} AND ${end} < ${startOf(
                ':to',
              )} AND state IN ('open', 'fixed') AND ${inScope} GROUP BY 1`
            : `SELECT severity, sum(findings)::integer AS due, sum(met)::integer AS met FROM finding_end_sums
               WHERE day >= :from::date AND day < :to::date GROUP BY 1`,
          bindings,
        ),
      ]);
    const within = sums.filter(({ day }) => day >= period.from);
    const eachSeverity = <T>(of: (rank: number) => T) =>
      Object.fromEntries(
        severities.map(severity => [severity, of(severityRank(severity))]),
      ) as Record<Severity, T>;
    return {
      ...period,
      days: daysOf(sums, period),
      timeToRemediate: eachSeverity(rank => {
        const rows = within.filter(({ severity }) => severity === rank);
        const fixed = sum(rows.map(row => row.fixed));
        const median = medians.find(({ severity }) => severity === rank);
        return {
          fixed,
          ...(fixed > 0 && {
            meanHours: sum(rows.map(({ hours }) => hours)) / fixed,
          }),
          ...(median && { medianHours: median.median }),
        };
      }),
      withinSla: eachSeverity(rank => {
        const row = due.find(({ severity }) => severity === rank);
        return { due: row?.due ?? 0, met: row?.met ?? 0 };
      }),
      reopened: sum(within.map(({ reopened }) => reopened)),
    };
  }
}

/** When a day begins, which is in UTC everywhere, whatever zone the database is in. */
function startOf(date: string): string {
  return `(${date}::date)::timestamp AT TIME ZONE 'UTC'`;
}

/** Each day of the period, those on which nothing happened among them. */
function daysOf(
  sums: readonly SumRow[],
  { from, to }: { from: string; to: string },
): FindingStatistics['days'] {
  let open = sum(sums.filter(({ day }) => day < from).map(({ step }) => step));
  const days: FindingStatistics['days'] = [];
  for (
    let time = Date.parse(from);
    time < Date.parse(to);
    time += dayMilliseconds
  ) {
    const day = new Date(time).toISOString().slice(0, 10);
    const rows = sums.filter(row => row.day === day);
    open += sum(rows.map(({ step }) => step));
    days.push({
      day,
      opened: sum(rows.map(({ opened }) => opened)),
      fixed: sum(rows.map(({ fixed }) => fixed)),
      reopened: sum(rows.map(({ reopened }) => reopened)),
      open,
    });
  }
  return days;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
