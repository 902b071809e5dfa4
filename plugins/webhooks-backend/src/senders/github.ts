import { InputError } from '@backstage/errors';
import { githubEvents } from './githubEvents';
import {
  decodeUtf8,
  fieldsOf,
  parseJson,
  parseJsonText,
  requireObject,
  textOf,
} from './parseJson';
import { headerOf, requireSignature } from './secrets';
import type { Sender } from './Sender';

/** GitHub: https://docs.github.com/en/webhooks/webhook-events-and-payloads */
export const github: Sender = {
  id: 'github',
  title: 'GitHub',
  keptHeaders: [
    'x-github-delivery',
    'x-github-enterprise-host',
    'x-github-event',
    'x-github-hook-id',
    'x-github-hook-installation-target-id',
    'x-github-hook-installation-target-type',
  ],

  verify(headers, rawBody, secrets) {
    const match = /^sha256=([0-9a-f]{64})$/i.exec(
      headerOf(headers, 'x-hub-signature-256') ?? '',
    );
    const signatures = match ? [match[1].toLowerCase()] : [];
    requireSignature(signatures, rawBody, secrets, 'X-Hub-Signature-256');
  },

  parse(headers, rawBody) {
    const type = headerOf(headers, 'content-type') ?? '';
    if (!/^application\/x-www-form-urlencoded\b/i.test(type)) {
      return parseJson(rawBody);
    }
    const payload = new URLSearchParams(decodeUtf8(rawBody)).get('payload');
    if (payload === null) {
      throw new InputError(
        'The form has no field "payload"; set the content type application/json at GitHub',
      );
    }
    return parseJsonText(payload);
  },

  describe(headers, { value }) {
    const body = requireObject(value);
    const event = headerOf(headers, 'x-github-event') ?? '';
    return [
      {
        deliveryId: headerOf(headers, 'x-github-delivery'),
        event,
        occurredAt: occurredAt(event, body),
      },
    ];
  },

  knows: event => githubEvents.has(event),
};

// Where a payload says in one place when it happened. Others have only the time of their receipt.
function occurredAt(
  event: string,
  body: Record<string, unknown>,
): string | undefined {
  const subject = fieldsOf(body[event]);
  if (event === 'push') {
    return textOf(fieldsOf(body.head_commit).timestamp);
  }
  return textOf(subject.updated_at) ?? textOf(subject.created_at);
}
