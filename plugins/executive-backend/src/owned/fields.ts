import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { compareAmounts, readAmount } from '@portal/amounts';
import { z } from 'zod';
import { isDay } from '../snapshots/days';

/** A day of the calendar. */
export const dayField = z
  .string()
  .refine(isDay, 'expected a day such as 2026-01-31');

/** Words of at most so many characters. */
export function wordsField(most: number, missing = 'is empty') {
  return z
    .string()
    .trim()
    .min(1, missing)
    .max(most)
    .refine(text => !text.includes('\0'), 'found a zero byte');
}

/** A complete reference to an entity of one of the kinds, in lower case. */
export function entityField(kinds: readonly string[]) {
  return z.string().transform((text, context) => {
    try {
      const ref = parseEntityRef(text);
      if (
        kinds.includes(ref.kind.toLocaleLowerCase('en-US')) &&
        !text.includes('\0')
      ) {
        return stringifyEntityRef(ref);
      }
    } catch {
      // It is answered below.
    }
    context.addIssue({
      code: 'custom',
      message: `found "${text.slice(0, 100)}", expected ${kinds
        .map(kind => `a ${kind}`)
        .join(' or ')} such as ${kinds[0]}:default/payments`,
    });
    return z.NEVER;
  });
}

const amountField = z
  .union([z.string(), z.number()])
  .transform((value, context) => {
    const amount = readAmount(String(value).trim());
    if (amount === undefined || compareAmounts(amount, '0') < 0) {
      context.addIssue({
        code: 'custom',
        message: `found "${String(value).slice(
          0,
          50,
        )}", expected an amount such as 1250.50`,
      });
      return z.NEVER;
    }
    return amount;
  });

/** The id of a metric. */
export const metricField = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9]{0,99}$/, 'expected the id of a metric');

/** A part of the organisation, a component, or all of it. */
export const scopeField = z.union([
  z.literal('everything'),
  entityField(['group', 'domain', 'system', 'component']),
]);

/** An amount of 0 or more in a currency of ISO 4217. */
export const moneyField = z.strictObject({
  amount: amountField,
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'expected a code of ISO 4217 such as EUR'),
});

/** An id that people choose: lower case, digits and dashes. */
export const idField = z
  .string()
  .regex(
    /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/,
    'expected at most 63 lower-case letters, digits and dashes, such as one-checkout',
  );

/** The revision that was read. */
export const revisionField = z.number().int().min(0).max(2_147_483_647);

/** Hours of people. */
export const hoursField = z.number().min(0).max(1_000_000);
