/**
 * What VEX says of the vulnerabilities of a service, kept for what is found later, and the name of a package as identities have it.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    ALTER TABLE findings ADD COLUMN package_key text;

    CREATE TABLE vex_statements (
      service_id integer NOT NULL REFERENCES services (id),
      -- A name of the vulnerability; its other names are found when it is applied.
      alias text NOT NULL,
      -- Limits it to a package and a version of it; empty: the whole service, all versions.
      package_key text NOT NULL,
      package_version text NOT NULL,
      status text NOT NULL,
      reason text,
      report_id uuid NOT NULL,
      at timestamptz NOT NULL,
      PRIMARY KEY (service_id, alias, package_key, package_version)
    );
  `);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw(`
    DROP TABLE vex_statements;
    ALTER TABLE findings DROP COLUMN package_key;
  `);
};
