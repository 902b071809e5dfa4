import { InputError } from '@backstage/errors';
import { z } from 'zod';

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
