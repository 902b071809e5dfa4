import { randomUUID } from 'node:crypto';
import { send, type Server } from './send';
import { sign } from './sign';

/** Sends a webhook as GitHub does. */
export async function deliver(
  server: Server,
  delivery: {
    event?: string;
    id?: string;
    body?: object | string;
    headers?: Record<string, string>;
  } = {},
) {
  const { event = 'push', body = { zen: 'Keep it logically awesome.' } } =
    delivery;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return send(server, '/v1/github', {
    headers: {
      'Content-Type': 'application/json',
      'X-GitHub-Event': event,
      'X-GitHub-Delivery': delivery.id ?? randomUUID(),
      'X-Hub-Signature-256': sign(text),
      ...delivery.headers,
    },
    body: text,
  });
}
