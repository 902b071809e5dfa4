import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError } from '@backstage/errors';
import {
  costItemColumns,
  isAmount,
  splitAmount,
  type CostItemColumn,
  type CostLine,
  type CostLinePage,
  type CostLineShare,
  type CostLinesRequest,
} from '@portal/plugin-finops-common';
import type { RefSpan } from '@portal/plugin-org-history-node';
import type { Knex } from 'knex';
import type { CostAccess } from '../access/CostAccess';
import { snakeCase } from '../import/snakeCase';
import { ofBillingMonths, readBillingMonths } from './billingMonths';
import { subjectsOf } from './subjects';

/** Where a page ended: by its order the day or the cost, then the line. */
type Cursor = [at: string, importId: number, lineNumber: number];

type LineRow = Record<string, string | null> & {
  import_id: number;
  line_number: number;
  adjustment: boolean;
  tags: Record<string, string>;
  extra: Record<string, string> | null;
  shares: Array<{
    entity_ref: string;
    bucket: string;
    environment: string;
    share_from: string;
    share_to: string;
    rule_id: string;
    rules_version: number;
  }> | null;
};

const itemColumns = costItemColumns.map(column => `item.${snakeCase(column)}`);
const amountColumns = [
  'billed_cost',
  'effective_cost',
  'list_cost',
  'contracted_cost',
  'pricing_quantity',
  'consumed_quantity',
  'list_unit_price',
  'contracted_unit_price',
];

const orders = { day: 'charge_day', cost: 'billed_cost' } as const;

/** Lists lines, the newest or the dearest first, each with whom it belongs to and why. */
export class LineReader {
  readonly #client: Knex;
  readonly #access: CostAccess;

  private constructor(options: { client: Knex; access: CostAccess }) {
    this.#client = options.client;
    this.#access = options.access;
  }

  static create(options: { client: Knex; access: CostAccess }): LineReader {
    return new LineReader(options);
  }

  async list(
    credentials: BackstageCredentials,
    request: CostLinesRequest,
  ): Promise<CostLinePage> {
    const { limit = 50 } = request;
    const scope = await this.#access.read(credentials, request.scope);
    if (scope.totalOnly) {
      throw new NotAllowedError(
        `scope: of ${request.scope} you may read the total; its lines may be read by those with the permission finops.cost.read`,
      );
    }
    const rows = await this.#query(request, scope.members, limit + 1);
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    const visible = scope.members
      ? new Set(
          scope.members
            .filter(
              ({ from, to }) =>
                from < Date.parse(request.to) && to > Date.parse(request.from),
            )
            .map(({ ref }) => ref),
        )
      : undefined;
    return {
      items: items.map(row => toLine(row, visible)),
      ...(rows.length > limit &&
        last && {
          nextCursor: writeCursor([
            String(last[orders[request.order ?? 'day']]),
            last.import_id,
            last.line_number,
          ]),
        }),
    };
  }

