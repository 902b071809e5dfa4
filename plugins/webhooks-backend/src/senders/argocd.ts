import { requireObject, textOf } from './parseJson';
import { bearerOf, headerOf, requireToken } from './secrets';
import type { Sender } from './Sender';

/**
 * Argo CD notifications: https://argo-cd.readthedocs.io/en/stable/operator-manual/notifications/services/webhook/
 *
 * What is sent is the operator's own template, that of docs/operator-guide/delivery-sources/argo-cd.md. Its natural key is
 * the whole of it.
 */
export const argocd: Sender = {
  id: 'argocd',
  title: 'Argo CD',
  keptHeaders: [],

  verify(headers, _rawBody, secrets) {
    requireToken(
      [bearerOf(headers), headerOf(headers, 'x-webhook-token')],
      secrets,
      'Authorization: Bearer <token> or the header X-Webhook-Token',
    );
  },

  describe(_headers, { value }) {
    const body = requireObject(value);
    return [
      {
        event: textOf(body.event) ?? '',
        occurredAt: textOf(body.finishedAt) ?? textOf(body.startedAt),
      },
    ];
  },

  // The names of the triggers that Argo CD brings along.
  knows: event =>
    /^on-(created|deleted|deployed|health-degraded|sync-failed|sync-running|sync-status-unknown|sync-succeeded)$/.test(
      event,
    ),
};
