import path from 'node:path';
import { readPortalConfig } from './readPortalConfig.mjs';
import { readOrCreateSecret } from './secretFile.mjs';

/**
 * With the demo organisation, a secret for the webhook sender `generic`, through which the demo's deliveries come as those
 * of any tool would. Nothing without the demo, or where the configuration has secrets of its own: a sender that nobody
 * asked for stays closed.
 *
 * @param {{ configFiles: string[], dataDirectory: string }} options
 * @returns {Promise<{ file: string, secret: string } | undefined>}
 */
export async function demoWebhookSecret({ configFiles, dataDirectory }) {
  const config = await readPortalConfig(configFiles);
  if (
    !config.getOptionalBoolean('portal.demo') ||
    config.has('webhooks.senders.generic')
  ) {
    return undefined;
  }
  const file = path.join(dataDirectory, 'webhook-secret');
  return { file, secret: await readOrCreateSecret(file) };
}
