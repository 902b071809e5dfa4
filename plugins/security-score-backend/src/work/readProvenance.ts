import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError } from '@backstage/errors';
import type { Request } from 'express';
import { z } from 'zod';
import { parseInput } from '@portal/backend-routes';
import { instant } from './inputFields';

const querySchema = z.object({
  provenance: z.enum(['demo', 'real']).optional(),
  at: instant.optional(),
});

/** Whether something is made up for the demo organisation, and when it is said to have happened. */
export type Provenance = { demo: boolean; at?: Date };

/** Reads `provenance` and `at`. Only services make up things, and only while the demo organisation is on. */
export function readProvenance(
  request: Request,
  credentials: BackstageCredentials,
  options: { demo: boolean },
): Provenance {
  const { provenance, at } = parseInput(querySchema, request.query, 'query');
  if (provenance !== 'demo') {
    if (at) {
      throw new InputError(
        'at: found an instant, expected none; only provenance=demo says when something happened',
      );
    }
    return { demo: false };
  }
  if (!options.demo) {
    throw new InputError(
      'provenance: found demo, expected none; portal.demo is off here',
    );
  }
  const { principal } = credentials as { principal?: { type?: unknown } };
  if (principal?.type !== 'service') {
    throw new NotAllowedError(
      'provenance=demo is for services: people say what is real',
    );
  }
  return { demo: true, at };
}
