import {
  unallocatedKey,
  type CostMetric,
  type SummedDimension,
} from '@portal/plugin-finops-common';
import type { Knex } from 'knex';
import { ofBillingMonths, readBillingMonths } from './billingMonths';
import { exchanged } from './exchange';
import { periodParts, type Days } from './periodParts';
import type { Subjects } from './subjects';

/** A sum as the database has it. */
export type SumRow = {
  key: string;
  /** First day of the bucket; absent without an interval. */
  bucket: string | null;
  currency: string;
  total: string;
  unallocated: string;
  lines: number;
};

/** What {@link querySums} is asked. */
export type SumsQuestion = Days & {
  metric: CostMetric;
  groupBy?: SummedDimension;
  interval?: 'day' | 'month';
  environment?: string;
  provider?: string;
  serviceCategory?: string;
  /** Only what belongs to these, or, without, everything. */
  subjects?: Subjects;
  /** Amounts become those of this currency, by the rate of their day. What has no rate keeps its own. */
  convertTo?: string;
};

/** Where sums are, and what is read of each of their rows. */
export type SumsStore = {
  columns: string;
  /** By day, with entities or without. */
  days(byEntity: boolean): string;
  /** By month, at the coarsest grain that has what is asked for. */
  months(question: SumsQuestion, byEntity: boolean): string;
};

const metricColumns: Record<CostMetric, string> = {
  BilledCost: 'billed_cost',
  EffectiveCost: 'effective_cost',
  ListCost: 'list_cost',
  ContractedCost: 'contracted_cost',
};

const keyColumns: Partial<Record<SummedDimension, string>> = {
  environment: 'environment',
  provider: 'provider_name',
  serviceCategory: 'service_category',
  chargeCategory: 'charge_category',
  bucket: 'bucket',
};

/** The column of a cost metric. */
export function columnOf(metric: CostMetric): string {
  return metricColumns[metric];
}

/**
 * Adds sums of months up, and those of days where a period does not begin or end with a month, or an entity changed its owner
 * within it.
 */
export async function querySums(
  client: Knex,
  question: SumsQuestion,
): Promise<SumRow[]> {
  const parts = sumParts(question, {
    columns: `${columnOf(question.metric)} AS amount, lines`,
    days: byEntity => (byEntity ? 'daily_costs' : 'daily_totals'),
    months: monthsTable,
  });
  const { amount, currency, join } = exchanged(
    question.convertTo !== undefined,
  );
  const { rows } = await client.raw<{ rows: SumRow[] }>(
    `${subjectTables(question.subjects)}
     SELECT key, to_char(bucket, 'YYYY-MM-DD') AS bucket, ${currency} AS currency,
            sum(${amount})::text AS total,
            coalesce(sum(${amount}) FILTER (WHERE without_entity), 0)::text AS unallocated,
            sum(lines)::integer AS lines
     FROM (${parts.join('\nUNION ALL\n')}) AS part
     ${join}
     GROUP BY 1, 2, 3`,
    {
      ...sumBindings(question),
      ...(await readBillingMonths(client, question)),
    },
  );
  return rows;
}

/** What the SQL of {@link sumParts} and {@link subjectTables} names. */
export function sumBindings(question: SumsQuestion): Record<string, unknown> {
  const { subjects } = question;
  const { months, days } = grainOf(question);
  return {
    from: question.from,
    to: question.to,
    monthsFrom: months?.from ?? question.from,
    monthsTo: months?.to ?? question.from,
    ...Object.fromEntries(
      [0, 1].flatMap(index => [
        [`from${index}`, days[index]?.from ?? question.from],
        [`to${index}`, days[index]?.to ?? question.from],
      ]),
    ),
    environment: question.environment ?? '',
    provider: question.provider ?? '',
    serviceCategory: question.serviceCategory ?? '',
    convertTo: question.convertTo ?? '',
    stableRefs: subjects?.stable.map(({ ref }) => ref) ?? [],
    stableKeys: subjects?.stable.map(({ key }) => key) ?? [],
    movedRefs: subjects?.moved.map(({ ref }) => ref) ?? [],
    movedKeys: subjects?.moved.map(({ key }) => key) ?? [],
    movedFrom: subjects?.moved.map(({ from }) => from) ?? [],
    movedTo: subjects?.moved.map(({ to }) => to) ?? [],
  };
}

/** Rates are of days, and so is an answer by days. */
function grainOf(question: SumsQuestion): ReturnType<typeof periodParts> {
  const byDay =
    question.interval === 'day' ||
    question.groupBy === 'day' ||
    question.convertTo !== undefined;
  return byDay
    ? { days: [{ from: question.from, to: question.to }] }
    : periodParts(question);
}

