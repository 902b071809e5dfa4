import { AuthenticationError } from '@backstage/errors';
import { fieldsOf, textOf } from './parseJson';
import { bearerOf, headerOf, requireSignature, requireToken } from './secrets';
import type { Sender } from './Sender';

/** Anything that can send JSON: deployments, changes and incidents of tools that have no sender of their own. */
export const generic: Sender = {
  id: 'generic',
  title: 'Generic',
  keptHeaders: ['idempotency-key', 'x-webhook-event', 'x-webhook-id'],

  verify(headers, rawBody, secrets) {
    const signature = headerOf(headers, 'x-webhook-signature');
    if (signature === undefined) {
      requireToken(
        [bearerOf(headers)],
        secrets,
        'Authorization: Bearer <token> or the header X-Webhook-Signature',
      );
      return;
    }
    const match = /^sha256=([0-9a-f]{64})$/i.exec(signature);
    if (!match) {
      throw new AuthenticationError(
        'X-Webhook-Signature is malformed, expected sha256=<64 hexadecimal digits>',
      );
    }
    const signatures = [match[1].toLowerCase()];
    requireSignature(signatures, rawBody, secrets, 'X-Webhook-Signature');
  },

  describe(headers, { value }) {
    const body = fieldsOf(value);
    return [
      {
        // Not a field of the body: its id is that of a thing, which may be sent again after a change.
        deliveryId:
          headerOf(headers, 'x-webhook-id') ??
          headerOf(headers, 'idempotency-key'),
        event:
          headerOf(headers, 'x-webhook-event') ??
          textOf(body.event) ??
          textOf(body.type) ??
          '',
        occurredAt: textOf(body.occurredAt),
      },
    ];
  },

  knows: event => event !== '',
};
