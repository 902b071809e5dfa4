import { fieldsOf, requireObject, textOf } from './parseJson';
import { headerOf, requireSignature } from './secrets';
import type { Sender } from './Sender';

/** PagerDuty's webhooks, version 3: https://developer.pagerduty.com/docs/webhooks-overview */
export const pagerduty: Sender = {
  id: 'pagerduty',
  title: 'PagerDuty',
  keptHeaders: ['x-webhook-id', 'x-webhook-subscription'],

  verify(headers, rawBody, secrets) {
    // One signature for each secret that PagerDuty holds while one replaces another.
    const signatures = (headerOf(headers, 'x-pagerduty-signature') ?? '')
      .split(',')
      .slice(0, 20)
      .map(part => /^\s*v1=([0-9a-f]{64})\s*$/i.exec(part)?.[1].toLowerCase())
      .filter(signature => signature !== undefined);
    requireSignature(signatures, rawBody, secrets, 'X-PagerDuty-Signature');
  },

  describe(_headers, { value }) {
    const event = fieldsOf(requireObject(value).event);
    return [
      {
        deliveryId: textOf(event.id),
        event: textOf(event.event_type) ?? '',
        occurredAt: textOf(event.occurred_at),
      },
    ];
  },

  knows: event => /^(incident|service|pagey)\.[a-z_.]+$/.test(event),
};
