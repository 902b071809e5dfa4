import type { Knex } from 'knex';

/** Lists that are not empty. */
function given(column: string): string {
  return `CASE WHEN cardinality(staged.${column}) > 0 THEN staged.${column} ELSE findings.${column} END`;
}

/**
 * What a report tells of a finding that is known. What one tool knows and another doesn't is not forgotten, and the title of a
 * vulnerability stays: each tool words it its own way.
 */
const told = {
  variant: 'incoming.variant',
  name: 'incoming.name',
  title: `CASE WHEN findings.kind = 'vulnerability' THEN findings.title ELSE staged.title END`,
  description: 'coalesce(staged.description, findings.description)',
  package_type: 'coalesce(staged.package_type, findings.package_type)',
  package_name: 'coalesce(findings.package_name, staged.package_name)',
  package_key: 'coalesce(findings.package_key, staged.package_key)',
  package_version: 'coalesce(staged.package_version, findings.package_version)',
  purl: `CASE WHEN staged.purl IS NULL AND staged.package_version <> findings.package_version
    THEN NULL ELSE coalesce(staged.purl, findings.purl) END`,
  fix_versions: given('fix_versions'),
  direct: 'coalesce(staged.direct, findings.direct)',
  line: 'coalesce(incoming.line, findings.line)',
  cvss_score: `CASE WHEN staged.cvss_vector IS NULL AND findings.cvss_vector IS NOT NULL
    THEN findings.cvss_score ELSE coalesce(staged.cvss_score, findings.cvss_score) END`,
  cvss_vector: 'coalesce(staged.cvss_vector, findings.cvss_vector)',
  reachable: 'coalesce(incoming.reachable, findings.reachable)',
  cwes: given('cwes'),
  links: given('links'),
};

/** Writes what `incoming` tells of findings that are known, where that is anything new: mostly it is not. @returns how many were written. */
export async function updateKnownFindings(
  transaction: Knex.Transaction,
): Promise<number> {
  const columns = Object.keys(told);
  const { rowCount } = await transaction.raw<{ rowCount: number }>(`
    UPDATE findings SET ${columns
      .map(column => `${column} = news.${column}`)
      .join(', ')}
    FROM (
      SELECT findings.id, ${Object.entries(told)
        .map(([column, sql]) => `${sql} AS ${column}`)
        .join(', ')}
      FROM incoming JOIN staged_findings AS staged USING (ordinal) JOIN findings ON findings.id = incoming.finding_id WHERE NOT is_new AND NOT is_gone
    ) AS news
    WHERE findings.id = news.id AND (${columns
      .map(column => `findings.${column} IS DISTINCT FROM news.${column}`)
      .join(' OR ')})`);
  return rowCount;
}
