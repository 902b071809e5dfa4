/**
 * The work on findings: exceptions, what people were told, and filters under a name.
 *
 * - An exception holds until its end without anybody doing something: `findings.accepted_until` follows from the approved ones, and
 *   what is past its end is restated by whoever reads or cleans first.
 * - A breach is of one finding since it was opened, whatever its severity becomes. One that comes back is told again.
 * - A notice is written down before it is sent, and sent under its own id: sent twice, it is there once.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    CREATE TABLE exceptions (
      id uuid PRIMARY KEY,
      service_id integer NOT NULL REFERENCES services (id),
      reason text NOT NULL,
      evidence text,
      -- proposed, approved, rejected, expired, withdrawn. What is past its end counts as expired before it says so.
      state text NOT NULL,
      requested_by text NOT NULL,
      requested_at timestamptz NOT NULL,
      decided_by text,
      decided_at timestamptz,
      decision_reason text,
      expires_at timestamptz NOT NULL,
      renews uuid REFERENCES exceptions (id) ON DELETE SET NULL,
      demo boolean NOT NULL,
      -- When who asked was told that it ends soon.
      told_at timestamptz
    );
    CREATE INDEX exceptions_time ON exceptions (requested_at DESC, id);
    CREATE INDEX exceptions_service ON exceptions (service_id);
    CREATE INDEX exceptions_end ON exceptions (expires_at) WHERE state IN ('proposed', 'approved');

    CREATE TABLE exception_findings (
      exception_id uuid NOT NULL REFERENCES exceptions (id) ON DELETE CASCADE,
      finding_id bigint NOT NULL REFERENCES findings (id) ON DELETE CASCADE,
      PRIMARY KEY (exception_id, finding_id)
    );
    CREATE INDEX exception_findings_finding ON exception_findings (finding_id);

    -- What an exception no longer holds is found without looking at the others.
    CREATE INDEX findings_accepted ON findings (accepted_until) WHERE state = 'accepted';
    CREATE INDEX findings_due ON findings (due_at) WHERE state = 'open' AND due_at IS NOT NULL;

    CREATE TABLE notices (
      id uuid PRIMARY KEY,
      recipient text NOT NULL,
      payload jsonb NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      sent_at timestamptz
    );
    CREATE INDEX notices_waiting ON notices (created_at) WHERE sent_at IS NULL;

    CREATE TABLE finding_breaches (
      finding_id bigint NOT NULL REFERENCES findings (id) ON DELETE CASCADE,
      open_since timestamptz NOT NULL,
      told_at timestamptz,
      escalated_at timestamptz,
      PRIMARY KEY (finding_id, open_since)
    );
    CREATE INDEX finding_breaches_untold ON finding_breaches (finding_id) WHERE told_at IS NULL;
    CREATE INDEX finding_breaches_told ON finding_breaches (told_at) WHERE escalated_at IS NULL;

    CREATE TABLE saved_views (
      id uuid PRIMARY KEY,
      user_ref text NOT NULL,
      name text NOT NULL,
      query text NOT NULL,
      UNIQUE (user_ref, name)
    );
  `);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw(`
    DROP INDEX findings_due, findings_accepted;
    DROP TABLE saved_views, finding_breaches, notices, exception_findings, exceptions;
  `);
};
