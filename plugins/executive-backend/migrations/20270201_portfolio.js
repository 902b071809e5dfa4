/*
 * The portfolio, day by day.
 *
 * - `nodes` are the parts of the organisation that were ever in the catalog, with their title of today or of their last day.
 * - `formulas` are the versions of what is expected of services.
 * - `snapshot_days` says of which days there are snapshots. `final` ones never change again.
 * - `node_snapshots` has a row a node and day, with all that pages show of it: pages read rows by key and add nothing up.
 * - `service_snapshots` has a row a service and day; `scopes` are the nodes that it belonged to, so that the services of a node, and
 *   those of a node of today on an earlier day, are found without the history of ownership.
 *
 * The two are partitioned by month: what is too old is dropped, not deleted.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.raw(`
    CREATE TABLE nodes (
      ref text COLLATE "C" PRIMARY KEY,
      kind text NOT NULL,
      title text NOT NULL,
      type text,
      seen_at timestamptz NOT NULL,
      deleted_at timestamptz
    );

    CREATE TABLE formulas (
      version integer PRIMARY KEY,
      pillars jsonb NOT NULL,
      since timestamptz NOT NULL,
      changed_by text NOT NULL,
      reason text NOT NULL
    );

    CREATE TABLE snapshot_days (
      day date PRIMARY KEY,
      first_taken_at timestamptz NOT NULL,
      taken_at timestamptz NOT NULL,
      final boolean NOT NULL,
      formula_version integer NOT NULL REFERENCES formulas
    );

    CREATE TABLE node_snapshots (
      day date NOT NULL,
      ref text COLLATE "C" NOT NULL,
      kind text NOT NULL,
      title text NOT NULL,
      type text,
      organisation_parent text COLLATE "C",
      domains_parent text COLLATE "C",
      health jsonb NOT NULL,
      figures jsonb NOT NULL,
      PRIMARY KEY (day, ref)
    ) PARTITION BY RANGE (day);
    CREATE INDEX node_snapshots_organisation ON node_snapshots (day, organisation_parent);
    CREATE INDEX node_snapshots_domains ON node_snapshots (day, domains_parent);
    CREATE INDEX node_snapshots_ref ON node_snapshots (ref, day);

    CREATE TABLE service_snapshots (
      day date NOT NULL,
      ref text COLLATE "C" NOT NULL,
      title text NOT NULL,
      owner_ref text COLLATE "C",
      system_ref text COLLATE "C",
      scopes text[] NOT NULL,
      standings jsonb NOT NULL,
      pillars jsonb NOT NULL,
      PRIMARY KEY (day, ref)
    ) PARTITION BY RANGE (day);

    CREATE TABLE node_readers (
      ref text COLLATE "C" NOT NULL,
      group_ref text COLLATE "C" NOT NULL,
      PRIMARY KEY (ref, group_ref)
    );
    COMMENT ON TABLE node_readers IS
      'Of each node of today the groups whose members may read it: the group itself and those above it; of a system or domain the groups that everything in it is owned below';
  `);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw(`
    DROP TABLE node_readers, service_snapshots, node_snapshots, snapshot_days, formulas, nodes;
  `);
};