/** Queries of the rows whose sum is asked for, each of another table or time. */
export function sumParts(question: SumsQuestion, store: SumsStore): string[] {
  const { subjects } = question;
  const { months, days } = grainOf(question);
  const byEntity = subjects !== undefined || question.groupBy === 'entity';
  const parts: string[] = [];
  const add = (table: string, day: string, bounds: string, join: string) =>
    parts.push(
      partQuery(question, store, { table, day, bounds, join, byEntity }),
    );
  const stable = subjects ? 'JOIN stable ON stable.ref = costs.entity_ref' : '';
  if (!subjects || subjects.stable.length > 0) {
    if (months) {
      add(
        store.months(question, byEntity),
        'charge_month',
        'charge_month >= :monthsFrom AND charge_month < :monthsTo',
        stable,
      );
    }
    for (const index of days.keys()) {
      add(
        store.days(byEntity),
        'charge_day',
        `charge_day >= :from${index} AND charge_day < :to${index}`,
        stable,
      );
    }
  }
  if (subjects && subjects.moved.length > 0) {
    add(
      store.days(true),
      'charge_day',
      'charge_day >= :from AND charge_day < :to',
      'JOIN moved ON moved.ref = costs.entity_ref AND charge_day >= moved.from_day AND charge_day < moved.to_day',
    );
  }
  // Nobody belongs: an answer of the same shape without rows.
  return parts.length > 0
    ? parts
    : [
        partQuery(question, store, {
          table: store.days(false),
          day: 'charge_day',
          bounds: 'false',
          join: '',
          byEntity: false,
        }),
      ];
}

/** Sums of months at the coarsest grain that has what is asked for. */
function monthsTable(question: SumsQuestion, byEntity: boolean): string {
  if (!byEntity) {
    return 'monthly_totals';
  }
  const { groupBy, environment, provider, serviceCategory } = question;
  const asksMore =
    environment ||
    provider ||
    serviceCategory ||
    (groupBy && keyColumns[groupBy]);
  return asksMore ? 'monthly_costs' : 'entity_costs';
}

function partQuery(
  question: SumsQuestion,
  store: SumsStore,
  part: {
    table: string;
    day: string;
    bounds: string;
    join: string;
    byEntity: boolean;
  },
): string {
  const { table, day, bounds, join, byEntity } = part;
  const { interval, environment, provider, serviceCategory } = question;
  const bucket = interval
    ? `date_trunc('${interval}', ${day})::date`
    : 'NULL::date';
  const where = [
    bounds,
    byEntity && ofBillingMonths('costs'),
    environment && 'environment = :environment',
    provider && 'provider_name = :provider',
    serviceCategory && 'service_category = :serviceCategory',
  ].filter(Boolean);
  return `SELECT ${keyOf(
    question,
    day,
    join,
    byEntity,
  )} AS key, ${bucket} AS bucket, ${day} AS day, currency,
      ${store.columns}, ${
    byEntity ? `entity_ref = ''` : `bucket <> ''`
  } AS without_entity
    FROM ${table} AS costs ${join} WHERE ${where.join(' AND ')}`;
}

function keyOf(
  { groupBy, subjects }: SumsQuestion,
  day: string,
  join: string,
  byEntity: boolean,
): string {
  if (groupBy === 'month' || groupBy === 'day') {
    return `to_char(date_trunc('${groupBy}', ${day}), '${
      groupBy === 'day' ? 'YYYY-MM-DD' : 'YYYY-MM'
    }')`;
  }
  const column = groupBy && keyColumns[groupBy];
  if (column) {
    return column;
  }
  if (groupBy && subjects && join) {
    return join.includes('moved.') ? 'moved.key' : 'stable.key';
  }
  return groupBy && byEntity && !subjects
    ? `CASE WHEN entity_ref = '' THEN '${unallocatedKey}' ELSE entity_ref END`
    : `''`;
}

/** The entities of a question, as SQL. */
export function subjectTables(subjects: Subjects | undefined): string {
  return subjects
    ? `WITH stable AS (
         SELECT * FROM unnest(:stableRefs::text[], :stableKeys::text[]) AS stable (ref, key)
       ), moved AS (
         SELECT * FROM unnest(:movedRefs::text[], :movedKeys::text[], :movedFrom::date[], :movedTo::date[])
           AS moved (ref, key, from_day, to_day)
       )`
    : '';
}
