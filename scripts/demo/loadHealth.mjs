import { generateHealthHistory } from './healthHistory.mjs';

/** What one request takes at most. */
const batchSize = 1_000;

/**
 * Sends what a checker would have found of the demo components. Sending it again changes nothing.
 *
 * @param {object} options
 * @param {import('./PortalClient.mjs').PortalClient} options.client
 * @param {import('./loadDemo.mjs').DemoComponent[]} options.components
 * @param {Date} options.now
 * @returns {Promise<number>} how many results were taken; 0 where the portal has no service health
 */
export async function loadHealth({ client, components, now }) {
  const items = components.flatMap(component => [
    ...generateHealthHistory({ component, now }),
  ]);
  // States follow the order of time.
  items.sort((one, other) => one.at.localeCompare(other.at));
  let accepted = 0;
  for (let start = 0; start < items.length; start += batchSize) {
    const answer = await client.json(
      '/api/service-health/v1/checks?provenance=demo',
      {
        method: 'POST',
        contentType: 'application/json',
        body: JSON.stringify({ items: items.slice(start, start + batchSize) }),
      },
    );
    if (!answer) {
      break;
    }
    accepted += answer.accepted;
  }
  return accepted;
}
