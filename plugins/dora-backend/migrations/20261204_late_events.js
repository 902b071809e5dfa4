/*
 * Whether commits may differ since an entity was derived: most that is told late, such as an incident, changes none, and then
 * whose deployment each commit is need not be found out again.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('derivations', table => {
    table.boolean('history').notNullable().defaultTo(true);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('derivations', table => {
    table.dropColumn('history');
  });
};
