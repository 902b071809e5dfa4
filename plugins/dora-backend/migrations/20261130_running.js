/*
 * What runs where: for each entity and environment the last deployment that succeeded, made with the other derived rows.
 *
 * - `environment` is the name of the catalog's; '' stands for a release, which tells of none but counts as one to production.
 * - `deployed_at` is null where no deployment ever succeeded; `last_attempt` is one after it that did not.
 * - `versions_behind` counts the versions that were deployed anywhere for the first time after this one was, `newer_since` is
 *   when the first of them was.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('running_deployments', table => {
    table.integer('entity_id').notNullable();
    table.text('environment').notNullable();
    table.timestamp('deployed_at', { useTz: true });
    table.text('version');
    table.text('sha');
    table.text('url');
    table.integer('versions_behind').notNullable();
    table.timestamp('newer_since', { useTz: true });
    table.jsonb('last_attempt');
    table.boolean('demo').notNullable();
    table.primary(['entity_id', 'environment']);
  });
  // What was there before has no rows here yet.
  await knex.schema.raw(
    `INSERT INTO derivations (entity_id, requested_at) SELECT id, now() FROM entities
     ON CONFLICT (entity_id) DO NOTHING`,
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('running_deployments');
};
