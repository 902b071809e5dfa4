/**
 * What scheduled sources of cost have read, and how it went.
 *
 * - A file is read again only when its version (its etag, or the hash of its content) is another one than that which was imported.
 * - The state of a source says since when it fails and why, so that a source that stands still is seen.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    CREATE TABLE cost_source_files (
      source_name text NOT NULL,
      location text NOT NULL,
      etag text,
      content_hash text NOT NULL,
      read_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (source_name, location)
    );

    CREATE TABLE cost_source_states (
      source_name text PRIMARY KEY,
      last_run_at timestamptz NOT NULL,
      last_success_at timestamptz,
      failing_since timestamptz,
      error text,
      -- Of the last run: files that were imported, and those that had not changed.
      files_imported integer NOT NULL,
      files_unchanged integer NOT NULL
    );
  `);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('DROP TABLE cost_source_states, cost_source_files;');
};
