/*
 * What fetches a source: the addresses of annotations and the alerts of GitHub are looked at by tasks of their own, and neither may
 * forget what the other remembers.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.raw(
    `ALTER TABLE pulled_sources ADD COLUMN puller text NOT NULL DEFAULT 'report'`,
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw(
    `DELETE FROM pulled_sources WHERE puller <> 'report';
     ALTER TABLE pulled_sources DROP COLUMN puller`,
  );
};
