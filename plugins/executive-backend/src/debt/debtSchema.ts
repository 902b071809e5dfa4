import { z } from 'zod';
import {
  dayField,
  entityField,
  hoursField,
  idField,
  wordsField,
} from '../owned/fields';

const fields = {
  title: wordsField(200, 'say what is owed'),
  componentRef: entityField(['component']),
  kind: z.enum([
    'runtime',
    'dependency',
    'architecture',
    'code',
    'test',
    'documentation',
    'security',
    'operations',
  ]),
  interestHours: hoursField.optional(),
  fixHours: hoursField.optional(),
  note: wordsField(2000).optional(),
};

/** An item of debt as somebody writes it down. */
export const debtSchema = z.strictObject(fields);

/** A change of an item. */
export const debtChangeSchema = z.strictObject({
  ...fields,
  revision: z.number().int().min(1),
  paidOn: dayField.optional(),
});

/** An item as a file has it. */
export const fileDebtSchema = z
  .strictObject({
    id: idField,
    ...fields,
    since: dayField,
    paidOn: dayField.optional(),
  })
  .refine(({ since, paidOn }) => paidOn === undefined || since <= paidOn, {
    path: ['paidOn'],
    message: 'is before since',
  });
