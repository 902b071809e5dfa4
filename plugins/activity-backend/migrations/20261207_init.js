/*
 * What happened in repositories.
 *
 * - A repository is known by `key`, its name with its host in lower case, and by `loose_key` where components name it
 *   without everything that makes it unique (Azure DevOps: without the organisation). Whose it is follows from the catalog at
 *   the time of reading; `entity_refs` are those that the sender named itself.
 * - `natural_id` is the same however often and by whichever way something is told. `rank` and `at` decide which of two
 *   versions is the newer one, so that the order in which they come does not matter.
 * - Lists go back in time by (at, id), of all repositories or of one after the other.
 * - `polls` holds what GitHub's REST API said last, so that the same answer is not sent again.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('repositories', table => {
    table.bigIncrements('id');
    table.text('source').notNullable();
    table.text('name').notNullable();
    table.text('key').notNullable().unique();
    table.text('loose_key').index();
    table.specificType('entity_refs', 'text[]').notNullable();
    table.boolean('demo').notNullable();
  });
  await knex.schema.raw(
    'CREATE INDEX repositories_entity_refs ON repositories USING gin (entity_refs)',
  );
  await knex.schema.createTable('activities', table => {
    table.bigIncrements('id');
    table
      .bigInteger('repository_id')
      .notNullable()
      .references('repositories.id');
    table.text('natural_id').notNullable().unique();
    table.text('kind').notNullable();
    table.text('title').notNullable();
    table.text('detail');
    table.text('actor');
    table.timestamp('at', { useTz: true }).notNullable();
    table.integer('rank').notNullable();
    table.text('url');
    table.text('state');
    table.boolean('demo').notNullable();
    table.index(['at', 'id']);
    table.index(['repository_id', 'at', 'id']);
  });
  await knex.schema.createTable('polls', table => {
    table.text('repository').notNullable();
    table.text('path').notNullable();
    table.text('etag');
    table.primary(['repository', 'path']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('polls');
  await knex.schema.dropTable('activities');
  await knex.schema.dropTable('repositories');
};
