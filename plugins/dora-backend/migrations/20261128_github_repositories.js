/*
 * The repositories that are asked for what happened to them, where GitHub sends no webhooks.
 *
 * - A row for each repository that components name, whoever and however many: `entity_refs` are those of the last look
 *   at the catalog, none where no component names it any more.
 * - `cursor` says how far it was read, so that a restart goes on there. `next_at` is when its next turn is; a process
 *   that has it moves that into the future, so that no other one takes it.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('github_repositories', table => {
    table.text('name').primary();
    table.text('host').notNullable();
    table.text('slug').notNullable();
    table.specificType('entity_refs', 'text[]').notNullable();
    table.jsonb('cursor');
    table.timestamp('next_at', { useTz: true }).notNullable();
    table.timestamp('read_at', { useTz: true });
    table.timestamp('last_success_at', { useTz: true });
    table.timestamp('failing_since', { useTz: true });
    table.integer('failures').notNullable().defaultTo(0);
    table.text('error');
  });
  await knex.schema.raw(
    'CREATE INDEX github_repositories_entities ON github_repositories USING gin (entity_refs)',
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('github_repositories');
};
