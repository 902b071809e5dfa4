import { z } from 'zod';
import { isDay } from './days';

/** A day of the calendar. */
export const dayText = z
  .string()
  .refine(isDay, 'expected a day such as 2026-01-31');

/** A billing month. */
export const monthText = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'expected a month such as 2026-01');

/** The restrictions of a slice of costs, as a query has them. */
export const sliceFields = {
  scope: z.string().min(1).max(300).optional(),
  environment: z.string().min(1).max(200).optional(),
  provider: z.string().min(1).max(200).optional(),
  serviceCategory: z.string().min(1).max(200).optional(),
};
