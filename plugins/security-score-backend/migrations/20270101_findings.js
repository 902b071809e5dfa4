/**
 * Reports, and the findings they are about.
 *
 * - A finding is one, however many tools see it: who sees it is a sighting, by scan (a tool and a scope of one service). A finding is
 *   gone when no sighting is present any more.
 * - `subject` says what a finding is about without its version or line, `variant` says which: a version that moved on, or a line that
 *   moved down, is the same finding and keeps its age.
 * - Names of one vulnerability (CVE, GHSA, OSV) lead to one row.
 * - What happened to a finding is kept as events; days are sums of them, so that charts don't read events.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    CREATE TABLE services (
      id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      ref text NOT NULL UNIQUE
    );

    CREATE TABLE reports (
      id uuid PRIMARY KEY,
      service_id integer NOT NULL REFERENCES services (id),
      tool text NOT NULL,
      tool_version text,
      format text NOT NULL,
      scope text NOT NULL,
      version text,
      outcome text NOT NULL,
      content_hash text NOT NULL,
      bytes bigint NOT NULL,
      scanned_at timestamptz,
      received_at timestamptz NOT NULL DEFAULT now(),
      findings integer NOT NULL,
      opened integer NOT NULL,
      closed integer NOT NULL,
      reopened integer NOT NULL,
      suppressed integer NOT NULL,
      rejected integer NOT NULL,
      components integer NOT NULL,
      notes jsonb NOT NULL,
      demo boolean NOT NULL,
      sent_by text NOT NULL
    );
    CREATE INDEX reports_service ON reports (service_id, received_at DESC, id);
    CREATE INDEX reports_time ON reports (received_at DESC, id);

    CREATE TABLE report_rejections (
      report_id uuid NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
      ordinal integer NOT NULL,
      position text NOT NULL,
      reason text NOT NULL,
      PRIMARY KEY (report_id, ordinal)
    );

    -- What scans a service: a tool and a scope. Its last report decides what is present.
    CREATE TABLE scans (
      id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      service_id integer NOT NULL REFERENCES services (id),
      tool text NOT NULL,
      scope text NOT NULL,
      -- What its reports can say: vulnerability, code, secret, misconfiguration, inventory, practice.
      kinds text[] NOT NULL DEFAULT '{}',
      last_report_id uuid NOT NULL,
      last_report_at timestamptz NOT NULL,
      -- The latest time that a report of it declared.
      scanned_at timestamptz,
      UNIQUE (service_id, tool, scope)
    );

    CREATE TABLE vulnerabilities (
      id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      -- CVE before GHSA before others.
      name text NOT NULL UNIQUE,
      description text,
      cvss_score real,
      cvss_vector text,
      epss real,
      kev boolean,
      kev_due date,
      cwes text[] NOT NULL DEFAULT '{}',
      links text[] NOT NULL DEFAULT '{}'
    );
    CREATE TABLE vulnerability_aliases (
      alias text PRIMARY KEY,
      vulnerability_id integer NOT NULL REFERENCES vulnerabilities (id)
    );
    CREATE INDEX vulnerability_aliases_of ON vulnerability_aliases (vulnerability_id);

    CREATE TABLE findings (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      service_id integer NOT NULL REFERENCES services (id),
      kind text NOT NULL,
      subject uuid NOT NULL,
      variant text NOT NULL,
      vulnerability_id integer REFERENCES vulnerabilities (id),
      name text NOT NULL,
      title text NOT NULL,
      -- Of findings that are no vulnerabilities; those have theirs in vulnerabilities.
      description text,
      package_type text,
      package_name text,
      package_version text,
      purl text,
      fix_versions text[] NOT NULL DEFAULT '{}',
      direct boolean,
      path text,
      line integer,
      -- 5 critical, 4 high, 3 medium, 2 low, 1 info, 0 unknown.
      severity smallint NOT NULL,
      severity_source text NOT NULL,
      cvss_score real,
      cvss_vector text,
      reachable boolean,
      cwes text[] NOT NULL DEFAULT '{}',
      links text[] NOT NULL DEFAULT '{}',

      -- What decides the state, one thing a column; the state itself follows (stateSql).
      present boolean NOT NULL,
      tool_suppressed boolean NOT NULL DEFAULT false,
      vex text,
      triage text NOT NULL DEFAULT 'new',
      accepted_until timestamptz,
      state text NOT NULL,

      assignee text,
      first_seen timestamptz NOT NULL,
      last_seen timestamptz NOT NULL,
      open_since timestamptz NOT NULL,
      fixed_at timestamptz,
      reopened integer NOT NULL DEFAULT 0,
      due_at timestamptz,
      -- Sorts by what to do first: set with the score.
      priority real NOT NULL DEFAULT 0
    );
    CREATE INDEX findings_subject ON findings (service_id, subject);
    CREATE INDEX findings_open ON findings (service_id, severity DESC, id) WHERE state = 'open';
    CREATE INDEX findings_vulnerability ON findings (vulnerability_id) WHERE vulnerability_id IS NOT NULL;
    CREATE INDEX findings_package ON findings (package_name) WHERE package_name IS NOT NULL;

    CREATE TABLE sightings (
      finding_id bigint NOT NULL REFERENCES findings (id) ON DELETE CASCADE,
      scan_id integer NOT NULL REFERENCES scans (id) ON DELETE CASCADE,
      report_id uuid NOT NULL,
      severity smallint NOT NULL,
      suppressed boolean NOT NULL,
      present boolean NOT NULL,
      first_seen timestamptz NOT NULL,
      last_seen timestamptz NOT NULL,
      PRIMARY KEY (finding_id, scan_id)
    );
    CREATE INDEX sightings_scan ON sightings (scan_id) WHERE present;

    CREATE TABLE finding_events (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      finding_id bigint NOT NULL REFERENCES findings (id) ON DELETE CASCADE,
      at timestamptz NOT NULL DEFAULT now(),
      kind text NOT NULL,
      from_state text,
      to_state text,
      by text NOT NULL,
      reason text
    );
    CREATE INDEX finding_events_finding ON finding_events (finding_id, id);

    -- What changed among the open findings of a service, by day (UTC) and severity.
    CREATE TABLE finding_days (
      service_id integer NOT NULL REFERENCES services (id),
      day date NOT NULL,
      severity smallint NOT NULL,
      opened integer NOT NULL DEFAULT 0,
      fixed integer NOT NULL DEFAULT 0,
      reopened integer NOT NULL DEFAULT 0,
      -- Left or joined the open ones for another reason: suppressed, triaged, accepted, severity changed.
      other integer NOT NULL DEFAULT 0,
      -- Sum of the hours from opened to fixed, of those fixed on this day.
      fixed_hours double precision NOT NULL DEFAULT 0,
      PRIMARY KEY (service_id, day, severity)
    );

    -- Services whose score must be calculated again.
    CREATE TABLE score_queue (
      service_id integer PRIMARY KEY REFERENCES services (id),
      since timestamptz NOT NULL DEFAULT now()
    );
  `);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw(`
    DROP TABLE score_queue, finding_days, finding_events, sightings, findings,
      vulnerability_aliases, vulnerabilities, scans, report_rejections, reports, services;
  `);
};
