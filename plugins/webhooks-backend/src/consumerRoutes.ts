import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { PermissionAccess } from '@portal/backend-access';
import {
  webhooksDeliveryReadPermission,
  type WebhookClaimRequest,
  type WebhookResults,
} from '@portal/plugin-webhooks-common';
import type { Request, Router } from 'express';
import type { ConsumerStore } from './database/ConsumerStore';
import type { ClaimService } from './services/ClaimService';

export type ConsumerRoutesOptions = {
  access: PermissionAccess;
  claims: ClaimService;
  consumers: ConsumerStore;
  httpAuth: HttpAuthService;
};

/** How consumers read. Services only: what is delivered can hold what not every user may see. */
export function addConsumerRoutes(
  router: Router,
  options: ConsumerRoutesOptions,
): void {
  const { access, claims, consumers, httpAuth } = options;

  async function requireService(request: Request): Promise<void> {
    const credentials = await httpAuth.credentials(request, {
      allow: ['service'],
    });
    await access.require(credentials, webhooksDeliveryReadPermission);
  }

  router.post('/v1/consumers/:name/claim', async (request, response) => {
    await requireService(request);
    const left = new AbortController();
    response.on('close', () => left.abort());
    const claim: WebhookClaimRequest = request.body;
    response.json(await claims.claim(request.params.name, claim, left.signal));
  });

  router.post('/v1/consumers/:name/results', async (request, response) => {
    await requireService(request);
    const results: WebhookResults = request.body;
    await consumers.report(request.params.name, results);
    response.status(204).end();
  });

  router.post('/v1/consumers/:name/release', async (request, response) => {
    await requireService(request);
    await consumers.release(request.params.name, request.body.instance);
    response.status(204).end();
  });
}
