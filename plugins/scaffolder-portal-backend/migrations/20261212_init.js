/*
 * Runs of software templates, as the scaffolder told of them. The scaffolder keeps no statistics, and its tasks may be deleted.
 *
 * - `template_runs` has a row for each task. `heartbeat` and `status` say whether the scaffolder has something new to tell of it.
 *   `published_day` is the day whose published figures count it, and `published` whether that is still right.
 * - `reads` has one row: how reading goes. Until `complete_at` is set, a reading that was interrupted goes on from the start.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('template_runs', table => {
    table.text('task_id').primary();
    table.specificType('template_ref', 'text COLLATE "C"').notNullable();
    table.text('template_title').notNullable();
    table.integer('template_version');
    table.text('created_by');
    table.text('status').notNullable();
    table.text('heartbeat');
    table.timestamp('started_at', { useTz: true }).notNullable();
    table.timestamp('ended_at', { useTz: true });
    table.text('failed_step_id');
    table.text('failed_step_name');
    table.specificType('entity_refs', 'text[]').notNullable().defaultTo('{}');
    table.boolean('published').notNullable().defaultTo(false);
    table.date('published_day');
    table.index(['template_ref', 'started_at']);
    table.index(['ended_at']);
  });
  await knex.raw(
    'CREATE INDEX template_runs_entity_refs ON template_runs USING gin (entity_refs)',
  );
  await knex.raw(
    'CREATE INDEX template_runs_unpublished ON template_runs (task_id) WHERE NOT published',
  );
  await knex.schema.createTable('reads', table => {
    table.integer('id').primary();
    table.timestamp('read_at', { useTz: true });
    table.timestamp('complete_at', { useTz: true });
    table.timestamp('failing_since', { useTz: true });
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('reads');
  await knex.schema.dropTable('template_runs');
};
