/*
 * What the portal itself knows of boards. Dashboards proper are in Git and the catalog.
 *
 * - `boards` are those that people keep in the portal. `spec` is json, not jsonb: the order of keys is the author's, and comes
 *   back in the YAML. Instants have milliseconds, as cursors do.
 * - `homes` is the board that each person begins with. It may name one that is gone: it then counts as not chosen.
 * - `versions` are those of dashboards in the catalog that were seen, counted from 1 for each dashboard.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('boards', table => {
    table.uuid('id').primary();
    table.text('owner_ref').notNullable();
    table.text('title').notNullable();
    table.text('description');
    table.json('spec').notNullable();
    table.text('copied_from');
    table.text('shared_with').notNullable();
    table.text('group_ref');
    table.integer('revision').notNullable();
    table.timestamp('created_at', { useTz: true, precision: 3 }).notNullable();
    table.timestamp('updated_at', { useTz: true, precision: 3 }).notNullable();
    table.check(
      `shared_with IN ('nobody', 'everyone') AND group_ref IS NULL OR shared_with = 'group' AND group_ref IS NOT NULL`,
      undefined,
      'boards_sharing',
    );
    table.index(['owner_ref', 'updated_at', 'id'], 'boards_of_owner');
  });
  await knex.schema.raw(
    `CREATE INDEX boards_shared ON boards (group_ref, updated_at, id) WHERE shared_with <> 'nobody'`,
  );

  await knex.schema.createTable('homes', table => {
    table.text('user_ref').primary();
    table.text('board').notNullable();
    table.timestamp('updated_at', { useTz: true }).notNullable();
  });

  await knex.schema.createTable('versions', table => {
    table.text('entity_ref').notNullable();
    table.integer('version').notNullable();
    table.text('hash').notNullable();
    table.text('yaml').notNullable();
    table.timestamp('seen_at', { useTz: true }).notNullable();
    table.text('commit_id');
    table.text('commit_author');
    table.text('commit_subject');
    table.timestamp('commit_at', { useTz: true });
    table.primary(['entity_ref', 'version']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('versions');
  await knex.schema.dropTable('homes');
  await knex.schema.dropTable('boards');
};
