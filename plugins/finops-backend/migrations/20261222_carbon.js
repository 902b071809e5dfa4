/**
 * Estimates of carbon beside the sums of cost: by which factors, what of each item, and sums by day and month that are made with those of
 * cost, in the same transaction. Where no factors are in force nothing is written here, and an import takes as long as before.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const sums = `
      entity_ref text NOT NULL,
      bucket text NOT NULL,
      environment text NOT NULL,
      provider_name text NOT NULL,
      service_category text NOT NULL,
      currency text NOT NULL,
      -- kg of CO2 equivalents.
      kg numeric NOT NULL,
      -- Effective cost of use that a factor is about, and of all use.
      covered_cost numeric NOT NULL,
      usage_cost numeric NOT NULL`;
  await knex.raw(`
    -- The factors in force; one row, or none.
    CREATE TABLE carbon_factors (
      singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
      content_hash text NOT NULL,
      factors jsonb NOT NULL,
      changed_at timestamptz NOT NULL DEFAULT now()
    );

    -- What the carbon of an item is worked out of by the factors in force: basis and kg are null where that is unknown.
    CREATE TABLE carbon_items (
      item_id uuid PRIMARY KEY,
      basis text,
      kg numeric,
      currency text
    );

    -- By which factors a billing month was summed up.
    CREATE TABLE carbon_months (
      billing_month date PRIMARY KEY,
      content_hash text NOT NULL
    );

    CREATE TABLE daily_carbon (
      billing_month date NOT NULL,
      source_id integer NOT NULL,
      charge_day date NOT NULL,${sums}
    );
    CREATE INDEX daily_carbon_slice ON daily_carbon (billing_month, source_id);
    CREATE INDEX daily_carbon_entity ON daily_carbon (entity_ref, charge_day);
    CREATE INDEX daily_carbon_day ON daily_carbon USING brin (charge_day) WITH (pages_per_range = 16);

    CREATE TABLE monthly_carbon (
      billing_month date NOT NULL,
      source_id integer NOT NULL,
      charge_month date NOT NULL,${sums}
    );
    CREATE INDEX monthly_carbon_slice ON monthly_carbon (billing_month, source_id);
    CREATE INDEX monthly_carbon_entity ON monthly_carbon (entity_ref, charge_month);
    CREATE INDEX monthly_carbon_month ON monthly_carbon (charge_month);
  `);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw(
    'DROP TABLE monthly_carbon, daily_carbon, carbon_months, carbon_items, carbon_factors',
  );
};
