/**
 * What findings are searched by, so that a filter reads the table once and nothing beside it.
 *
 * - `words` is what a text is looked for in, in small letters: to compare those costs a fraction of ILIKE.
 * - `tools` are those that ever saw a finding.
 * - Pages keep room: most of what a report changes of a finding it has seen before is in no index, and then no index is written.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    ALTER TABLE findings
      ADD COLUMN words text GENERATED ALWAYS AS (lower(
        title || ' ' || name || ' ' || coalesce(package_name, '') || ' ' || coalesce(path, '')
      )) STORED,
      ADD COLUMN tools text[] NOT NULL DEFAULT '{}';
    UPDATE findings SET tools = seen.tools FROM (
      SELECT finding_id, array_agg(DISTINCT tool) AS tools FROM sightings JOIN scans ON scans.id = scan_id GROUP BY 1
    ) AS seen WHERE findings.id = seen.finding_id;
    ALTER TABLE findings SET (fillfactor = 85);
    ALTER TABLE sightings SET (fillfactor = 85);
    CREATE INDEX findings_triaged ON findings (triage) WHERE triage <> 'new';
    CREATE INDEX findings_assigned ON findings (assignee) WHERE assignee IS NOT NULL;
    CREATE INDEX findings_package_key ON findings (package_key) WHERE package_key IS NOT NULL;
  `);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw(`
    DROP INDEX findings_package_key, findings_assigned, findings_triaged;
    ALTER TABLE sightings RESET (fillfactor);
    ALTER TABLE findings RESET (fillfactor);
    ALTER TABLE findings DROP COLUMN tools, DROP COLUMN words;
  `);
};
