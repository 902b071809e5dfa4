/*
 * Since when the run of a yes is being started. Who sets it starts the run, so that two clicks at the same instant start one. A start
 * that never came to its end, because the portal stopped, is tried again after a while.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('approvals', table => {
    table.timestamp('starting_since', { useTz: true });
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('approvals', table => {
    table.dropColumn('starting_since');
  });
};
