import { z } from 'zod';
import { isDay } from '../snapshots/days';

const day = z.string().refine(isDay, 'expected a day such as 2026-01-31');

/** The time that success is compared with: days that are over, `to` not among them. */
export const baselineSchema = z
  .strictObject({
    from: day,
    to: day,
    reason: z
      .string()
      .trim()
      .min(1, 'say why this time is chosen')
      .max(1000)
      .refine(text => !text.includes('\0'), 'found a zero byte'),
  })
  .refine(
    ({ from, to }) => from < to && to <= new Date().toISOString().slice(0, 10),
    'expected days that are over, the first before the last',
  );

/** The same in a file, which has to say who chose it: a reference such as `group:default/platform`. */
export const fileBaselineSchema = baselineSchema.safeExtend({
  by: z.string().regex(/^[a-z]+:[^/\s]+\/[^/\s]+$/, 'expected a reference'),
});
