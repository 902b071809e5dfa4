import type { Knex } from 'knex';

/** Whose findings, and seen by which scan. */
export type MatchOptions = { serviceId: number; scanId: number; scope: string };

/**
 * Finds for each incoming entry the finding that it is. First by the whole identity; then what moved on is found again, so that it
 * keeps its age: a version or line that one side does not know, and a version or line that is another since the last report of this
 * scan.
 */
export async function matchFindings(
  transaction: Knex.Transaction,
  options: MatchOptions,
): Promise<void> {
  const run = async (sql: string) => transaction.raw(sql, { ...options });
  await run(`
    UPDATE incoming SET finding_id = findings.id FROM findings
    WHERE findings.service_id = :serviceId AND findings.subject = incoming.subject AND findings.variant = incoming.variant`);
  const { rows } = await transaction.raw<{ rows: unknown[] }>(
    'SELECT FROM incoming WHERE finding_id IS NULL LIMIT 1',
  );
  if (rows.length === 0) {
    return;
  }
  // One side does not know its version or line.
  await pair(run, {
    incoming: `variant = ''`,
    candidates: 'true',
    keepsVariant: true,
  });
  await pair(run, {
    incoming: 'NOT is_gone',
    candidates: `candidate.variant = ''`,
  });
  // It moved: this scan saw it where it no longer is. What a scan of something else still sees there is left to that.
  await pair(run, {
    incoming: 'NOT is_gone',
    candidates: `EXISTS (
        SELECT FROM sightings WHERE finding_id = candidate.id AND scan_id = :scanId
          AND (present OR candidate.kind = 'vulnerability')
      ) AND NOT EXISTS (
        SELECT FROM sightings JOIN scans ON scans.id = scan_id
        WHERE finding_id = candidate.id AND present AND scans.scope <> :scope
      )`,
  });
}

/** Pairs what is left of a subject on both sides, in order: findings that are there before those that were fixed. */
async function pair(
  run: (sql: string) => Promise<unknown>,
  where: { incoming: string; candidates: string; keepsVariant?: boolean },
): Promise<void> {
  await run(`
    UPDATE incoming SET
      finding_id = pairs.id
      ${where.keepsVariant ? ', variant = pairs.variant' : ''}
    FROM (
      SELECT waiting.ordinal, candidates.id, candidates.variant FROM (
        SELECT ordinal, subject, row_number() OVER (PARTITION BY subject ORDER BY line, ordinal) AS place
        FROM incoming WHERE finding_id IS NULL AND ${where.incoming}
      ) AS waiting
      JOIN (
        SELECT candidate.id, candidate.subject, candidate.variant,
               row_number() OVER (PARTITION BY candidate.subject ORDER BY candidate.present DESC, candidate.line, candidate.id) AS place
        FROM findings AS candidate
        WHERE candidate.service_id = :serviceId
          AND candidate.subject IN (SELECT subject FROM incoming WHERE finding_id IS NULL)
          AND NOT EXISTS (SELECT FROM incoming AS taken WHERE taken.finding_id = candidate.id)
          AND ${where.candidates}
      ) AS candidates USING (subject, place)
    ) AS pairs
    WHERE incoming.ordinal = pairs.ordinal`);
}
