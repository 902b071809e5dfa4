import { createRequire } from 'node:module';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { repositoryRoot } from '../../scripts/support/paths.mjs';
import { columns, costFile } from './costFiles.mjs';

const require = createRequire(
  path.join(repositoryRoot, 'packages/bulk-import/package.json'),
);
const { from: copyFrom } = require('pg-copy-streams');

const snake = name =>
  name.replaceAll(/([a-z])([A-Z])/g, '$1_$2').toLocaleLowerCase('en-US');
/** Columns of lines, and those of the file that they are made of. */
const lineColumns = {
  currency: 'billing_currency',
  billed_cost: 'billed_cost::numeric',
  effective_cost: 'effective_cost::numeric',
  list_cost: 'list_cost::numeric',
  contracted_cost: 'contracted_cost::numeric',
  pricing_quantity: 'pricing_quantity::numeric',
  consumed_quantity: 'consumed_quantity::numeric',
  list_unit_price: 'list_unit_price::numeric',
  contracted_unit_price: 'contracted_unit_price::numeric',
};

/** Makes a table equal to that of the lines, with its indexes and partitions, for COPY to be measured with. */
export async function createPlainTables(client, months) {
  await client.query(`
    CREATE SCHEMA IF NOT EXISTS plain;
    CREATE TABLE plain.cost_lines (LIKE finops.cost_lines INCLUDING ALL) PARTITION BY RANGE (billing_month);
    CREATE TABLE plain.cost_items (LIKE finops.cost_items INCLUDING ALL);
  `);
  for (const month of months) {
    const [year, number] = month.split('-').map(Number);
    const next = new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10);
    await client.query(
      `CREATE TABLE plain.lines_${year}_${number} PARTITION OF plain.cost_lines FOR VALUES FROM ('${month}') TO ('${next}')`,
    );
  }
}

/**
 * COPY of a file's rows into a staging table, then one INSERT into the indexed table of lines. What lines have in common is put
 * away by another: the staging table knows the item of a row by a hash, as the portal does.
 *
 * @returns {Promise<number>} Seconds.
 */
export async function copyFile(client, options, importId) {
  const startedAt = performance.now();
  await client.query('BEGIN');
  await client.query(
    `CREATE TEMPORARY TABLE staged (line_number serial, ${columns
      .map(name => `${snake(name)} text`)
      .join(', ')}) ON COMMIT DROP`,
  );
  await pipeline(
    costFile(options),
    client.query(
      copyFrom(
        `COPY staged (${columns
          .map(snake)
          .join(', ')}) FROM STDIN (FORMAT csv, HEADER true)`,
      ),
    ),
  );
  await client.query(
    `INSERT INTO plain.cost_lines (billing_month, import_id, line_number, item_id, charge_day, charge_start, charge_end, adjustment,
       ${Object.keys(lineColumns).join(', ')})
     SELECT billing_period_start::date, ${importId}, line_number,
            md5(concat_ws('|', provider_name, sub_account_id, service_name, resource_id, sku_price_id, charge_category, tags))::uuid,
            charge_period_start::timestamptz::date, charge_period_start::timestamptz, charge_period_end::timestamptz, false,
            ${Object.values(lineColumns).join(', ')}
     FROM staged`,
  );
  await client.query('COMMIT');
  return (performance.now() - startedAt) / 1000;
}

/** How long a GROUP BY over the lines takes. */
export async function askPlainSql(client, { from, to, column }) {
  const startedAt = performance.now();
  const { rows } = await client.query(
    `SELECT ${column} AS key, sum(billed_cost)::text AS total
     FROM finops.cost_lines JOIN finops.cost_items ON cost_items.id = item_id
     WHERE charge_day >= $1 AND charge_day < $2 GROUP BY 1`,
    [from, to],
  );
  return { ms: performance.now() - startedAt, rows };
}
