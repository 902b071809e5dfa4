/*
 * Which pull request a step or a review is of: its number, as the detail begins with it. Steps of one pull request are found by
 * it, and those of a person by who opened them.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.raw(
    `ALTER TABLE activities ADD COLUMN subject text GENERATED ALWAYS AS (
       CASE WHEN kind IN ('pull-request', 'review') THEN substring(detail from '^[#!][0-9]+') END) STORED`,
  );
  await knex.schema.raw(
    'CREATE INDEX activities_subject ON activities (repository_id, subject, kind, at) WHERE subject IS NOT NULL',
  );
  await knex.schema.raw(
    `CREATE INDEX activities_author ON activities (lower(actor)) WHERE kind = 'pull-request' AND state = 'opened'`,
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.raw('DROP INDEX activities_author');
  await knex.schema.raw('DROP INDEX activities_subject');
  await knex.schema.raw('ALTER TABLE activities DROP COLUMN subject');
};
