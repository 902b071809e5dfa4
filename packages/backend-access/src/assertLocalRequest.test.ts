import { Socket } from 'node:net';
import type { IncomingHttpHeaders } from 'node:http';
import { assertLocalRequest } from './assertLocalRequest';

function request(
  remoteAddress: string,
  headers: IncomingHttpHeaders,
  httpVersion = '1.1',
) {
  const socket = new Socket();
  Object.defineProperty(socket, 'remoteAddress', { value: remoteAddress });
  return () =>
    assertLocalRequest({ socket, headers, httpVersion }, 'Demo sign-in');
}

describe('assertLocalRequest', () => {
  it.each(['localhost:7007', '127.0.0.1:7007', '[::1]:7007', 'localhost'])(
    'passes a request of this machine for %s',
    host => {
      expect(request('127.0.0.1', { host })).not.toThrow();
      expect(request('::ffff:127.0.0.1', { host })).not.toThrow();
    },
  );

  it('refuses what speaks as a proxy that says nothing of itself', () => {
    expect(request('127.0.0.1', { host: '127.0.0.1:7007' }, '1.0')).toThrow(
      /by HTTP 1\.0, as a proxy does/,
    );
  });

  it('refuses another machine', () => {
    expect(request('10.0.0.7', { host: 'localhost' })).toThrow(
      /^Demo sign-in was asked for from 10\.0\.0\.7: it answers on the portal's own machine only/,
    );
  });

  it.each([
    'forwarded',
    'via',
    'x-forwarded-for',
    'x-forwarded-host',
    'x-real-ip',
  ])('refuses what a proxy passes on (%s)', name => {
    expect(
      request('127.0.0.1', { host: 'localhost', [name]: '203.0.113.5' }),
    ).toThrow(`through a proxy (header ${name})`);
  });

  it.each(['evil.example.com', '127.0.0.1.example.com:80', '', ' '])(
    'refuses the host name "%s"',
    host => {
      expect(request('127.0.0.1', { host })).toThrow(/under the host name/);
    },
  );
});
