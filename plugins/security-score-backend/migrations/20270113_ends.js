/**
 * One index of when findings are due instead of three. It has all that is counted of them, so that neither the overdue ones nor those of
 * a period are looked up in the table, and a report has fewer indexes to write.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    DROP INDEX findings_due, findings_end, findings_by_due;
    CREATE INDEX findings_due ON findings (state, coalesce(due_at, 'infinity'), id)
      INCLUDE (due_at, severity, kind, service_id, fixed_at);
  `);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw(`
    DROP INDEX findings_due;
    CREATE INDEX findings_by_due ON findings (state, coalesce(due_at, 'infinity'), id);
    CREATE INDEX findings_end ON findings (due_at) WHERE due_at IS NOT NULL;
    CREATE INDEX findings_due ON findings (due_at) WHERE state = 'open' AND due_at IS NOT NULL;
  `);
};
