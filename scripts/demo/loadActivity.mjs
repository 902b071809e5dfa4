import { generateActivityHistory } from './activityHistory.mjs';

/** What one webhook brings at most. */
const batchSize = 200;

/**
 * Sends what happened in the repositories of the demo components through the webhook inbox, as any tool would. Sending it again
 * changes nothing.
 *
 * @param {object} options
 * @param {import('./PortalClient.mjs').PortalClient} options.client - with the secret of the generic sender
 * @param {import('./loadDemo.mjs').DemoComponent[]} options.components
 * @param {Date} options.now
 * @returns {Promise<number>} how many were sent; 0 where the portal has no inbox
 */
export async function loadActivity({ client, components, now }) {
  const activities = components.flatMap(component =>
    generateActivityHistory({ component, now }),
  );
  let sent = 0;
  while (sent < activities.length) {
    const batch = activities.slice(sent, sent + batchSize);
    const receipt = await client.json('/api/webhooks/v1/generic', {
      method: 'POST',
      contentType: 'application/json',
      headers: {
        'x-webhook-event': 'activity',
        // Of this start: what an earlier one sent may have been removed with the demo organisation.
        'x-webhook-id': `demo-activity-${now.getTime()}-${sent}`,
      },
      body: JSON.stringify({ activities: batch }),
    });
    if (!receipt) {
      break;
    }
    sent += batch.length;
  }
  return sent;
}
