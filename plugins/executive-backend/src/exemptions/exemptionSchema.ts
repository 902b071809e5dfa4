import { z } from 'zod';
import { dayField, entityField, wordsField } from '../owned/fields';
import { addDays } from '../snapshots/days';

const mostDays = 366;

/** An exemption as somebody decides it, or a file says it. */
export const exemptionSchema = z
  .strictObject({
    entityRef: entityField(['component']),
    pillarId: z.string().min(1).max(40),
    from: dayField,
    until: dayField,
    reason: wordsField(2000, 'say why'),
  })
  .refine(({ from, until }) => from <= until, {
    path: ['until'],
    message: 'is before the first day',
  })
  .refine(({ from, until }) => until < addDays(from, mostDays), {
    path: ['until'],
    message: `is later than ${mostDays} days after the first day; an exemption ends, and is decided anew`,
  });
