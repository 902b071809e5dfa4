import { NotAllowedError } from '@backstage/errors';
import type { IncomingMessage } from 'node:http';
import { isLoopbackHost } from './isLoopbackHost';

const FORWARDING_HEADERS = [
  'forwarded',
  'via',
  'x-client-ip',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
];

/**
 * Lets a request pass only when it was made on this machine, for this machine.
 *
 * @remarks
 *
 * Three doors, since the address that the server listens on says nothing about who stands in front of it: the other end
 * of the socket; headers of a proxy that passes on requests of others; and the host that was asked for, which a page of
 * a stranger can point at 127.0.0.1 by changing its own name's address (DNS rebinding).
 *
 * @param subject - What was asked for, at the beginning of a sentence.
 *
 * @public
 */
export function assertLocalRequest(
  req: Pick<IncomingMessage, 'socket' | 'headers' | 'httpVersion'>,
  subject: string,
): void {
  const peer = req.socket.remoteAddress;
  if (!peer || !isLoopbackHost(peer)) {
    throw new NotAllowedError(
      `${subject} was asked for from ${
        peer ?? 'an unknown address'
      }: it answers on the portal's own machine only; sign in with a real provider instead`,
    );
  }
  const forwarded = FORWARDING_HEADERS.find(
    name => req.headers[name] !== undefined,
  );
  if (forwarded) {
    throw new NotAllowedError(
      `${subject} was asked for through a proxy (header ${forwarded}): open the portal at its own address on its own machine, or sign in with a real provider`,
    );
  }
  // A proxy that is set up in one line says nothing of itself, but speaks as only proxies still do.
  if (req.httpVersion === '1.0') {
    throw new NotAllowedError(
      `${subject} was asked for by HTTP 1.0, as a proxy does: open the portal at its own address on its own machine, or sign in with a real provider`,
    );
  }
  const host = req.headers.host;
  if (!host || !isLoopbackHost(hostnameOf(host))) {
    throw new NotAllowedError(
      `${subject} was asked for under the host name '${
        host ?? ''
      }': open the portal as localhost or 127.0.0.1`,
    );
  }
}

function hostnameOf(hostHeader: string): string {
  const url = `http://${hostHeader}`;
  return URL.canParse(url) ? new URL(url).hostname : hostHeader;
}
