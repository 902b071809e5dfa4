/*
 * Runs of templates that need somebody's yes. The run that asks ends at once; the one that is started with the yes names the approval,
 * which counts for one run, for the template as it was and for the values that were asked about. `values` is JSON; text, since what
 * people type may hold characters that jsonb refuses. So nothing waits in a worker, and a restart loses nothing.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('approvals', table => {
    table.uuid('id').primary();
    table.text('requesting_task_id').notNullable();
    table.text('template_ref').notNullable();
    table.text('template_etag');
    table.text('requested_by').notNullable();
    table.timestamp('requested_at', { useTz: true }).notNullable();
    table.text('approvers').notNullable();
    table.text('reason').notNullable();
    table.text('values').notNullable();
    table.text('status').notNullable().defaultTo('pending');
    table.text('decided_by');
    table.timestamp('decided_at', { useTz: true });
    table.text('comment');
    table.text('started_task_id');
    table.text('used_by_task_id');
    table.unique(['requesting_task_id', 'approvers']);
    table.unique(['used_by_task_id', 'approvers']);
    table.index(['requested_at', 'id']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('approvals');
};
