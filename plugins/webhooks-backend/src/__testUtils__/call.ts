import { mockCredentials } from '@backstage/backend-test-utils';
import { send, type Server } from './send';

/** A request of another plugin, or of whom the credentials name. */
export async function call(
  server: Server,
  method: string,
  path: string,
  body?: object,
  authorization: string = mockCredentials.service.header(),
) {
  return send(server, path, {
    method,
    headers: {
      Authorization: authorization,
      ...(body && { 'Content-Type': 'application/json' }),
    },
    body: body && JSON.stringify(body),
  });
}
