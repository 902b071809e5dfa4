import type { AddressInfo } from 'node:net';

/** A server that listens. */
export type Server = { address(): AddressInfo | string | null };

/** A request over the network, with the bytes and the headers as given. */
export async function send(
  server: Server,
  path: string,
  options: {
    method?: string;
    headers?: Record<string, string>;
    body?: string | Buffer<ArrayBuffer>;
  } = {},
) {
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://localhost:${port}/api/webhooks${path}`, {
    method: 'POST',
    ...options,
  });
  const text = await response.text();
  return {
    status: response.status,
    body: text.startsWith('{') ? JSON.parse(text) : text,
  };
}
