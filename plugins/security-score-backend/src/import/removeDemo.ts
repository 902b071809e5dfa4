import type { Knex } from 'knex';
import { recountFindings } from '../findings/recountFindings';
import { sumLicences } from '../inventory/sumLicences';

/**
 * Removes what was made up for the demo organisation: its reports, the scans that nobody else sent a report of, the findings that
 * only those saw. Exceptions are taken away by those who keep them.
 */
export async function removeDemo(transaction: Knex.Transaction): Promise<void> {
  const run = async (sql: string) => transaction.raw(sql);
  const { rows } = await run('SELECT FROM reports WHERE demo LIMIT 1');
  if (rows.length === 0) {
    return;
  }
  await run(`
    CREATE TEMPORARY TABLE demo_services ON COMMIT DROP AS
    SELECT DISTINCT service_id AS id FROM reports WHERE demo`);
  // Reports of these services that come meanwhile wait: what is counted anew here is theirs, too.
  await run(
    'SELECT id FROM services WHERE id IN (SELECT id FROM demo_services) ORDER BY id FOR NO KEY UPDATE',
  );
  await run(`
    DELETE FROM scans WHERE service_id IN (SELECT id FROM demo_services) AND NOT EXISTS (
      SELECT FROM reports WHERE reports.service_id = scans.service_id AND reports.tool = scans.tool
        AND reports.scope = scans.scope AND NOT demo
    )`);
  const gone = `service_id IN (SELECT id FROM demo_services) AND NOT EXISTS (
    SELECT FROM sightings WHERE finding_id = findings.id
  )`;
  // They counted as open until now, which the days of a service that is real as well would go on to say.
  await run(`
    INSERT INTO finding_days AS kept (service_id, day, severity, other)
    SELECT service_id, (now() AT TIME ZONE 'UTC')::date, severity, -count(*) FROM findings
    WHERE state = 'open' AND ${gone} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
    ON CONFLICT (service_id, day, severity) DO UPDATE SET other = kept.other + excluded.other`);
  await run(`DELETE FROM findings WHERE ${gone}`);
  await run(`
    DELETE FROM vex_statements WHERE report_id IN (SELECT id FROM reports WHERE demo)`);
  await run(
    'DELETE FROM practices WHERE report_id IN (SELECT id FROM reports WHERE demo)',
  );
  await sumLicences(transaction, 'SELECT id FROM demo_services', () =>
    run('DELETE FROM inventories WHERE demo'),
  );
  await run('DELETE FROM reports WHERE demo');
  // Days are of a service as a whole: they go where all of it was made up.
  for (const table of ['finding_days', 'score_days', 'scores']) {
    await run(`
      DELETE FROM ${table} WHERE service_id IN (
        SELECT id FROM demo_services WHERE NOT EXISTS (SELECT FROM reports WHERE service_id = demo_services.id)
      )`);
  }
  await recountFindings(transaction, 'SELECT id FROM demo_services');
  await run(`
    INSERT INTO score_queue (service_id) SELECT id FROM demo_services ORDER BY id ON CONFLICT DO NOTHING`);
}
