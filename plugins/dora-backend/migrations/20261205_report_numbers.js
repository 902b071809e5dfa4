/*
 * The number of a report is what all other tables call it by. The first migration meant to index it and did not: `increments`
 * leaves out a `unique` behind it, so that whoever looked for some reports read all of them.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.raw(
    'CREATE UNIQUE INDEX reports_number ON reports (number)',
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.raw('DROP INDEX reports_number');
};
