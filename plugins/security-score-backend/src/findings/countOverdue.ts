import type { FindingState } from '@portal/plugin-security-score-common';
import type { Knex } from 'knex';
import { endSql } from './dueSql';
import type { FindingConditions } from './FindingConditions';

/**
 * Counts the overdue findings of all services by severity: those of days that are over from sums, and of today from an index. That
 * reads some hundred rows, however many findings are overdue.
 */
export async function countOverdue(
  client: Knex,
  { bindings }: Pick<FindingConditions, 'bindings'>,
): Promise<Array<{ state: FindingState; severity: number; count: number }>> {
  const kinds = 'kinds' in bindings ? 'AND kind = ANY(:kinds::text[])' : '';
  const { rows } = await client.raw(
    `SELECT 'open' AS state, severity, sum(findings)::integer AS count FROM (
       SELECT severity, findings FROM finding_end_sums
       WHERE state = 'open' AND day < (now() AT TIME ZONE 'UTC')::date ${kinds}
       UNION ALL
       SELECT severity, 1 FROM findings
       WHERE state = 'open' AND ${endSql('findings')} < now()
         AND ${endSql('findings')} >= date_trunc('day', now(), 'UTC') ${kinds}
     ) AS ends GROUP BY severity HAVING sum(findings) > 0`,
    bindings,
  );
  return rows;
}
