import {
  isAffected,
  type OsvAffected,
} from '@portal/plugin-security-score-common';
import type { Knex } from 'knex';

/** The numbers of the package versions in inventories that the OSV database holds to be affected, by names of one vulnerability. */
export async function affectedVersions(
  client: Knex,
  names: readonly string[],
): Promise<number[]> {
  const { rows } = await client.raw(
    `SELECT v.id, p.type, v.version, a.affected
     FROM osv_records r
       JOIN osv_affected a ON a.record_id = r.id
       JOIN packages p ON p.type = a.package_type AND p.name = a.package_name
       JOIN package_versions v ON v.package_id = p.id
     WHERE r.names && ?::text[] AND v.version <> ''`,
    [names.map(name => name.toLocaleLowerCase('en-US'))] as never,
  );
  const affected = rows.filter(
    (row: { type: string; version: string; affected: OsvAffected }) =>
      isAffected(row.type, row.version, row.affected),
  );
  return [...new Set<number>(affected.map(({ id }: { id: number }) => id))];
}
