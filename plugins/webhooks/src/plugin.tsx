import {
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { WholePage } from '@portal/plugin-metrics-react';
import { RiWebhookLine } from '@remixicon/react';
import { webhooksApi } from './api';
import { webhooksPath, webhooksRouteRef } from './routes';

const webhooksPage = PageBlueprint.make({
  params: {
    path: webhooksPath,
    routeRef: webhooksRouteRef,
    title: 'Webhooks',
    icon: <RiWebhookLine />,
    loader: async () => {
      const { WebhooksPage } = await import('./components/WebhooksPage');
      return (
        <WholePage>
          <WebhooksPage />
        </WholePage>
      );
    },
  },
});

/**
 * The webhook inbox in the browser.
 *
 * @public
 */
export default createFrontendPlugin({
  pluginId: 'webhooks',
  title: 'Webhooks',
  routes: { root: webhooksRouteRef },
  extensions: [webhooksApi, webhooksPage],
});
