import { copyIn, copyRow } from '@portal/bulk-import';
import type { Knex } from 'knex';
import { arrayText, flag, numberText } from './copyTexts';
import type { VulnerabilityGroup } from './vulnerabilityGroups';

/** The columns that a report tells of a vulnerability, and their types. */
const columns = {
  name: 'text',
  description: 'text',
  cvss_score: 'real',
  cvss_vector: 'text',
  epss: 'real',
  kev: 'boolean',
  cwes: 'text[]',
  links: 'text[]',
};

/**
 * Inserts vulnerabilities that are new, by COPY: as parameters of a statement they take twice the time.
 *
 * @param told - what is known of each, by its name
 * @returns Their ids, by name. A name that is there already keeps its row: one that was merged into another keeps its name, and is
 *   that of the other from now on.
 */
export async function insertVulnerabilities(
  transaction: Knex.Transaction,
  told: ReadonlyMap<string, VulnerabilityGroup | undefined>,
): Promise<Map<string, number>> {
  const names = Object.keys(columns).join(', ');
  await transaction.raw(
    `CREATE TEMPORARY TABLE told_vulnerabilities (${Object.entries(columns)
      .map(([column, type]) => `${column} ${type}`)
      .join(', ')}) ON COMMIT DROP`,
  );
  await copyIn(transaction, 'COPY told_vulnerabilities FROM STDIN', [
    [...told].map(([name, group]) => rowOf(name, group)).join(''),
  ]);
  const { rows } = await transaction.raw<{
    rows: Array<{ id: number; name: string }>;
  }>(
    `INSERT INTO vulnerabilities (${names}) SELECT ${names} FROM told_vulnerabilities
     ON CONFLICT (name) DO UPDATE SET name = excluded.name RETURNING id, name`,
  );
  return new Map(rows.map(({ id, name }) => [name, id]));
}

function rowOf(name: string, group?: VulnerabilityGroup): string {
  return copyRow([
    name,
    group?.description,
    numberText(group?.cvssScore),
    group?.cvssVector,
    numberText(group?.epss),
    flag(group?.kev),
    arrayText(group?.cwes),
    arrayText(group?.links),
  ]);
}
