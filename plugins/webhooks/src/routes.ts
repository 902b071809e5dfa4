import { createRouteRef } from '@backstage/frontend-plugin-api';

/** The page of the webhook inbox. */
export const webhooksRouteRef = createRouteRef();

/** Where that page is, unless the configuration moves it. */
export const webhooksPath = '/webhooks';

/** Name of the query parameter that holds the consumer whose dead letters are shown. */
export const consumerParam = 'consumer';

/** Name of the query parameter that holds the id of the delivery whose details are shown. */
export const deliveryParam = 'delivery';

const docs = '/docs/default/component/portal/operator-guide';

/** Where the documentation of this portal says how the inbox is run. */
export const inboxHelpPath = `${docs}/webhooks/`;

/** Where it says how deliveries of a tool are set up. */
export function sourceHelpPath(source: string): string {
  return `${docs}/delivery-sources/${source}/`;
}
