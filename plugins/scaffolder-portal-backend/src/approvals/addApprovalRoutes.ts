import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import type { ApprovalStatus } from '@portal/plugin-scaffolder-portal-common';
import type { Request, Router } from 'express';
import type { Approvals } from './Approvals';

/** Answers a request, and writes down what was asked and what became of it. */
export type Audited = <T>(
  request: Request,
  eventId: string,
  meta: JsonObject,
  answer: (credentials: BackstageCredentials) => Promise<T>,
) => Promise<T>;

/** The routes below `/v1/approvals` of openapi.yaml. */
export function addApprovalRoutes(
  router: Router,
  options: { approvals: Approvals; audited: Audited },
): void {
  const { approvals, audited } = options;

  router.get('/v1/approvals', async (request, response) => {
    const status = request.query.status as ApprovalStatus | undefined;
    response.json(
      await audited(request, 'approvals-read', {}, async credentials => ({
        items: await approvals.list(credentials, status),
      })),
    );
  });

  router.post('/v1/approvals', async (request, response) => {
    const { taskId, approvers } = request.body;
    response.json(
      await audited(
        request,
        'approval-request',
        { taskId, approvers },
        credentials => approvals.request(credentials, request.body),
      ),
    );
  });

  router.post('/v1/approvals/:id/decision', async (request, response) => {
    const { id } = request.params;
    const { decision } = request.body;
    response.json(
      await audited(request, 'approval-decide', { id, decision }, credentials =>
        approvals.decide(credentials, id, request.body),
      ),
    );
  });

  router.post('/v1/approvals/:id/withdrawal', async (request, response) => {
    const { id } = request.params;
    response.json(
      await audited(request, 'approval-withdraw', { id }, credentials =>
        approvals.withdraw(credentials, id),
      ),
    );
  });

  router.post('/v1/approvals/:id/use', async (request, response) => {
    const { id } = request.params;
    const { taskId, approvers } = request.body;
    await audited(
      request,
      'approval-use',
      { id, taskId, approvers },
      credentials => approvals.use(credentials, id, request.body),
    );
    response.json({});
  });
}
