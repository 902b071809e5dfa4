/**
 * What lists of findings are read by.
 *
 * - Pages come in the order of one of four indexes, one for each state, since almost every list is of one.
 * - Counts of whole services are kept as sums: a page of everything does not count millions of rows. They change with every state
 *   and severity, in the statement that changes those.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    CREATE INDEX findings_by_priority ON findings (state, priority DESC, id DESC);
    CREATE INDEX findings_by_severity ON findings (state, severity DESC, id DESC);
    CREATE INDEX findings_by_due ON findings (state, coalesce(due_at, 'infinity'), id);
    CREATE INDEX findings_by_time ON findings (state, first_seen, id);

    CREATE TABLE finding_totals (
      service_id integer NOT NULL REFERENCES services (id),
      kind text NOT NULL,
      state text NOT NULL,
      severity smallint NOT NULL,
      findings integer NOT NULL,
      PRIMARY KEY (service_id, kind, state, severity)
    );
    INSERT INTO finding_totals SELECT service_id, kind, state, severity, count(*) FROM findings GROUP BY 1, 2, 3, 4;
  `);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw(`
    DROP TABLE finding_totals;
    DROP INDEX findings_by_priority, findings_by_severity, findings_by_due, findings_by_time;
  `);
};
