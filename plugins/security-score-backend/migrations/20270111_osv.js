/**
 * A copy of an OSV database, as far as it says which versions of which packages are affected, and what was held against it.
 *
 * Each change has a number. What an inventory was held against is kept, so that only inventories with a package that changed since, and
 * new ones, are looked at again.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    CREATE SEQUENCE osv_changes;

    -- A file of the folder. One that was withdrawn, or can't be read, is kept without names, so that it isn't read each time.
    CREATE TABLE osv_records (
      id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      file text NOT NULL UNIQUE,
      -- Its size and when it was changed.
      stamp text NOT NULL,
      -- In lower case: its id and its aliases.
      names text[] NOT NULL,
      record jsonb
    );
    CREATE INDEX osv_records_names ON osv_records USING gin (names);

    CREATE TABLE osv_affected (
      record_id integer NOT NULL REFERENCES osv_records (id) ON DELETE CASCADE,
      package_type text NOT NULL,
      package_name text NOT NULL,
      affected jsonb NOT NULL
    );
    CREATE INDEX osv_affected_record ON osv_affected (record_id);
    CREATE INDEX osv_affected_package ON osv_affected (package_type, package_name);

    CREATE TABLE osv_packages (
      type text NOT NULL,
      name text NOT NULL,
      changed bigint NOT NULL,
      PRIMARY KEY (type, name)
    );
    CREATE INDEX osv_packages_changed ON osv_packages (changed);

    CREATE TABLE osv_matches (
      service_id integer NOT NULL REFERENCES services (id) ON DELETE CASCADE,
      scope text NOT NULL,
      report_id uuid NOT NULL,
      changed bigint NOT NULL,
      PRIMARY KEY (service_id, scope)
    );
  `);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw(`
    DROP TABLE osv_matches, osv_packages, osv_affected, osv_records;
    DROP SEQUENCE osv_changes;
  `);
};
