/**
 * Sums of a month by entity alone: what pages of a year by owner, system, domain or entity read. Those by entity have a partition a
 * billing month like those of days, since an import that adds to indexes of three years gets slower with each of them; and days are
 * found by the partition and the order in it, for next to nothing.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    ALTER TABLE monthly_costs RENAME TO old_monthly_costs;
    DROP INDEX monthly_costs_month, monthly_costs_entity, monthly_costs_slice;
    CREATE TABLE monthly_costs (LIKE old_monthly_costs) PARTITION BY RANGE (billing_month);
    CREATE INDEX monthly_costs_entity ON monthly_costs (entity_ref, charge_month);

    CREATE TABLE entity_costs (
      billing_month date NOT NULL,
      charge_month date NOT NULL,
      -- Empty for what no entity has.
      entity_ref text NOT NULL,
      currency text NOT NULL,
      billed_cost numeric NOT NULL,
      effective_cost numeric NOT NULL,
      list_cost numeric NOT NULL,
      contracted_cost numeric NOT NULL,
      lines integer NOT NULL
    ) PARTITION BY RANGE (billing_month);
    CREATE INDEX entity_costs_entity ON entity_costs (entity_ref, charge_month);

    DO $$
    DECLARE
      month date;
      name text;
    BEGIN
      FOR month IN SELECT DISTINCT billing_month FROM old_monthly_costs LOOP
        FOREACH name IN ARRAY ARRAY['monthly_costs', 'entity_costs'] LOOP
          EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)',
            name || to_char(month, '_YYYY_MM'), name, month, (month + interval '1 month')::date);
        END LOOP;
      END LOOP;
    END
    $$;
    INSERT INTO monthly_costs SELECT * FROM old_monthly_costs;
    DROP TABLE old_monthly_costs;
    INSERT INTO entity_costs
      SELECT billing_month, charge_month, entity_ref, currency, sum(billed_cost), sum(effective_cost), sum(list_cost), sum(contracted_cost),
             sum(lines)
      FROM monthly_costs GROUP BY 1, 2, 3, 4;

    DROP INDEX daily_costs_day;
    CREATE INDEX daily_costs_day ON daily_costs USING brin (charge_day) WITH (pages_per_range = 16);
  `);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw(`
    DROP INDEX daily_costs_day;
    CREATE INDEX daily_costs_day ON daily_costs (charge_day);
    DROP TABLE entity_costs;
    ALTER TABLE monthly_costs RENAME TO old_monthly_costs;
    DROP INDEX monthly_costs_entity;
    CREATE TABLE monthly_costs (LIKE old_monthly_costs);
    INSERT INTO monthly_costs SELECT * FROM old_monthly_costs;
    DROP TABLE old_monthly_costs;
    CREATE INDEX monthly_costs_month ON monthly_costs (charge_month);
    CREATE INDEX monthly_costs_entity ON monthly_costs (entity_ref, charge_month);
    CREATE INDEX monthly_costs_slice ON monthly_costs (billing_month, source_id);
  `);
};
