import {
  severities,
  severityRank,
  type FindingStatistics,
  type Severity,
} from '@portal/plugin-security-score-common';
import type { Knex } from 'knex';

type SeverityRow = {
  severity: number;
  fixed?: number;
  hours?: number;
  median?: number;
  due?: number;
  met?: number;
};

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
    const bindings = { ...period, refs: refs ?? null } as never;
    const scope = `(:refs::text[] IS NULL OR service_id IN (SELECT id FROM services WHERE ref = ANY(:refs::text[])))`;
    const [{ rows: days }, { rows: fixed }, { rows: medians }, { rows: due }] =
      await Promise.all([
        this.#client.raw(
          `WITH sums AS (
             SELECT greatest(day, :from::date - 1) AS day, sum(opened)::integer AS opened, sum(fixed)::integer AS fixed,
               sum(reopened)::integer AS reopened, sum(opened + reopened - fixed + other)::integer AS step
             FROM finding_days WHERE day < :to::date AND ${scope} GROUP BY 1
           )
           SELECT to_char(all_days.day, 'YYYY-MM-DD') AS day, coalesce(opened, 0) AS opened, coalesce(fixed, 0) AS fixed,
             coalesce(reopened, 0) AS reopened, (sum(coalesce(step, 0)) OVER (ORDER BY all_days.day))::integer AS open
           FROM generate_series(:from::date - 1, :to::date - 1, '1 day') AS all_days (day) LEFT JOIN sums ON sums.day = all_days.day
           ORDER BY all_days.day OFFSET 1`,
          bindings,
        ),
        this.#client.raw(
          `SELECT severity, sum(fixed)::integer AS fixed, sum(fixed_hours) AS hours, sum(reopened)::integer AS reopened
           FROM finding_days WHERE day >= :from::date AND day < :to::date AND ${scope} GROUP BY 1`,
          bindings,
        ),
        this.#client.raw(
          `SELECT severity, percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM fixed_at - open_since) / 3600) AS median
           FROM findings WHERE state = 'fixed' AND fixed_at >= :from::date AND fixed_at < :to::date AND ${scope} GROUP BY 1`,
          bindings,
        ),
        this.#client.raw(
          `SELECT severity, count(*)::integer AS due, count(*) FILTER (WHERE state = 'fixed' AND fixed_at <= due_at)::integer AS met
           FROM findings WHERE due_at >= :from::date AND due_at < :to::date AND state IN ('open', 'fixed') AND ${scope} GROUP BY 1`,
          bindings,
        ),
      ]);
    const rowOf = (rows: SeverityRow[], severity: Severity) =>
      rows.find(row => row.severity === severityRank(severity));
    const eachSeverity = <T>(of: (severity: Severity) => T) =>
      Object.fromEntries(
        severities.map(severity => [severity, of(severity)]),
      ) as Record<Severity, T>;
    return {
      ...period,
      days,
      timeToRemediate: eachSeverity(severity => {
        const sums = rowOf(fixed, severity);
        const median = rowOf(medians, severity)?.median;
        return {
          fixed: sums?.fixed ?? 0,
          ...(sums?.fixed && {
            meanHours: (sums.hours ?? 0) / sums.fixed,
          }),
          ...(typeof median === 'number' && { medianHours: median }),
        };
      }),
      withinSla: eachSeverity(severity => ({
        due: rowOf(due, severity)?.due ?? 0,
        met: rowOf(due, severity)?.met ?? 0,
      })),
      reopened: fixed.reduce(
        (sum: number, row: { reopened: number }) => sum + row.reopened,
        0,
      ),
    };
  }
}
