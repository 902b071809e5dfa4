import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  addAmounts,
  explainCostChange,
  type CostChangesAnswer,
  type CostChangesRequest,
  type CostEffects,
  type CostMovement,
} from '@portal/plugin-finops-common';
import type { Knex } from 'knex';
import type { CostAccess } from '../access/CostAccess';
import { shareOf } from '../database/shareOf';
import { addUnconverted } from './addUnconverted';
import { comparedPeriod } from './comparedPeriod';
import { exchanged } from './exchange';
import { inOneCurrency } from './inOneCurrency';
import type { Days } from './periodParts';
import { subjectsOf } from './subjects';
import { columnOf } from './SumsQuery';

type Options = {
  client: Knex;
  access: CostAccess;
  currency: string;
};

type MovementRow = {
  family: string;
  key: string;
  currency: string;
  is_before: boolean;
  cost: string;
  quantity: string | null;
};

const effectNames = [
  'price',
  'quantity',
  'mix',
  'started',
  'stopped',
  'other',
] as const;

/** Explains why a cost changed. It reads the lines of both periods. */
export class ChangeReader {
  readonly #options: Options;

  private constructor(options: Options) {
    this.#options = options;
  }

  static create(options: Options): ChangeReader {
    return new ChangeReader(options);
  }

  async explain(
    credentials: BackstageCredentials,
    request: CostChangesRequest,
  ): Promise<CostChangesAnswer> {
    const { access } = this.#options;
    const { metric = 'BilledCost', compare = 'before' } = request;
    const scope = await access.read(credentials, request.scope);
    if (scope.totalOnly) {
      throw new NotAllowedError(
        `scope: of ${request.scope} you may read the total; why it changed may be read by those with the permission finops.cost.read`,
      );
    }
    const previous = comparedPeriod({ ...request, compare }) as Days;
    const read = async (convertTo?: string): Promise<[MovementRow[]]> => {
      const found: MovementRow[] = [];
      for (const [isBefore, period] of [
        [true, previous],
        [false, { from: request.from, to: request.to }],
      ] as const) {
        found.push(
          ...(await this.#query({
            ...request,
            ...period,
            metric,
            convertTo,
            isBefore,
            members:
              scope.members && subjectsOf(scope.members, period, undefined, ''),
          })),
        );
      }
      return [found];
    };
    const {
      lists: [rows],
      currency,
    } = await inOneCurrency(read, this.#options.currency);
    const families = explainCostChange(
      movementsOf(rows.filter(row => row.currency === currency)),
    );
    const others = (isBefore: boolean) =>
      addUnconverted(
        rows
          .filter(
            row => row.currency !== currency && row.is_before === isBefore,
          )
          .map(row => ({ currency: row.currency, total: row.cost })),
      ) ?? [];
    return {
      from: request.from,
      to: request.to,
      previous,
      metric,
      currency,
      before: addAmounts(families.map(each => each.before)),
      after: addAmounts(families.map(each => each.after)),
      effects: Object.fromEntries(
        effectNames.map(name => [
          name,
          addAmounts(families.map(each => each[name])),
        ]),
      ) as Omit<CostEffects, 'family' | 'before' | 'after'>,
      families: families.slice(0, 100),
      ...(rows.some(row => row.currency !== currency) && {
        unconverted: { before: others(true), after: others(false) },
      }),
    };
  }

  async #query(
    question: CostChangesRequest & {
      metric: NonNullable<CostChangesRequest['metric']>;
      convertTo?: string;
      isBefore: boolean;
      members?: ReturnType<typeof subjectsOf>;
    },
  ): Promise<MovementRow[]> {
    const { members } = question;
    const stretches = [
      ...(members?.stable.map(({ ref }) => ({
        ref,
        from: question.from,
        to: question.to,
      })) ?? []),
      ...(members?.moved ?? []),
    ];
    const column = `line.${columnOf(question.metric)}`;
    const where = [
      'charge_day >= :from AND charge_day < :to',
      question.environment && 'share.environment = :environment',
      question.provider && 'item.provider_name = :provider',
      question.serviceCategory && 'item.service_category = :serviceCategory',
      question.serviceName && 'item.service_name = :serviceName',
      members &&
        `(share.entity_ref, true) IN (
           SELECT ref, charge_day >= from_day AND charge_day < to_day
           FROM unnest(:refs::text[], :froms::date[], :tos::date[]) AS subject (ref, from_day, to_day))`,
    ].filter(Boolean);
    const { amount, currency, join } = exchanged(
      question.convertTo !== undefined,
    );
    const { rows } = await this.#options.client.raw<{ rows: MovementRow[] }>(
      `SELECT family, key, ${currency} AS currency, :isBefore::boolean AS is_before, sum(${amount})::text AS cost,
              CASE WHEN bool_and(quantity IS NOT NULL) THEN sum(quantity)::text END AS quantity
       FROM (
         SELECT concat_ws(', ', nullif(service_name, ''), nullif(pricing_unit, '')) AS family,
                concat_ws(' ', sku_id, sku_price_id) AS key, charge_day AS day, line.currency,
                coalesce(${shareOf(column)}, ${column}, 0) AS amount,
                CASE WHEN pricing_unit <> '' THEN pricing_quantity * coalesce(share_to - share_from, 1) END AS quantity
         FROM cost_lines AS line
         JOIN cost_items AS item ON item.id = line.item_id
         LEFT JOIN item_shares AS share ON share.billing_month = line.billing_month AND share.item_id = line.item_id
         WHERE ${where.join(' AND ')}
       ) AS part ${join}
       GROUP BY 1, 2, 3`,
      {
        from: question.from,
        to: question.to,
        convertTo: question.convertTo ?? '',
        isBefore: question.isBefore,
        environment: question.environment ?? '',
        provider: question.provider ?? '',
        serviceCategory: question.serviceCategory ?? '',
        serviceName: question.serviceName ?? '',
        refs: stretches.map(({ ref }) => ref),
        froms: stretches.map(({ from }) => from),
        tos: stretches.map(({ to }) => to),
      },
    );
    return rows;
  }
}

function movementsOf(rows: readonly MovementRow[]): CostMovement[] {
  const movements = new Map<string, CostMovement>();
  for (const row of rows) {
    const name = JSON.stringify([row.family, row.key]);
    const { family, key } = row;
    const movement = movements.get(name) ?? { family, key };
    const side = { cost: row.cost, quantity: row.quantity ?? undefined };
    movements.set(name, {
      ...movement,
      ...(row.is_before ? { before: side } : { after: side }),
    });
  }
  return [...movements.values()];
}
