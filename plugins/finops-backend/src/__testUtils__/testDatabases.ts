import { randomUUID } from 'node:crypto';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { partitionedTables } from '../database/ensurePartitions';

/** The PostgreSQL that integration tests run on. */
const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

/** A database with the plugin's tables and a partition of every month, empty. */
export async function initSteeringDatabase(): Promise<Knex> {
  const client = await databases.init('POSTGRES_18');
  await client.migrate.latest({
    directory: resolvePackagePath(
      '@portal/plugin-finops-backend',
      'migrations',
    ),
  });
  for (const table of partitionedTables) {
    await client.raw('CREATE TABLE ?? PARTITION OF ?? DEFAULT', [
      `${table}_any`,
      table,
    ]);
  }
  return client;
}

/** A cost of a day, with what is usual where nothing is said. */
export type TestCost = {
  day: string;
  amount: string;
  month?: string;
  entityRef?: string;
  bucket?: string;
  environment?: string;
  provider?: string;
  serviceCategory?: string;
  serviceName?: string;
  currency?: string;
  resourceId?: string;
  /** More columns of the item. */
  item?: Record<string, unknown>;
  /** More columns of the line. */
  line?: Record<string, unknown>;
};

const itemColumns = [
  'provider_name',
  'publisher_name',
  'invoice_issuer_name',
  'billing_account_id',
  'billing_account_name',
  'sub_account_id',
  'sub_account_name',
  'service_category',
  'service_subcategory',
  'service_name',
  'resource_id',
  'resource_name',
  'resource_type',
  'region_id',
  'region_name',
  'availability_zone',
  'charge_category',
  'charge_class',
  'charge_frequency',
  'charge_description',
  'pricing_category',
  'pricing_unit',
  'consumed_unit',
  'sku_id',
  'sku_price_id',
  'commitment_discount_id',
  'commitment_discount_name',
  'commitment_discount_category',
  'commitment_discount_type',
  'commitment_discount_status',
];

/** Fills the store as an import does: lines, items, their shares, and the sums. */
export async function fillCosts(
  client: Knex,
  costs: readonly TestCost[],
): Promise<void> {
  const items = new Map<string, Record<string, unknown>>();
  const lines: Record<string, unknown>[] = [];
  const shares = new Map<string, Record<string, unknown>>();
  const sums: Record<string, unknown>[] = [];
  const { rows } = await client.raw(
    'SELECT coalesce(max(line_number), 0) AS last FROM cost_lines',
  );
  for (const [index, cost] of costs.entries()) {
    const month = cost.month ?? `${cost.day.slice(0, 7)}-01`;
    const item: Record<string, unknown> = {
      ...Object.fromEntries(itemColumns.map(column => [column, ''])),
      provider_name: cost.provider ?? 'AWS',
      service_category: cost.serviceCategory ?? 'Compute',
      service_name: cost.serviceName ?? 'EC2',
      resource_id: cost.resourceId ?? '',
      charge_category: 'Usage',
      ...cost.item,
      tags: JSON.stringify(cost.item?.tags ?? {}),
    };
    const entityRef = cost.entityRef ?? '';
    const bucket = cost.bucket ?? (entityRef ? '' : 'untagged');
    const environment = cost.environment ?? '';
    const key = JSON.stringify([item, entityRef, bucket, environment]);
    const known = items.get(key) ?? { ...item, id: randomUUID() };
    items.set(key, known);
    const currency = cost.currency ?? 'EUR';
    lines.push({
      billing_month: month,
      import_id: 1,
      line_number: rows[0].last + index + 1,
      item_id: known.id,
      charge_day: cost.day,
      charge_start: `${cost.day}T00:00:00Z`,
      currency,
      billed_cost: cost.amount,
      effective_cost: cost.amount,
      list_cost: cost.amount,
      contracted_cost: cost.amount,
      adjustment: false,
      ...cost.line,
    });
    shares.set(`${month} ${known.id}`, {
      billing_month: month,
      item_id: known.id,
      position: 0,
      entity_ref: entityRef,
      bucket,
      environment,
      share_from: 0,
      share_to: 1,
      rule_id: 'test',
      rules_version: 1,
    });
    sums.push({
      billing_month: month,
      source_id: 1,
      charge_day: cost.day,
      entity_ref: entityRef,
      bucket,
      environment,
      provider_name: known.provider_name,
      service_category: known.service_category,
      charge_category: known.charge_category,
      currency,
      billed_cost: cost.amount,
      effective_cost: cost.line?.effective_cost ?? cost.amount,
      list_cost: cost.amount,
      contracted_cost: cost.amount,
      lines: 1,
    });
  }
  await client.batchInsert('cost_items', [...items.values()], 500);
  await client.batchInsert('cost_lines', lines, 500);
  await client.batchInsert('item_shares', [...shares.values()], 500);
  await client.batchInsert('daily_costs', sums, 500);
  await client.batchInsert(
    'daily_totals',
    sums.map(({ entity_ref: _, ...sum }) => sum),
    500,
  );
}

/** What a service is that may do all. */
export const serviceAuth = mockServices.auth();
