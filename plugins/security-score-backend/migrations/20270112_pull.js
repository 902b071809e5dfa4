/*
 * Reports that are fetched from where a component says they are: what was last there, so that the same file is not taken twice, and
 * what went wrong, so that its owner can see it.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.raw(`
    CREATE TABLE pulled_sources (
      entity_ref text COLLATE "C" NOT NULL,
      url text COLLATE "C" NOT NULL,
      etag text,
      content_hash text,
      fetched_at timestamptz NOT NULL,
      changed_at timestamptz,
      error text,
      PRIMARY KEY (entity_ref, url)
    );
  `);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('DROP TABLE pulled_sources');
};
