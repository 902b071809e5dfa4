import {
  ApiBlueprint,
  createApiRef,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import {
  WebhooksClient,
  type WebhooksApi,
} from '@portal/plugin-webhooks-common';

/**
 * Reads the state of the webhook inbox, and hands deliveries over once more.
 *
 * @public
 */
export const webhooksApiRef = createApiRef<WebhooksApi>().with({
  id: 'plugin.webhooks.service',
  pluginId: 'webhooks',
});

/** Serves {@link webhooksApiRef} with the HTTP client. */
export const webhooksApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: webhooksApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new WebhooksClient({ discoveryApi, fetchApi }),
    }),
});
