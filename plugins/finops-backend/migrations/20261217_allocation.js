/**
 * By what the shares of a billing month were decided: the rules in force in it and what the catalog knew. A month whose outcome can't
 * have changed is left alone.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    CREATE TABLE allocation_runs (
      billing_month date PRIMARY KEY,
      rules_version integer NOT NULL,
      -- Of the rules that apply to the month, and of the entities of the catalog.
      input_hash text NOT NULL,
      allocated_at timestamptz NOT NULL DEFAULT now()
    );
  `);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('DROP TABLE allocation_runs;');
};
