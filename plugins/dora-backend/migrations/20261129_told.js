/*
 * What people were told, so that they are told once.
 *
 * - `told_tiers` holds, for each entity and metric, the tier that its owners know of: the last one they were told, or the first
 *   that was seen. `pending` is another tier that it has had since the day `pending_since`, and of which they are told when it
 *   has held for long enough. Another edition of the tiers begins anew.
 * - `told_digests` holds the last week that a group's digest was done for, whether or not there was anything to tell.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('told_tiers', table => {
    table.integer('entity_id').notNullable();
    table.text('metric').notNullable();
    table.specificType('edition', 'smallint').notNullable();
    table.text('told').notNullable();
    table.text('pending');
    table.date('pending_since');
    table.primary(['entity_id', 'metric']);
  });
  await knex.schema.createTable('told_digests', table => {
    table.text('group_ref').primary();
    table.date('week').notNullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('told_digests');
  await knex.schema.dropTable('told_tiers');
};
