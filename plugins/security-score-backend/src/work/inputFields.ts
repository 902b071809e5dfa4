import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { z } from 'zod';

/** Text without what a database or a screen can't take. */
export const plainText = z
  .string()
  .trim()
  .refine(text => !text.includes('\0'), 'found a zero byte, expected none');

/** Ids of findings, each once. */
export const findingIds = z
  .array(z.string().regex(/^[1-9]\d{0,17}$/, 'expected the id of a finding'))
  .min(1)
  .max(500)
  .transform(ids => [...new Set(ids)]);

/** The reference of a user or a group, in full. */
export const personRef = z
  .string()
  .max(300)
  .transform((text, context) => {
    try {
      const ref = parseEntityRef(text);
      const kind = ref.kind.toLocaleLowerCase('en-US');
      if (kind === 'user' || kind === 'group') {
        return stringifyEntityRef(ref);
      }
    } catch {
      // It is told below.
    }
    context.addIssue({
      code: 'custom',
      message: `found "${text}", expected the reference of a user or a group, such as group:default/payments`,
    });
    return z.NEVER;
  });

/** An instant, in ISO 8601 with its offset from UTC. */
export const instant = z.iso
  .datetime({
    offset: true,
    error: 'expected an instant such as 2026-01-31T00:00:00Z',
  })
  .transform(text => new Date(text));

/** Values of a list with commas between them. */
export function listOf<const T extends string>(values: readonly T[]) {
  return z
    .string()
    .max(500)
    .transform((text, context): T[] => {
      const found = text.split(',').filter(part => part !== '');
      const wrong = found.find(part => !values.some(value => value === part));
      if (wrong !== undefined) {
        context.addIssue({
          code: 'custom',
          message: `found "${wrong}", expected some of ${values.join(', ')}`,
        });
        return z.NEVER;
      }
      return values.filter(value => found.includes(value));
    });
}
