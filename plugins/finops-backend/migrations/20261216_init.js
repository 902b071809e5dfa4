/**
 * The stores of cost.
 *
 * - A line is narrow: what lines have in common (provider, account, service, resource, tags, ...) is an item, once, under the
 *   hash of its attributes. A month of 600,000 lines has some ten thousand items, so that allocation decides ten thousand times.
 * - Lines, shares and daily sums are partitioned by the billing month: an invoice, and what replaces it, is one partition, and
 *   retention drops partitions.
 * - Sums are kept by source and billing month, so that an import replaces its own slice and touches nothing else.
 * - Amounts are numeric without a scale: nothing is rounded on the way in.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(`
    CREATE TABLE cost_sources (
      id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      name text NOT NULL UNIQUE,
      kind text NOT NULL,
      demo boolean NOT NULL DEFAULT false,
      created_at timestamptz NOT NULL DEFAULT now()
    );

    CREATE TABLE cost_imports (
      id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      source_id integer NOT NULL REFERENCES cost_sources (id),
      content_hash text NOT NULL,
      -- The billing months that the sender declared to be complete in this file; empty where none was declared.
      months date[] NOT NULL DEFAULT '{}',
      format text NOT NULL,
      file_name text,
      bytes bigint NOT NULL,
      lines integer NOT NULL,
      adjustments integer NOT NULL,
      rejected integer NOT NULL,
      verdict jsonb NOT NULL,
      -- What a restated month was before and is now; null where nothing was replaced.
      change jsonb,
      imported_by text NOT NULL,
      imported_at timestamptz NOT NULL DEFAULT now(),
      superseded_by integer REFERENCES cost_imports (id)
    );
    CREATE UNIQUE INDEX cost_imports_content ON cost_imports (source_id, content_hash, months)
      WHERE superseded_by IS NULL;

    -- Rows of a file that could not be taken, whole, so that nothing is lost.
    CREATE TABLE cost_rejections (
      import_id integer NOT NULL REFERENCES cost_imports (id) ON DELETE CASCADE,
      line_number integer NOT NULL,
      column_name text NOT NULL,
      reason text NOT NULL,
      row_text text NOT NULL,
      PRIMARY KEY (import_id, line_number)
    );

    CREATE TABLE cost_items (
      id uuid PRIMARY KEY,
      provider_name text NOT NULL,
      publisher_name text NOT NULL,
      invoice_issuer_name text NOT NULL,
      billing_account_id text NOT NULL,
      billing_account_name text NOT NULL,
      sub_account_id text NOT NULL,
      sub_account_name text NOT NULL,
      service_category text NOT NULL,
      service_subcategory text NOT NULL,
      service_name text NOT NULL,
      resource_id text NOT NULL,
      resource_name text NOT NULL,
      resource_type text NOT NULL,
      region_id text NOT NULL,
      region_name text NOT NULL,
      availability_zone text NOT NULL,
      charge_category text NOT NULL,
      charge_class text NOT NULL,
      charge_frequency text NOT NULL,
      charge_description text NOT NULL,
      pricing_category text NOT NULL,
      pricing_unit text NOT NULL,
      consumed_unit text NOT NULL,
      sku_id text NOT NULL,
      sku_price_id text NOT NULL,
      commitment_discount_id text NOT NULL,
      commitment_discount_name text NOT NULL,
      commitment_discount_category text NOT NULL,
      commitment_discount_type text NOT NULL,
      commitment_discount_status text NOT NULL,
      tags jsonb NOT NULL
    );

    CREATE TABLE cost_lines (
      billing_month date NOT NULL,
      import_id integer NOT NULL,
      line_number integer NOT NULL,
      item_id uuid NOT NULL,
      charge_day date NOT NULL,
      charge_start timestamptz NOT NULL,
      charge_end timestamptz,
      currency text NOT NULL,
      billed_cost numeric NOT NULL,
      effective_cost numeric,
      list_cost numeric,
      contracted_cost numeric,
      pricing_quantity numeric,
      consumed_quantity numeric,
      list_unit_price numeric,
      contracted_unit_price numeric,
      -- Of another billing period than the one that its file declares: it replaces nothing.
      adjustment boolean NOT NULL,
      -- Columns that are not kept elsewhere: x_ columns, and those of later FOCUS versions.
      extra jsonb,
      PRIMARY KEY (billing_month, import_id, line_number)
    ) PARTITION BY RANGE (billing_month);
    CREATE INDEX cost_lines_item ON cost_lines (item_id, charge_day);
    -- Lines of a file come by day or nearly so; this costs an import next to nothing.
    CREATE INDEX cost_lines_day ON cost_lines USING brin (charge_day) WITH (pages_per_range = 16);

    -- Which part of an item belongs to whom in a billing month: [share_from, share_to) of 1. The shares of an item cover 1.
    CREATE TABLE item_shares (
      billing_month date NOT NULL,
      item_id uuid NOT NULL,
      position integer NOT NULL,
      -- Empty where no entity has it; the bucket then says why.
      entity_ref text NOT NULL,
      bucket text NOT NULL,
      environment text NOT NULL,
      share_from numeric NOT NULL,
      share_to numeric NOT NULL,
      rule_id text NOT NULL,
      rules_version integer NOT NULL,
      PRIMARY KEY (billing_month, item_id, position)
    ) PARTITION BY RANGE (billing_month);
    CREATE INDEX item_shares_entity ON item_shares (entity_ref);

    -- Sums a day: what pages of some weeks read.
    CREATE TABLE daily_costs (
      billing_month date NOT NULL,
      source_id integer NOT NULL,
      charge_day date NOT NULL,
      entity_ref text NOT NULL,
      bucket text NOT NULL,
      environment text NOT NULL,
      provider_name text NOT NULL,
      service_category text NOT NULL,
      charge_category text NOT NULL,
      currency text NOT NULL,
      billed_cost numeric NOT NULL,
      effective_cost numeric NOT NULL,
      list_cost numeric NOT NULL,
      contracted_cost numeric NOT NULL,
      lines integer NOT NULL
    ) PARTITION BY RANGE (billing_month);
    CREATE INDEX daily_costs_day ON daily_costs (charge_day);
    CREATE INDEX daily_costs_entity ON daily_costs (entity_ref, charge_day);

    -- The same a calendar month of the charge: what pages of a year read.
    CREATE TABLE monthly_costs (
      billing_month date NOT NULL,
      source_id integer NOT NULL,
      charge_month date NOT NULL,
      entity_ref text NOT NULL,
      bucket text NOT NULL,
      environment text NOT NULL,
      provider_name text NOT NULL,
      service_category text NOT NULL,
      charge_category text NOT NULL,
      currency text NOT NULL,
      billed_cost numeric NOT NULL,
      effective_cost numeric NOT NULL,
      list_cost numeric NOT NULL,
      contracted_cost numeric NOT NULL,
      lines integer NOT NULL
    );
    CREATE INDEX monthly_costs_month ON monthly_costs (charge_month);
    CREATE INDEX monthly_costs_entity ON monthly_costs (entity_ref, charge_month);
    CREATE INDEX monthly_costs_slice ON monthly_costs (billing_month, source_id);

    -- The same two without entities: what pages of everything read.
    CREATE TABLE daily_totals (
      billing_month date NOT NULL,
      source_id integer NOT NULL,
      charge_day date NOT NULL,
      bucket text NOT NULL,
      environment text NOT NULL,
      provider_name text NOT NULL,
      service_category text NOT NULL,
      charge_category text NOT NULL,
      currency text NOT NULL,
      billed_cost numeric NOT NULL,
      effective_cost numeric NOT NULL,
      list_cost numeric NOT NULL,
      contracted_cost numeric NOT NULL,
      lines integer NOT NULL
    );
    CREATE INDEX daily_totals_day ON daily_totals (charge_day);
    CREATE INDEX daily_totals_slice ON daily_totals (billing_month, source_id);

    CREATE TABLE monthly_totals (
      billing_month date NOT NULL,
      source_id integer NOT NULL,
      charge_month date NOT NULL,
      bucket text NOT NULL,
      environment text NOT NULL,
      provider_name text NOT NULL,
      service_category text NOT NULL,
      charge_category text NOT NULL,
      currency text NOT NULL,
      billed_cost numeric NOT NULL,
      effective_cost numeric NOT NULL,
      list_cost numeric NOT NULL,
      contracted_cost numeric NOT NULL,
      lines integer NOT NULL
    );
    CREATE INDEX monthly_totals_month ON monthly_totals (charge_month);
    CREATE INDEX monthly_totals_slice ON monthly_totals (billing_month, source_id);

    CREATE TABLE exchange_rates (
      day date NOT NULL,
      currency text NOT NULL,
      -- One unit of the currency in units of the reporting currency, from this day on until the next.
      rate numeric NOT NULL,
      origin text NOT NULL,
      PRIMARY KEY (currency, day)
    );

    -- Every version of the rules that was ever in force.
    CREATE TABLE allocation_rules (
      version integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      content_hash text NOT NULL,
      rules jsonb NOT NULL,
      origin text NOT NULL,
      author text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now()
    );
  `);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw(`
    DROP TABLE allocation_rules, exchange_rates, monthly_totals, daily_totals, monthly_costs, daily_costs, item_shares, cost_lines, cost_items,
      cost_rejections, cost_imports, cost_sources;
  `);
};
