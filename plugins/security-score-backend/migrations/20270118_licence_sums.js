/**
 * How many components have a licence, and how many services such a component, over all services: sums like those of the migration
 * before, for a page that would read a row of each licence of each inventory otherwise. Whoever replaces an inventory takes away what its
 * service counted for and adds what it counts for by then.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    CREATE TABLE licence_sums (
      licence_id integer NOT NULL REFERENCES licences (id),
      components integer NOT NULL,
      services integer NOT NULL,
      folded boolean NOT NULL DEFAULT false
    );
    CREATE INDEX licence_sums_licence ON licence_sums (licence_id);
    CREATE INDEX licence_sums_unfolded ON licence_sums (licence_id) WHERE NOT folded;
    INSERT INTO licence_sums
    SELECT licence_id, sum(components), count(*), true FROM (
      SELECT licence_id, service_id, sum(inventory_licences.components) AS components
      FROM inventory_licences JOIN inventories ON inventories.id = inventory_id GROUP BY 1, 2
    ) AS each_service GROUP BY 1;
  `);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('DROP TABLE licence_sums');
};
