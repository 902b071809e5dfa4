/*
 * Whether documentation keeps up with what it documents.
 *
 * - `fingerprint` is of the text of the site. The version of a site is no good for that: it differs with each build, and with most
 *   builders with each commit to the repository, also one that leaves the documentation alone.
 * - `changed_at` is when the fingerprint last differed. `change_observed` is false while it is the first one known: the text may be
 *   older then.
 * - `deployed_at` is the last production deployment of what the site documents, and `freshness` what follows, as the last scan found
 *   both.
 *
 * Sites are read again, to know their fingerprints.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('sites', table => {
    table.text('fingerprint');
    table.timestamp('changed_at', { useTz: true });
    table.boolean('change_observed').notNullable().defaultTo(false);
    table.timestamp('deployed_at', { useTz: true });
    table.text('freshness').notNullable().defaultTo('unknown');
  });
  await knex('sites').update({ version: null });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('sites', table => {
    table.dropColumns(
      'fingerprint',
      'changed_at',
      'change_observed',
      'deployed_at',
      'freshness',
    );
  });
};
