import type { Knex } from 'knex';
import { exploitSql } from '../exploits/exploitSql';
import { subjectSql } from './subjectSql';

/**
 * Makes `incoming` of what was staged: each identity once, with the worst severity that the report gives it. It is left out by the
 * report only where every entry of it is. What is only written, and takes most of the room, stays where it was staged, under `ordinal`.
 */
export async function identifyStaged(
  transaction: Knex.Transaction,
  tool: string,
): Promise<void> {
  const exploits = exploitSql('vulnerabilities');
  await transaction.raw(
    `CREATE TEMPORARY TABLE incoming ON COMMIT DROP AS
     SELECT DISTINCT ON (subject, variant)
       ordinal, kind, vulnerability_id, name, line, variant, severity, severity_source, reachable, epss, kev, subject,
       bool_and(suppressed OR gone) OVER same AND NOT bool_and(gone) OVER same AS is_suppressed,
       bool_and(gone) OVER same AS is_gone,
       NULL::bigint AS finding_id, false AS is_new
     FROM (
       SELECT named.*, ${subjectSql('named', '?::text')} AS subject
       FROM (
         SELECT staged.ordinal, kind, vulnerability_id, coalesce(vulnerabilities.name, staged.name) AS name, package_key, path,
                line, variant, severity, severity_source, reachable, suppressed, gone, ${
                  exploits.epss
                } AS epss, ${exploits.kev} AS kev
         FROM staged_findings AS staged
         LEFT JOIN vulnerability_aliases USING (alias)
         LEFT JOIN vulnerabilities ON vulnerabilities.id = vulnerability_id ${
           exploits.joins
         }
       ) AS named
     ) AS identified
     WINDOW same AS (PARTITION BY subject, variant)
     ORDER BY subject, variant, gone, severity DESC, ordinal`,
    [tool],
  );
  // Of the other columns nothing is asked.
  await transaction.raw(
    'ANALYZE incoming (subject, variant, vulnerability_id, finding_id)',
  );
}
