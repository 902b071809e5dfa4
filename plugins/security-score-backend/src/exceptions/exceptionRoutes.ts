import { InputError, NotAllowedError } from '@backstage/errors';
import {
  securityExceptionApprovePermission,
  securityFindingTriagePermission,
  type ExceptionState,
} from '@portal/plugin-security-score-common';
import type { Router } from 'express';
import { z } from 'zod';
import type { SecurityAccess } from '../access/SecurityAccess';
import {
  auditedRoute,
  nameOf,
  parseInput,
  type RouteOptions,
} from '@portal/backend-routes';
import {
  findingIds,
  instant,
  listOf,
  personRef,
  plainText,
} from '../work/inputFields';
import { readProvenance } from '../work/readProvenance';
import type { Exceptions } from './Exceptions';

/** What the routes work with. */
export type ExceptionRoutesOptions = RouteOptions & {
  access: SecurityAccess;
  demo: boolean;
  exceptions: Exceptions;
};

const states: readonly ExceptionState[] = [
  'proposed',
  'approved',
  'rejected',
  'expired',
  'withdrawn',
];
const querySchema = z.object({
  state: listOf(states).optional(),
  scope: z.string().min(1).max(300).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
});
const pathSchema = z.object({ id: z.uuid('expected the id of an exception') });
const reason = plainText.min(10, 'expected 10 characters or more').max(4000);
const webLink = z
  .string()
  .max(2000)
  .refine(text => {
    try {
      return /^https?:$/.test(new URL(text).protocol);
    } catch {
      return false;
    }
  }, 'expected a link that begins with https:// or http://');
const proposalSchema = z.strictObject({
  findingIds,
  reason,
  evidence: webLink.optional(),
  expiresAt: instant,
  renews: z.uuid('expected the id of an exception').optional(),
  requestedBy: personRef.optional(),
  decision: z
    .strictObject({
      by: personRef,
      state: z.enum(['approved', 'rejected']),
      reason: plainText.max(4000).optional(),
      at: instant,
    })
    .optional(),
});
const decisionSchema = z
  .strictObject({
    decision: z.enum(['approve', 'reject', 'withdraw']),
    reason: plainText.max(4000).optional(),
  })
  .refine(
    ({ decision, reason: why }) => decision !== 'reject' || Boolean(why),
    'reason: found none, expected why it is rejected',
  );

/** The routes of exceptions. */
export function addExceptionRoutes(
  router: Router,
  options: ExceptionRoutesOptions,
): void {
  const { access, demo, exceptions } = options;

  router.get(
    '/v1/exceptions',
    auditedRoute(
      options,
      { eventId: 'exception-read' },
      async (request, credentials) => {
        const { scope, ...filter } = parseInput(
          querySchema,
          request.query,
          'query',
        );
        const { refs } = await access.readFindings(credentials, scope);
        return { body: await exceptions.list({ ...filter, refs }) };
      },
    ),
  );

  router.post(
    '/v1/exceptions',
    auditedRoute(
      options,
      { eventId: 'exception-propose', isChange: true },
      async (request, credentials) => {
        await access.require(credentials, securityFindingTriagePermission);
        const provenance = readProvenance(request, credentials, { demo });
        const { requestedBy, decision, ...proposal } = parseInput(
          proposalSchema,
          request.body,
          'body',
        );
        if ((requestedBy || decision) && !provenance.demo) {
          throw new InputError(
            'body: found requestedBy or decision, expected neither; who asks is the caller, and somebody else decides',
          );
        }
        const { refs } = await access.readFindings(credentials);
        const body = await exceptions.propose(
          {
            ...proposal,
            ...provenance,
            by: requestedBy ?? nameOf(credentials),
          },
          refs,
          decision && {
            ...decision,
            decision: decision.state === 'approved' ? 'approve' : 'reject',
          },
        );
        return {
          status: 201,
          body,
          meta: {
            exception: body.id,
            entityRef: body.entityRef,
            findings: proposal.findingIds.join(','),
          },
        };
      },
    ),
  );

  router.post(
    '/v1/exceptions/:id/decision',
    auditedRoute(
      options,
      { eventId: 'exception-decide', isChange: true },
      async (request, credentials) => {
        const { id } = parseInput(pathSchema, request.params, 'path');
        const input = parseInput(decisionSchema, request.body, 'body');
        await access.require(
          credentials,
          input.decision === 'withdraw'
            ? securityFindingTriagePermission
            : securityExceptionApprovePermission,
        );
        const by = nameOf(credentials);
        if (input.decision !== 'withdraw' && !by.startsWith('user:')) {
          throw new NotAllowedError(
            'A person decides on an exception, and no service',
          );
        }
        const { refs } = await access.readFindings(credentials);
        await exceptions.get(id, refs);
        return {
          body: await exceptions.decide(id, { ...input, by }),
          meta: { decision: input.decision },
        };
      },
    ),
  );
}
