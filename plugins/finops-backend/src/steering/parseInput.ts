import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { isDay } from './days';

/** Reads what came in; fails with an InputError that names each field that is wrong. */
export function parseInput<T extends z.ZodType>(
  schema: T,
  value: unknown,
  where: string,
): z.output<T> {
  const result = schema.safeParse(value);
  if (result.success) {
    return result.data;
  }
  const problems = result.error.issues.map(issue => {
    const field = issue.path.join('.');
    return field ? `${field}: ${issue.message}` : issue.message;
  });
  throw new InputError(`${where}: ${problems.join('; ')}`);
}

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
