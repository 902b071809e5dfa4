import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  budgetPeriods,
  costMetrics,
  type Budget,
  type BudgetInput,
} from '@portal/plugin-finops-common';
import { Decimal } from 'decimal.js';
import { z } from 'zod';
import { sliceFields } from '../steering/inputFields';

const Exact = Decimal.clone({ precision: 60 });

const scopeKinds = [
  'group',
  'system',
  'domain',
  'component',
  'resource',
  'api',
];

const entityOf = (kinds: readonly string[], words: string) =>
  z.string().transform((text, context) => {
    try {
      const ref = parseEntityRef(text);
      if (kinds.includes(ref.kind.toLocaleLowerCase('en-US'))) {
        return stringifyEntityRef(ref);
      }
    } catch {
      // It is answered below.
    }
    context.addIssue({
      code: 'custom',
      message: `found "${text}", expected ${words}`,
    });
    return z.NEVER;
  });

const scope = z.union([
  z.literal('everything'),
  entityOf(
    scopeKinds,
    'everything, or a group, system, domain or component such as group:default/payments',
  ),
]);
const amount = z
  .union([z.string(), z.number()])
  .transform(value => String(value).trim())
  .refine(
    value => /^\d{1,15}(\.\d{1,6})?$/.test(value) && new Exact(value).gt(0),
    'expected an amount above 0 such as 1200 or 1200.50',
  );

const terms = {
  title: z.string().trim().min(1).max(120),
  metric: z.enum(costMetrics).default('BilledCost'),
  period: z.enum(budgetPeriods).default('month'),
  amount,
  currency: z.string().regex(/^[A-Z]{3}$/, 'expected a currency such as EUR'),
  thresholds: z
    .array(
      z
        .number()
        .gt(0)
        .max(10, 'expected a share of the amount, such as 0.8 for 80 %'),
    )
    .max(10)
    .default([0.5, 0.8, 1])
    .transform(list => [...new Set(list)].sort((one, other) => one - other)),
  alertOnForecast: z.boolean().default(true),
  owner: entityOf(
    ['group', 'user'],
    'a group or user such as group:default/payments',
  ).optional(),
};

/** A budget as the portal sends it. */
export const budgetInputSchema = z.strictObject({
  ...terms,
  slice: z
    .strictObject({ ...sliceFields, scope: scope.optional() })
    .default({}),
});

/** A budget as configuration and files have it: flat, with a name of its own. */
export const configuredBudgetSchema = z
  .strictObject({
    ...terms,
    ...sliceFields,
    scope: scope.optional(),
    id: z
      .string()
      .regex(
        /^[a-z0-9][a-z0-9-]{0,62}$/,
        'expected a name of small letters, digits and hyphens such as payments-production',
      ),
  })
  .transform(
    ({
      id,
      scope: ref,
      environment,
      provider,
      serviceCategory,
      ...rest
    }): Budget => ({
      ...rest,
      id: `config:${id}`,
      slice: { scope: ref, environment, provider, serviceCategory },
      origin: 'config',
    }),
  );

/** What the schema makes of a body is what the types say. */
export type CheckedBudgetInput = BudgetInput &
  z.output<typeof budgetInputSchema>;
