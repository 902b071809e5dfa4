/**
 * What is made of costs: budgets, forecasts, anomalies, statements and savings.
 *
 * - `told_costs` holds what people were told, so that they are told once, whichever instance does it.
 * - A closed month can't be changed, in the database itself: not by the portal, and not by hand.
 * - `forecasts` is a memory: what is in it can be calculated anew.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    CREATE TABLE budgets (
      id uuid PRIMARY KEY,
      title text NOT NULL,
      scope text NOT NULL,
      environment text NOT NULL,
      provider_name text NOT NULL,
      service_category text NOT NULL,
      metric text NOT NULL,
      period text NOT NULL,
      amount numeric NOT NULL,
      currency text NOT NULL,
      thresholds double precision[] NOT NULL,
      alert_on_forecast boolean NOT NULL,
      owner text,
      created_by text NOT NULL,
      updated_by text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now()
    );

    CREATE TABLE told_costs (
      kind text NOT NULL,
      subject text NOT NULL,
      -- The first day of what it is about: a month, a year, a week, a day.
      period date NOT NULL,
      what text NOT NULL,
      told_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (kind, subject, period, what)
    );

    CREATE TABLE forecasts (
      -- Of the days of the series: another day, or another cost of a day, is another series.
      series_hash text PRIMARY KEY,
      forecast jsonb NOT NULL,
      computed_at timestamptz NOT NULL DEFAULT now()
    );
    CREATE INDEX forecasts_computed ON forecasts (computed_at);

    CREATE TABLE cost_anomalies (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      day date NOT NULL,
      level text NOT NULL,
      entity_ref text NOT NULL,
      bucket text NOT NULL,
      environment text NOT NULL,
      service_category text NOT NULL,
      currency text NOT NULL,
      actual numeric NOT NULL,
      expected numeric NOT NULL,
      score double precision NOT NULL,
      contributions jsonb NOT NULL,
      state text NOT NULL DEFAULT 'open',
      reason text,
      silenced_until date,
      changed_by text,
      changed_at timestamptz,
      detected_at timestamptz NOT NULL DEFAULT now(),
      owner text,
      UNIQUE (day, level, entity_ref, bucket, environment, service_category, currency)
    );
    CREATE INDEX cost_anomalies_entity ON cost_anomalies (entity_ref, day);

    -- What a day's costs were when anomalies were last looked for.
    CREATE TABLE anomaly_days (
      day date PRIMARY KEY,
      fingerprint text NOT NULL
    );

    -- What a day's costs were when the metric store was last told.
    CREATE TABLE published_days (
      day date PRIMARY KEY,
      fingerprint text NOT NULL
    );

    CREATE TABLE closed_months (
      month date PRIMARY KEY,
      closed_by text NOT NULL,
      closed_at timestamptz NOT NULL,
      -- SHA-256 of the statement, as text.
      hash text NOT NULL,
      -- The canonical statement: what was hashed, to the byte.
      statement text NOT NULL,
      -- Of the costs that it was made of: where it is the same now, there is nothing to correct.
      mark text NOT NULL
    );

    CREATE TABLE statement_lines (
      month date NOT NULL,
      position integer NOT NULL,
      kind text NOT NULL,
      of_month date NOT NULL,
      owner text NOT NULL,
      entity_ref text NOT NULL,
      bucket text NOT NULL,
      currency text NOT NULL,
      amount numeric NOT NULL,
      PRIMARY KEY (month, position)
    );
    CREATE INDEX statement_lines_of ON statement_lines (of_month);
    CREATE INDEX statement_lines_owner ON statement_lines (owner, month);

    CREATE FUNCTION refuse_change_of_closed_month() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'A closed month does not change; a correction becomes an adjustment of the open month'
          USING ERRCODE = 'restrict_violation', TABLE = TG_TABLE_NAME;
      END
    $$;

    -- Lines come before their month is closed, in the same transaction.
    CREATE FUNCTION refuse_line_of_closed_month() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM closed_months c WHERE c.month = NEW.month) THEN
          RAISE EXCEPTION 'A closed month does not change; a correction becomes an adjustment of the open month'
            USING ERRCODE = 'restrict_violation', TABLE = TG_TABLE_NAME;
        END IF;
        RETURN NEW;
      END
    $$;

    CREATE TRIGGER closed_months_unchanged BEFORE UPDATE OR DELETE ON closed_months
      FOR EACH ROW EXECUTE FUNCTION refuse_change_of_closed_month();
    CREATE TRIGGER closed_months_not_emptied BEFORE TRUNCATE ON closed_months
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_closed_month();
    CREATE TRIGGER statement_lines_unchanged BEFORE UPDATE OR DELETE ON statement_lines
      FOR EACH ROW EXECUTE FUNCTION refuse_change_of_closed_month();
    CREATE TRIGGER statement_lines_not_emptied BEFORE TRUNCATE ON statement_lines
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_closed_month();
    CREATE TRIGGER statement_lines_complete BEFORE INSERT ON statement_lines
      FOR EACH ROW EXECUTE FUNCTION refuse_line_of_closed_month();

    CREATE TABLE recommendations (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      rule_id text NOT NULL,
      -- What it is about, in the words of the rule: the same thing found again is the same recommendation.
      subject text NOT NULL,
      summary text NOT NULL,
      entity_ref text NOT NULL,
      environment text NOT NULL,
      owner text,
      resource_id text NOT NULL,
      resource_name text NOT NULL,
      provider_name text NOT NULL,
      service_name text NOT NULL,
      currency text NOT NULL,
      monthly_saving numeric NOT NULL,
      state text NOT NULL DEFAULT 'open',
      reason text,
      changed_by text,
      changed_at timestamptz,
      first_seen date NOT NULL,
      last_seen date NOT NULL,
      -- Since which day it is accepted: costs before and after are compared.
      accepted_on date,
      realised jsonb,
      UNIQUE (rule_id, subject, currency)
    );
    CREATE INDEX recommendations_entity ON recommendations (entity_ref);
  `);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw(`
    DROP TABLE recommendations, statement_lines, closed_months, published_days, anomaly_days, cost_anomalies, forecasts, told_costs, budgets;
    DROP FUNCTION refuse_line_of_closed_month();
    DROP FUNCTION refuse_change_of_closed_month();
  `);
};
