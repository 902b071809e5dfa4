import { z } from 'zod';
import { entityField, moneyField, wordsField } from '../owned/fields';

const valueSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('money'),
    perYear: moneyField,
    measure: wordsField(
      500,
      'say how it is measured, so that others can check',
    ),
  }),
  z.strictObject({
    kind: z.literal('usage'),
    metricId: z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,99}$/),
    valuePerUnit: moneyField,
  }),
]);

/** What a service is worth, or null to take it back. */
export const declarationSchema = z.strictObject({
  value: valueSchema.nullable(),
});

/** What a service is worth, as a file has it. */
export const fileValueSchema = z.strictObject({
  entityRef: entityField(['component']),
  value: valueSchema,
});

/** What becomes of a service. */
export const decisionSchema = z.strictObject({
  advice: z.enum(['tolerate', 'invest', 'migrate', 'eliminate']),
  reason: wordsField(2000, 'say why'),
});
