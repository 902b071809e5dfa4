/**
 * Which billing months retention has dropped. What was charged of a closed month is compared with what it costs now, and a month
 * whose lines were dropped costs nothing: without knowing why, all of it would be given back to its owners.
 *
 * Closed months that were dropped before are found by what is left: they were charged cost, and have no partition.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    CREATE TABLE dropped_months (
      -- The first day.
      month date PRIMARY KEY,
      dropped_at timestamptz NOT NULL DEFAULT now()
    );
    INSERT INTO dropped_months (month)
    SELECT month FROM closed_months
    WHERE to_regclass('cost_lines_' || to_char(month, 'YYYY_MM')) IS NULL
      AND EXISTS (SELECT FROM statement_lines WHERE of_month = closed_months.month AND kind = 'cost');
  `);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('DROP TABLE dropped_months');
};
