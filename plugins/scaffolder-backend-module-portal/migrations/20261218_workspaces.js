/*
 * The files of runs that have not completed, so that a retry goes on with what the steps before made. It is in the schema of the scaffolder,
 * which this package is a module of, under names of its own.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('portal_workspaces', table => {
    table.text('task_id').primary();
    table.binary('contents').notNullable();
    table.timestamp('kept_at', { useTz: true }).notNullable().index();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('portal_workspaces');
};
