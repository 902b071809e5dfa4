import { z } from 'zod';
import {
  dayField,
  entityField,
  idField,
  metricField,
  moneyField,
  scopeField,
  wordsField,
} from '../owned/fields';

const partsOf = (kinds: readonly string[]) =>
  z
    .array(
      z.strictObject({
        ref: entityField(kinds),
        share: z.number().gt(0).max(1).default(1),
      }),
    )
    .max(100)
    .default([])
    .refine(
      parts => new Set(parts.map(({ ref }) => ref)).size === parts.length,
      'names one of them twice; give each once, with its whole share',
    );

const benefitSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('metric'),
    metricId: metricField,
    scope: scopeField,
    baseline: z.number(),
    target: z.number(),
  }),
  z.strictObject({
    kind: z.literal('money'),
    perYear: moneyField,
    measure: wordsField(500, 'say how it is measured'),
    achieved: moneyField.optional(),
  }),
]);

const fields = {
  id: idField,
  name: wordsField(120),
  description: wordsField(2000).optional(),
  sponsor: entityField(['group', 'user']),
  systems: partsOf(['system']),
  teams: partsOf(['group']),
  start: dayField,
  end: dayField,
  budget: moneyField,
  benefit: benefitSchema.optional(),
};
type Times = { start: string; end: string };
const inOrder = ({ start, end }: Times) => start < end;
const outOfOrder = {
  path: ['end'],
  message: 'is not after start; it is the first day that does not belong to it',
};

/** An initiative as it comes in. */
export const initiativeSchema = z
  .strictObject(fields)
  .refine(inOrder, outOfOrder);

/** A change of an initiative. */
export const initiativeChangeSchema = z
  .strictObject({ ...fields, revision: z.number().int().min(1) })
  .refine(inOrder, outOfOrder);

/** What a sponsor says of an initiative. */
export const noteSchema = z.strictObject({
  state: z.enum(['on-track', 'at-risk', 'off-track', 'done', 'stopped']),
  text: wordsField(2000, 'say where it stands'),
});

/** An initiative as a file has it: with what was said of it. */
export const fileInitiativeSchema = z
  .strictObject({
    ...fields,
    notes: z
      .array(
        noteSchema.extend({
          at: dayField,
          by: entityField(['user', 'group']),
        }),
      )
      .max(200)
      .default([]),
  })
  .refine(inOrder, outOfOrder);
