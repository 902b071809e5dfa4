import { reportPages } from '@portal/plugin-executive-common';
import { z } from 'zod';
import {
  entityField,
  idField,
  revisionField,
  wordsField,
} from '../owned/fields';

/** A pack as it is saved. */
export const packSchema = z.strictObject({
  id: idField,
  title: wordsField(120),
  pages: z.array(z.enum(reportPages)).min(1).max(reportPages.length),
  query: z.strictObject({
    node: z
      .union([
        z.literal('everything'),
        entityField(['group', 'domain', 'system', 'component']),
      ])
      .optional(),
    hierarchy: z.enum(['organisation', 'domains']).optional(),
  }),
  dayOfMonth: z.number().int().min(1).max(28),
  recipients: z
    .array(entityField(['group', 'user']))
    .min(1)
    .max(50),
  revision: revisionField,
});
