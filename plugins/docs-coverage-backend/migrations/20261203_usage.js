/*
 * How often documentation is read, and what is searched for: counts of a day (UTC), and nothing about who or when within it.
 *
 * - `reads` counts opened pages, by the entity whose documentation they are.
 * - `searches` counts searches by their term, and how many of them found nothing.
 *
 * The day is the first part of the keys: a period is read, and an old day deleted, without reading the others.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('reads', table => {
    table.date('day').notNullable();
    table.specificType('entity_ref', 'text COLLATE "C"').notNullable();
    table.bigInteger('reads').notNullable();
    table.primary(['day', 'entity_ref']);
  });
  await knex.schema.createTable('searches', table => {
    table.date('day').notNullable();
    table.specificType('term', 'text COLLATE "C"').notNullable();
    table.bigInteger('searches').notNullable();
    table.bigInteger('without_result').notNullable();
    table.primary(['day', 'term']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of ['searches', 'reads']) {
    await knex.schema.dropTable(table);
  }
};
