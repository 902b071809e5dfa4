import type { Knex } from 'knex';
import { readFindingRows } from './readFindingRows';
import type { ExportedRun } from './writeSarif';

type Row = Omit<ExportedRun, 'pages'>;

/** The tools that see something in a service, each with its rules. */
export async function readRuns(
  client: Knex,
  { entityRef, tool }: { entityRef: string; tool?: string },
): Promise<ExportedRun[]> {
  const { rows }: { rows: Row[] } = await client.raw(
    `SELECT tool, json_agg(json_build_object('name', name, 'kind', kind, 'title', title) ORDER BY name) AS rules
       FROM (
         SELECT DISTINCT ON (scan.tool, f.name) scan.tool, f.name, f.kind, f.title
           FROM findings f JOIN sightings sight ON sight.finding_id = f.id AND sight.present
           JOIN scans scan ON scan.id = sight.scan_id
          WHERE f.service_id = (SELECT id FROM services WHERE ref = :entityRef) AND f.present ${
            tool ? 'AND scan.tool = :tool' : ''
          }
          ORDER BY scan.tool, f.name, f.id
       ) AS rule GROUP BY tool ORDER BY tool`,
    { entityRef, tool: tool ?? null },
  );
  return rows.map(row => ({
    ...row,
    pages: readFindingRows(client, { entityRef, tool: row.tool }),
  }));
}
