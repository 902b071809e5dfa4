import { InputError } from '@backstage/errors';
import { isAmount } from '@portal/plugin-finops-common';
import { parse } from 'yaml';
import { z } from 'zod';

const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'must be a month such as 2025-09');

const schema = z.array(
  z
    .object({
      name: z.string().min(1),
      amount: z
        .union([z.string(), z.number()])
        .transform(String)
        .refine(isAmount, 'must be a decimal number'),
      currency: z
        .string()
        .regex(/^[A-Z]{3}$/, 'must be a currency such as EUR'),
      provider: z.string().optional(),
      category: z.string().default('Other'),
      /** Entity reference; the annotation that allocation knows it by is a tag. */
      entity: z.string().optional(),
      tags: z.record(z.string(), z.string()).default({}),
      from: month,
      /** The last month. */
      to: month.optional(),
    })
    .strict(),
);

/** The columns of what a price list becomes. */
export const priceListColumns = [
  'BilledCost',
  'EffectiveCost',
  'ListCost',
  'ContractedCost',
  'BillingCurrency',
  'BillingPeriodStart',
  'BillingPeriodEnd',
  'ChargePeriodStart',
  'ChargePeriodEnd',
  'ChargeCategory',
  'ChargeFrequency',
  'ChargeDescription',
  'ProviderName',
  'PublisherName',
  'InvoiceIssuerName',
  'ServiceCategory',
  'ServiceName',
  'ResourceId',
  'Tags',
] as const;

/**
 * The FOCUS rows of one month of a price list: what is paid each month without a bill that a cloud would write, such as licences
 * and people.
 *
 * @throws InputError naming the entry and what is wrong with it.
 * @internal
 */
export function readPriceList(
  text: string,
  billingMonth: string,
): Array<Record<(typeof priceListColumns)[number], string>> {
  const read = schema.safeParse(parse(text));
  if (!read.success) {
    const issue = read.error.issues[0];
    throw new InputError(
      `The price list is wrong at ${issue.path.join('.') || 'its top'}: ${
        issue.message
      }`,
    );
  }
  const name = billingMonth.slice(0, 7);
  const start = `${name}-01T00:00:00Z`;
  const end = new Date(
    Date.UTC(Number(name.slice(0, 4)), Number(name.slice(5)), 1),
  )
    .toISOString()
    .replace('.000Z', 'Z');
  return read.data
    .filter(entry => entry.from <= name && (!entry.to || name <= entry.to))
    .map(entry => ({
      BilledCost: entry.amount,
      EffectiveCost: entry.amount,
      ListCost: entry.amount,
      ContractedCost: entry.amount,
      BillingCurrency: entry.currency,
      BillingPeriodStart: start,
      BillingPeriodEnd: end,
      ChargePeriodStart: start,
      ChargePeriodEnd: end,
      ChargeCategory: 'Purchase',
      ChargeFrequency: 'Recurring',
      ChargeDescription: entry.name,
      ProviderName: entry.provider ?? entry.name,
      PublisherName: entry.provider ?? entry.name,
      InvoiceIssuerName: entry.provider ?? entry.name,
      ServiceCategory: entry.category,
      ServiceName: entry.name,
      ResourceId: entry.name,
      Tags: JSON.stringify({
        ...(entry.entity && { 'backstage.io/entity': entry.entity }),
        ...entry.tags,
      }),
    }));
}
