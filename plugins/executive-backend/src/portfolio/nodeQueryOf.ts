import type { NodeQuery } from '@portal/plugin-executive-common';
import { textOf } from '@portal/backend-routes';
import type { Request } from 'express';

/** Which part of the organisation, and when. The contract has checked the form of each. */
export function nodeQueryOf(request: Request): NodeQuery {
  return {
    node: textOf(request, 'node'),
    hierarchy: textOf(request, 'hierarchy') as NodeQuery['hierarchy'],
    day: textOf(request, 'day'),
    compare: textOf(request, 'compare'),
    asOf: textOf(request, 'asOf') as NodeQuery['asOf'],
  };
}
