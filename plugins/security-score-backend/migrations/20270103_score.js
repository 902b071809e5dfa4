/**
 * Scores, what they are made of, and how they were.
 *
 * - What the catalog says of a service that the score depends on is kept here, so that 5,000 scores don't ask it 5,000 times.
 * - A score is what it was when it was calculated; what must be calculated again is in score_queue.
 * - Days are written once a day passes or something changes on it, and never again afterwards: a change of the formula is a row of its own.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    CREATE TABLE catalog_services (
      service_id integer PRIMARY KEY REFERENCES services (id),
      title text NOT NULL,
      criticality smallint NOT NULL,
      exposure text,
      seen_at timestamptz NOT NULL
    );

    CREATE TABLE practices (
      service_id integer NOT NULL REFERENCES services (id),
      tool text NOT NULL,
      id text NOT NULL,
      title text NOT NULL,
      -- 0 to 1; null where the tool could not tell.
      value real,
      weight real NOT NULL,
      detail text,
      link text,
      checked_at timestamptz NOT NULL,
      report_id uuid NOT NULL,
      PRIMARY KEY (service_id, tool, id)
    );

    CREATE TABLE scores (
      service_id integer PRIMARY KEY REFERENCES services (id),
      score real,
      grade text,
      coverage real NOT NULL,
      confidence text NOT NULL,
      formula text NOT NULL,
      parts jsonb NOT NULL,
      -- The sum of the risks of the open findings.
      risk double precision NOT NULL,
      -- Open findings by severity, from unknown (0) to critical (5).
      open integer[] NOT NULL,
      overdue integer NOT NULL,
      last_report_at timestamptz,
      calculated_at timestamptz NOT NULL
    );

    CREATE TABLE score_days (
      service_id integer NOT NULL REFERENCES services (id),
      day date NOT NULL,
      score real NOT NULL,
      grade text NOT NULL,
      coverage real NOT NULL,
      formula text NOT NULL,
      PRIMARY KEY (service_id, day)
    );

    CREATE TABLE formula_changes (
      id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      at timestamptz NOT NULL DEFAULT now(),
      version text NOT NULL,
      summary text NOT NULL,
      settings jsonb NOT NULL
    );

    -- Days that are over and were told to the metric store.
    CREATE TABLE published_days (day date PRIMARY KEY);

    -- What EPSS and CISA's catalog say of a CVE.
    CREATE TABLE exploit_facts (
      name text PRIMARY KEY,
      epss real,
      kev boolean NOT NULL DEFAULT false,
      kev_due date
    );
    CREATE TABLE exploit_sources (
      kind text PRIMARY KEY,
      content_hash text NOT NULL,
      entries integer NOT NULL,
      loaded_at timestamptz NOT NULL DEFAULT now()
    );

    -- What was fixed when, and what was due when.
    CREATE INDEX findings_fixed ON findings (fixed_at) WHERE state = 'fixed';
    CREATE INDEX findings_end ON findings (due_at) WHERE due_at IS NOT NULL;
  `);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw(`
    DROP INDEX findings_end, findings_fixed;
    DROP TABLE published_days, exploit_sources, exploit_facts, formula_changes, score_days, scores, practices, catalog_services;
  `);
};
