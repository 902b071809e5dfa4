import type { z as Zod } from 'zod/v3';

/** Which part of the organisation an assistant asks about, and when. */
export const nodeInput = (z: typeof Zod) =>
  z.object({
    node: z
      .string()
      .optional()
      .describe(
        'everything, or a group, domain, system or component such as group:default/payments. Default: the highest that the caller may read',
      ),
    hierarchy: z
      .enum(['organisation', 'domains'])
      .optional()
      .describe('Default: organisation'),
    day: z.string().optional().describe('YYYY-MM-DD. Default: newest'),
    compare: z
      .string()
      .optional()
      .describe('YYYY-MM-DD. Default: 28 days before'),
  });
