/**
 * Inventories: what services are built from.
 *
 * A package is one row, a version of it another, so that the many rows that say who uses what hold numbers only. Of each service and scope
 * the newest inventory is kept; it replaces the one before whole.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    CREATE TABLE packages (
      id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      type text NOT NULL,
      name text NOT NULL,
      UNIQUE (type, name)
    );
    -- A name is asked for whole, or as its last part: log4j-core of org.apache.logging.log4j:log4j-core.
    CREATE INDEX packages_name ON packages (lower(name));
    CREATE INDEX packages_short ON packages (lower(regexp_replace(name, '^.*[:/]', '')));

    CREATE TABLE package_versions (
      id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      package_id integer NOT NULL REFERENCES packages (id),
      version text NOT NULL,
      UNIQUE (package_id, version)
    );

    CREATE TABLE licences (
      id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      text text NOT NULL UNIQUE
    );

    CREATE TABLE inventories (
      id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      service_id integer NOT NULL REFERENCES services (id),
      scope text NOT NULL,
      report_id uuid NOT NULL,
      received_at timestamptz NOT NULL,
      components integer NOT NULL,
      demo boolean NOT NULL,
      UNIQUE (service_id, scope)
    );

    CREATE TABLE inventory_components (
      inventory_id integer NOT NULL REFERENCES inventories (id) ON DELETE CASCADE,
      package_version_id integer NOT NULL REFERENCES package_versions (id),
      licence_id integer NOT NULL REFERENCES licences (id),
      direct boolean,
      PRIMARY KEY (inventory_id, package_version_id)
    );
    CREATE INDEX inventory_components_version ON inventory_components (package_version_id, inventory_id);
    CREATE INDEX inventory_components_licence ON inventory_components (licence_id, inventory_id);

    -- How many components of each licence an inventory has, so that a portfolio is not counted row by row.
    CREATE TABLE inventory_licences (
      inventory_id integer NOT NULL REFERENCES inventories (id) ON DELETE CASCADE,
      licence_id integer NOT NULL REFERENCES licences (id),
      components integer NOT NULL,
      PRIMARY KEY (inventory_id, licence_id)
    );
  `);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw(`
    DROP TABLE inventory_licences, inventory_components, inventories, licences, package_versions, packages;
  `);
};
