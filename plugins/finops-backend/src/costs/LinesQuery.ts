import {
  lineDimensions,
  unallocatedKey,
  type CostDimension,
  type LineDimension,
} from '@portal/plugin-finops-common';
import type { Knex } from 'knex';
import { ofBillingMonths, readBillingMonths } from './billingMonths';
import { exchanged } from './exchange';
import { shareOf } from '../database/shareOf';
import { snakeCase } from '../import/snakeCase';
import { columnOf, type SumRow, type SumsQuestion } from './SumsQuery';

/** What {@link queryLineSums} is asked: as of sums, grouped by what only lines know. */
export type LineSumsQuestion = Omit<SumsQuestion, 'groupBy'> & {
  groupBy?: Exclude<CostDimension, 'owner' | 'system' | 'domain'>;
  serviceName?: string;
};

/** Adds lines up by a column that sums do not keep, or by a tag. It reads the lines of the period. */
export async function queryLineSums(
  client: Knex,
  question: LineSumsQuestion,
): Promise<SumRow[]> {
  const { groupBy, subjects, interval, convertTo } = question;
  const { amount, currency, join } = exchanged(convertTo !== undefined);
  const where = [
    'charge_day >= :from AND charge_day < :to',
    ofBillingMonths('line'),
    question.environment && 'share.environment = :environment',
    question.provider && 'item.provider_name = :provider',
    question.serviceCategory && 'item.service_category = :serviceCategory',
    question.serviceName && 'item.service_name = :serviceName',
    subjects && 'share.entity_ref = ANY(:refs::text[])',
    subjects &&
      subjects.moved.length > 0 &&
      `EXISTS (SELECT 1 FROM unnest(:refs::text[], :froms::date[], :tos::date[]) AS subject (ref, from_day, to_day)
               WHERE subject.ref = share.entity_ref AND charge_day >= from_day AND charge_day < to_day)`,
  ].filter(Boolean);
  const stretches = subjects
    ? [
        ...subjects.stable.map(({ ref }) => ({
          ref,
          from: question.from,
          to: question.to,
        })),
        ...subjects.moved,
      ]
    : [];
  const { rows } = await client.raw<{ rows: SumRow[] }>(
    `SELECT key, to_char(bucket, 'YYYY-MM-DD') AS bucket,
            ${currency} AS currency,
            sum(${amount})::text AS total,
            coalesce(sum(${amount}) FILTER (WHERE without_entity), 0)::text AS unallocated,
            count(*) FILTER (WHERE is_first)::integer AS lines
     FROM (
       SELECT ${keyOf(groupBy)} AS key,
              ${
                interval
                  ? `date_trunc('${interval}', charge_day)::date`
                  : 'NULL::date'
              } AS bucket,
              charge_day AS day, currency,
              coalesce(${shareOf(
                `line.${columnOf(question.metric)}`,
              )}, line.${columnOf(question.metric)}, 0) AS amount,
              coalesce(share.entity_ref, '') = '' AS without_entity,
              coalesce(share.share_from, 0) = 0 AS is_first
       FROM cost_lines AS line
       JOIN cost_items AS item ON item.id = line.item_id
       LEFT JOIN item_shares AS share ON ${ofBillingMonths(
         'share',
       )} AND share.billing_month = line.billing_month AND share.item_id = line.item_id
       WHERE ${where.join(' AND ')}
     ) AS part
     ${join}
     GROUP BY 1, 2, 3`,
    {
      ...(await readBillingMonths(client, question)),
      from: question.from,
      to: question.to,
      environment: question.environment ?? '',
      provider: question.provider ?? '',
      serviceCategory: question.serviceCategory ?? '',
      serviceName: question.serviceName ?? '',
      convertTo: convertTo ?? '',
      tag: groupBy?.startsWith('tag:') ? normalTag(groupBy.slice(4)) : '',
      refs: stretches.map(({ ref }) => ref),
      froms: stretches.map(({ from }) => from),
      tos: stretches.map(({ to }) => to),
    },
  );
  return rows;
}

/** Keys of tags are compared without case and without the spaces around them. */
export function normalTag(key: string): string {
  return key.trim().toLocaleLowerCase('en-US');
}

/** What sums know, too, of lines. */
const summedKeys: Partial<Record<CostDimension, string>> = {
  entity: `coalesce(nullif(share.entity_ref, ''), '${unallocatedKey}')`,
  environment: `coalesce(share.environment, '')`,
  provider: 'item.provider_name',
  serviceCategory: 'item.service_category',
  chargeCategory: 'item.charge_category',
  bucket: `CASE WHEN share.item_id IS NULL THEN 'unmatched' ELSE share.bucket END`,
  month: `to_char(charge_day, 'YYYY-MM')`,
  day: `to_char(charge_day, 'YYYY-MM-DD')`,
};

function keyOf(groupBy: LineSumsQuestion['groupBy']): string {
  if (groupBy === undefined) {
    return `''`;
  }
  if (groupBy.startsWith('tag:')) {
    return `coalesce((SELECT min(value) FROM jsonb_each_text(item.tags) AS tag (key, value) WHERE lower(trim(key)) = :tag), '')`;
  }
  return (
    summedKeys[groupBy] ??
    `item.${snakeCase(lineDimensions[groupBy as LineDimension])}`
  );
}
