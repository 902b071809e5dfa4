/**
 * What goes with a finding and with a scan goes in one statement, and not by a foreign key: those cost a look-up for each row that
 * is written, a third of an import, while rows are written only with a finding and a scan in hand, and hardly ever deleted.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    ALTER TABLE sightings DROP CONSTRAINT sightings_finding_id_fkey, DROP CONSTRAINT sightings_scan_id_fkey;
    ALTER TABLE finding_events DROP CONSTRAINT finding_events_finding_id_fkey;

    CREATE FUNCTION delete_with_findings() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      DELETE FROM sightings WHERE finding_id IN (SELECT id FROM gone);
      DELETE FROM finding_events WHERE finding_id IN (SELECT id FROM gone);
      RETURN NULL;
    END $$;
    CREATE TRIGGER delete_with_findings AFTER DELETE ON findings
      REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION delete_with_findings();

    CREATE FUNCTION delete_with_scans() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      DELETE FROM sightings WHERE scan_id IN (SELECT id FROM gone);
      RETURN NULL;
    END $$;
    CREATE TRIGGER delete_with_scans AFTER DELETE ON scans
      REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION delete_with_scans();
  `);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw(`
    DROP TRIGGER delete_with_scans ON scans;
    DROP TRIGGER delete_with_findings ON findings;
    DROP FUNCTION delete_with_scans();
    DROP FUNCTION delete_with_findings();
    ALTER TABLE finding_events ADD CONSTRAINT finding_events_finding_id_fkey
      FOREIGN KEY (finding_id) REFERENCES findings (id) ON DELETE CASCADE;
    ALTER TABLE sightings
      ADD CONSTRAINT sightings_finding_id_fkey FOREIGN KEY (finding_id) REFERENCES findings (id) ON DELETE CASCADE,
      ADD CONSTRAINT sightings_scan_id_fkey FOREIGN KEY (scan_id) REFERENCES scans (id) ON DELETE CASCADE;
  `);
};
