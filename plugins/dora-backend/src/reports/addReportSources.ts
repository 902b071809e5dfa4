import type { Knex } from 'knex';
import type { StoredSource } from '../database/DeliveryStore';

type Row = {
  source: string;
  demo: boolean;
  deployments: number;
  changes: number;
  last_received_at: Date;
};

/** Adds who reports of an entity to its other sources. Deployments count as releases, changes as commits. */
export async function addReportSources(
  client: Knex,
  options: { entityRef: string; sources: readonly StoredSource[] },
): Promise<StoredSource[]> {
  const rows: Row[] = await client('report_sources as s')
    .join('entities as e', 'e.id', 's.entity_id')
    .where('e.entity_ref', options.entityRef)
    .orderBy(['s.source', 's.demo'])
    .select(
      's.source',
      's.demo',
      's.deployments',
      's.changes',
      's.last_received_at',
    );
  const isOf = (row: Row) => (source: StoredSource) =>
    source.source === row.source && source.demo === row.demo;
  // An import has a row of its own, with what else it brought.
  return [
    ...options.sources.map(source => {
      const row = rows.find(each => isOf(each)(source));
      return row
        ? {
            ...source,
            commits: source.commits + row.changes,
            releases: source.releases + row.deployments,
          }
        : source;
    }),
    ...rows
      .filter(row => !options.sources.some(isOf(row)))
      .map(row => ({
        source: row.source,
        lastSuccessAt: row.last_received_at.toISOString(),
        commits: row.changes,
        releases: row.deployments,
        demo: row.demo,
      })),
  ];
}
