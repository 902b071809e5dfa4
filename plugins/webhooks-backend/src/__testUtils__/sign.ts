import { createHmac } from 'node:crypto';
import { secret } from './startWebhooks';

/** What GitHub's header X-Hub-Signature-256 holds for a body. */
export function sign(body: string | Buffer, key: string = secret): string {
  return `sha256=${createHmac('sha256', key).update(body).digest('hex')}`;
}
