/**
 * Sums of the whole company, so that its pages don't read a row of each service a day, nor each finding that is overdue.
 *
 * - `finding_day_sums` are `finding_days` of all services, `finding_end_sums` the open and fixed findings by the day (UTC) on which their
 *   time ends; `met` are those that were fixed by then.
 * - Rows add up: whoever changes something adds by how much, and never waits for another who does the same. A task makes one of many, and
 *   marks it as folded. What is read is the sum, whether or not the task ran.
 * - Days are followed by triggers, whoever writes them. Findings are too wide for that: their ends are told with their states, and by
 *   the trigger of those that are deleted.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    CREATE TABLE finding_day_sums (
      day date NOT NULL,
      severity smallint NOT NULL,
      opened integer NOT NULL,
      fixed integer NOT NULL,
      reopened integer NOT NULL,
      other integer NOT NULL,
      fixed_hours double precision NOT NULL,
      folded boolean NOT NULL DEFAULT false
    );
    CREATE INDEX finding_day_sums_day ON finding_day_sums (day);
    CREATE INDEX finding_day_sums_unfolded ON finding_day_sums (day) WHERE NOT folded;
    INSERT INTO finding_day_sums
    SELECT day, severity, sum(opened), sum(fixed), sum(reopened), sum(other), sum(fixed_hours), true FROM finding_days GROUP BY 1, 2;

    CREATE TABLE finding_end_sums (
      day date NOT NULL,
      kind text NOT NULL,
      state text NOT NULL,
      severity smallint NOT NULL,
      findings integer NOT NULL,
      met integer NOT NULL,
      folded boolean NOT NULL DEFAULT false
    );
    CREATE INDEX finding_end_sums_day ON finding_end_sums (day);
    CREATE INDEX finding_end_sums_unfolded ON finding_end_sums (day) WHERE NOT folded;
    INSERT INTO finding_end_sums
    SELECT (due_at AT TIME ZONE 'UTC')::date, kind, state, severity, count(*),
      count(*) FILTER (WHERE state = 'fixed' AND fixed_at <= due_at), true
    FROM findings WHERE due_at IS NOT NULL AND state IN ('open', 'fixed') GROUP BY 1, 2, 3, 4;

    CREATE FUNCTION sum_finding_days() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP <> 'INSERT' THEN
        INSERT INTO finding_day_sums (day, severity, opened, fixed, reopened, other, fixed_hours)
        SELECT day, severity, -sum(opened), -sum(fixed), -sum(reopened), -sum(other), -sum(fixed_hours) FROM old_days GROUP BY 1, 2;
      END IF;
      IF TG_OP <> 'DELETE' THEN
        INSERT INTO finding_day_sums (day, severity, opened, fixed, reopened, other, fixed_hours)
        SELECT day, severity, sum(opened), sum(fixed), sum(reopened), sum(other), sum(fixed_hours) FROM new_days GROUP BY 1, 2;
      END IF;
      RETURN NULL;
    END $$;
    CREATE TRIGGER sum_new_days AFTER INSERT ON finding_days
      REFERENCING NEW TABLE AS new_days FOR EACH STATEMENT EXECUTE FUNCTION sum_finding_days();
    CREATE TRIGGER sum_changed_days AFTER UPDATE ON finding_days
      REFERENCING OLD TABLE AS old_days NEW TABLE AS new_days FOR EACH STATEMENT EXECUTE FUNCTION sum_finding_days();
    CREATE TRIGGER sum_deleted_days AFTER DELETE ON finding_days
      REFERENCING OLD TABLE AS old_days FOR EACH STATEMENT EXECUTE FUNCTION sum_finding_days();

    CREATE FUNCTION sum_deleted_ends() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO finding_end_sums (day, kind, state, severity, findings, met)
      SELECT (due_at AT TIME ZONE 'UTC')::date, kind, state, severity, -count(*),
        -count(*) FILTER (WHERE state = 'fixed' AND fixed_at <= due_at)
      FROM gone WHERE due_at IS NOT NULL AND state IN ('open', 'fixed') GROUP BY 1, 2, 3, 4;
      RETURN NULL;
    END $$;
    CREATE TRIGGER sum_deleted_ends AFTER DELETE ON findings
      REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION sum_deleted_ends();
  `);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw(`
    DROP TRIGGER sum_deleted_ends ON findings;
    DROP TRIGGER sum_deleted_days ON finding_days;
    DROP TRIGGER sum_changed_days ON finding_days;
    DROP TRIGGER sum_new_days ON finding_days;
    DROP FUNCTION sum_deleted_ends();
    DROP FUNCTION sum_finding_days();
    DROP TABLE finding_end_sums, finding_day_sums;
  `);
};