  async #query(
    request: CostLinesRequest,
    members: RefSpan[] | undefined,
    limit: number,
  ): Promise<LineRow[]> {
    const order = orders[request.order ?? 'day'];
    const cursor = readCursor(request.cursor, order);
    const subjects = members && subjectsOf(members, request, undefined, '');
    const stretches = [
      ...(subjects?.stable.map(({ ref }) => ({
        ref,
        from: request.from,
        to: request.to,
      })) ?? []),
      ...(subjects?.moved ?? []),
    ];
    const ofShares = [
      // The first finds shares by their index; whoever belonged for a part of the time only is looked at day by day.
      subjects && 'share.entity_ref = ANY(:refs)',
      subjects &&
        subjects.moved.length > 0 &&
        `EXISTS (
           SELECT FROM unnest(:refs::text[], :froms::date[], :tos::date[]) AS subject (ref, from_day, to_day)
           WHERE ref = share.entity_ref AND line.charge_day >= from_day AND line.charge_day < to_day)`,
      request.environment && 'share.environment = :environment',
      request.bucket && 'share.bucket = :bucket',
    ].filter(Boolean);
    const where = [
      'line.charge_day >= :from AND line.charge_day < :to',
      ofBillingMonths('line'),
      request.provider && 'item.provider_name = :provider',
      request.serviceCategory && 'item.service_category = :serviceCategory',
      request.serviceName && 'item.service_name = :serviceName',
      request.resource && 'item.resource_id = :resource',
      request.subAccount && 'item.sub_account_id = :subAccount',
      request.importId !== undefined && 'line.import_id = :importId',
      cursor &&
        `(line.${order}, line.import_id, line.line_number) < (:at::${
          order === 'charge_day' ? 'date' : 'numeric'
        }, :cursorImport, :cursorLine)`,
      ofShares.length > 0 &&
        `EXISTS (SELECT 1 FROM item_shares AS share WHERE ${ofBillingMonths(
          'share',
        )} AND share.billing_month = line.billing_month
           AND share.item_id = line.item_id AND ${ofShares.join(' AND ')})`,
    ].filter(Boolean);
    const { rows } = await this.#client.raw<{ rows: LineRow[] }>(
      `SELECT line.import_id, line.line_number, source.name AS source, to_char(line.billing_month, 'YYYY-MM') AS billing_month,
              to_char(line.charge_day, 'YYYY-MM-DD') AS charge_day,
              to_char(line.charge_start AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS charge_start,
              to_char(line.charge_end AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS charge_end,
              line.currency, ${amountColumns
                .map(column => `line.${column}::text AS ${column}`)
                .join(', ')},
              line.adjustment, line.extra, ${itemColumns.join(', ')}, item.tags,
              (SELECT jsonb_agg(jsonb_build_object(
                 'entity_ref', entity_ref, 'bucket', bucket, 'environment', environment, 'share_from', share_from::text,
                 'share_to', share_to::text, 'rule_id', rule_id, 'rules_version', rules_version) ORDER BY position)
               FROM item_shares WHERE ${ofBillingMonths(
                 'item_shares',
               )} AND item_shares.billing_month = line.billing_month AND item_shares.item_id = line.item_id) AS shares
       FROM cost_lines AS line
       JOIN cost_items AS item ON item.id = line.item_id
       JOIN cost_imports AS imported ON imported.id = line.import_id
       JOIN cost_sources AS source ON source.id = imported.source_id
       WHERE ${where.join(' AND ')}
       ORDER BY line.${order} DESC, line.import_id DESC, line.line_number DESC
       LIMIT :limit`,
      {
        ...(await readBillingMonths(this.#client, request)),
        from: request.from,
        to: request.to,
        environment: request.environment ?? '',
        bucket: request.bucket ?? '',
        provider: request.provider ?? '',
        serviceCategory: request.serviceCategory ?? '',
        serviceName: request.serviceName ?? '',
        resource: request.resource ?? '',
        subAccount: request.subAccount ?? '',
        importId: request.importId ?? 0,
        at: cursor?.[0] ?? '',
        cursorImport: cursor?.[1] ?? 0,
        cursorLine: cursor?.[2] ?? 0,
        refs: stretches.map(({ ref }) => ref),
        froms: stretches.map(({ from }) => from),
        tos: stretches.map(({ to }) => to),
        limit,
      },
    );
    return rows;
  }
}

function toLine(
  row: LineRow,
  visible: ReadonlySet<string> | undefined,
): CostLine {
  const columns: Partial<Record<CostItemColumn, string>> = {};
  for (const column of costItemColumns) {
    const value = row[snakeCase(column)];
    if (value) {
      columns[column] = value;
    }
  }
  const optional = (name: string) => row[name] ?? undefined;
  return {
    importId: row.import_id,
    source: String(row.source),
    lineNumber: row.line_number,
    billingMonth: String(row.billing_month),
    chargeStart: String(row.charge_start),
    chargeEnd: optional('charge_end'),
    currency: String(row.currency),
    billedCost: String(row.billed_cost),
    effectiveCost: optional('effective_cost'),
    listCost: optional('list_cost'),
    contractedCost: optional('contracted_cost'),
    pricingQuantity: optional('pricing_quantity'),
    consumedQuantity: optional('consumed_quantity'),
    listUnitPrice: optional('list_unit_price'),
    contractedUnitPrice: optional('contracted_unit_price'),
    adjustment: row.adjustment,
    columns,
    tags: row.tags,
    extra: row.extra ?? {},
    shares: sharesOf(row).filter(
      share => visible?.has(share.entityRef) ?? true,
    ),
  };
}

function sharesOf(row: LineRow): CostLineShare[] {
  const shares = row.shares ?? [];
  if (shares.length === 0) {
    return [];
  }
  const bounds = ['0', ...shares.map(share => share.share_to)];
  const billed = splitAmount(String(row.billed_cost), bounds);
  const effective = splitAmount(row.effective_cost ?? '0', bounds);
  return shares.map((share, index) => ({
    entityRef: share.entity_ref,
    bucket: share.bucket,
    environment: share.environment,
    billedCost: billed[index],
    effectiveCost: effective[index],
    ruleId: share.rule_id,
    rulesVersion: share.rules_version,
  }));
}

function isInt32(value: unknown): value is number {
  return Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31;
}

function writeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

function readCursor(
  text: string | undefined,
  order: (typeof orders)[keyof typeof orders],
): Cursor | undefined {
  if (text === undefined) {
    return undefined;
  }
  try {
    const [at, importId, lineNumber] = JSON.parse(
      Buffer.from(text, 'base64url').toString('utf8'),
    );
    if (
      typeof at === 'string' &&
      (order === 'charge_day'
        ? /^\d{4}-\d\d-\d\d$/.test(at) && !Number.isNaN(Date.parse(at))
        : isAmount(at)) &&
      isInt32(importId) &&
      isInt32(lineNumber)
    ) {
      return [at, importId, lineNumber];
    }
  } catch {
    // It is answered below.
  }
  throw new InputError(
    'cursor: found something else, expected the nextCursor of the page before',
  );
}
