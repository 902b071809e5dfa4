import { fieldsOf, requireObject, textOf } from './parseJson';
import { headerOf, requireToken } from './secrets';
import type { Sender } from './Sender';

// https://docs.gitlab.com/user/project/integrations/webhook_events/
const events = new Set([
  'push',
  'tag_push',
  'issue',
  'work_item',
  'note',
  'merge_request',
  'wiki_page',
  'pipeline',
  'build',
  'deployment',
  'feature_flag',
  'release',
  'milestone',
  'emoji',
  'access_token',
  'vulnerability',
]);

/** GitLab: https://docs.gitlab.com/user/project/integrations/webhooks/ */
export const gitlab: Sender = {
  id: 'gitlab',
  title: 'GitLab',
  keptHeaders: [
    'idempotency-key',
    'x-gitlab-event',
    'x-gitlab-event-uuid',
    'x-gitlab-instance',
    'x-gitlab-webhook-uuid',
  ],

  verify(headers, _rawBody, secrets) {
    const token = headerOf(headers, 'x-gitlab-token');
    requireToken([token], secrets, 'one in the header X-Gitlab-Token');
  },

  describe(headers, { value }) {
    const body = requireObject(value);
    const attributes = fieldsOf(body.object_attributes);
    return [
      {
        // Not X-Gitlab-Event-UUID: events that a webhook causes share the one of their cause.
        deliveryId: headerOf(headers, 'idempotency-key'),
        event: textOf(body.object_kind) ?? textOf(body.event_name) ?? '',
        occurredAt:
          textOf(body.status_changed_at) ??
          textOf(attributes.updated_at) ??
          textOf(attributes.finished_at) ??
          textOf(attributes.created_at),
      },
    ];
  },

  knows: event => events.has(event),
};
