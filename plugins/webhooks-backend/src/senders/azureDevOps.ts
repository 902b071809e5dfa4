import { requireObject, textOf } from './parseJson';
import { basicOf, headerOf, requireToken } from './secrets';
import type { Sender } from './Sender';

/** Azure DevOps service hooks: https://learn.microsoft.com/azure/devops/service-hooks/events */
export const azureDevOps: Sender = {
  id: 'azure-devops',
  title: 'Azure DevOps',
  keptHeaders: ['request-id', 'x-vss-activityid', 'x-vss-subscriptionid'],

  verify(headers, _rawBody, secrets) {
    requireToken(
      [basicOf(headers), headerOf(headers, 'x-webhook-token')],
      secrets,
      'basic authentication, with user:password as the secret, or the header X-Webhook-Token',
    );
  },

  describe(_headers, { value }) {
    const body = requireObject(value);
    return [
      {
        deliveryId: textOf(body.id),
        event: textOf(body.eventType) ?? '',
        occurredAt: textOf(body.createdDate),
      },
    ];
  },

  // Such as git.push, build.complete, ms.vss-release.deployment-completed-event.
  knows: event =>
    /^(git|tfvc|build|workitem|advancedsecurity|ms\.vss-[a-z]+)\.[a-z.-]+$/.test(
      event,
    ),
};
