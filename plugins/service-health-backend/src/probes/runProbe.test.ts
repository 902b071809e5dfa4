import http from 'node:http';
import net from 'node:net';
import type { AddressInfo } from 'node:net';
import { parseChecks } from '@portal/plugin-service-health-common';
import { ConfigReader } from '@backstage/config';
import { KubernetesClusters } from '../kubernetes/KubernetesClusters';
import { MonitoringServers } from '../monitoring/MonitoringServers';
import { runProbe } from './runProbe';
import { TargetGuard } from './TargetGuard';

const closers: (() => void)[] = [];
let port: number;
let secrets = 0;

beforeAll(async () => {
  const server = http.createServer((request, response) => {
    switch (request.url) {
      case '/ok':
        response.end('all is well');
        break;
      case '/slow':
        setTimeout(() => response.end('late'), 150);
        break;
      case '/hang':
        break;
      case '/endless':
        response.write('x');
        setInterval(() => response.write('x'.repeat(65_536)), 1).unref();
        break;
      case '/inside':
        response.writeHead(302, {
          location: `http://127.0.0.2:${port}/secret`,
        });
        response.end();
        break;
      case '/file':
        response.writeHead(302, { location: 'file:///etc/passwd' });
        response.end();
        break;
      case '/round':
        response.writeHead(302, { location: '/round' });
        response.end();
        break;
      case '/moved':
        response.writeHead(301, { location: '/ok' });
        response.end();
        break;
      case '/secret':
        secrets += 1;
        response.end('secret');
        break;
      default:
        response.writeHead(500);
        response.end();
    }
  });
  await new Promise<void>(resolve => server.listen(0, '0.0.0.0', resolve));
  port = (server.address() as AddressInfo).port;
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
});

afterAll(() => closers.forEach(close => close()));

const noClusters = KubernetesClusters.fromConfig(new ConfigReader({}));
const noServers = MonitoringServers.fromConfig(
  new ConfigReader({}),
  'serviceHealth.prometheus',
);

async function probe(entry: string, options?: { allow?: string[] }) {
  const { checks, problems } = parseChecks(
    `PROD1=${entry.replace('PORT', String(port))}`,
  );
  expect(problems).toEqual([]);
  return runProbe(checks[0].settings, {
    guard: TargetGuard.create({ allow: options?.allow ?? ['127.0.0.1'] }),
    selfGuard: TargetGuard.create({ allow: ['127.0.0.1'] }),
    selfUrl: `http://127.0.0.1:${port}/ok`,
    prometheus: noServers,
    alertmanager: noServers,
    kubernetes: noClusters,
    timeout: 500,
  });
}

it.each([
  ['http://127.0.0.1:PORT/ok', 'up', undefined],
  ['http://127.0.0.1:PORT/moved', 'up', undefined],
  ['http://127.0.0.1:PORT/ok contains=is%20well', 'up', undefined],
  ['http://127.0.0.1:PORT/other status=500', 'up', undefined],
  [
    'http://127.0.0.1:PORT/slow contains=late within=50ms',
    'degraded',
    'expected are 50 ms',
  ],
  ['http://127.0.0.1:PORT/other', 'down', 'HTTP status 500'],
  ['http://127.0.0.1:PORT/ok contains=broken', 'down', 'does not contain'],
  ['http://127.0.0.1:PORT/hang', 'down', 'No answer within 500 ms'],
  ['http://127.0.0.1:PORT/endless contains=never', 'down', 'does not contain'],
  ['http://127.0.0.1:PORT/round', 'down', 'redirects'],
  ['http://127.0.0.1:PORT/file', 'down', 'file:'],
  ['http://127.0.0.1:1/', 'down', 'refused'],
  ['tcp://127.0.0.1:PORT', 'up', undefined],
  ['tcp://127.0.0.1:1', 'down', 'refused'],
  ['tls://127.0.0.1:PORT', 'down', undefined],
  ['self', 'up', undefined],
])('finds %s %s', async (entry, state, reason) => {
  const result = await probe(entry);
  expect(result.state).toBe(state);
  expect(result.reason ?? '').toContain(reason ?? '');
});

it('does not follow a redirect to where it may not go', async () => {
  const result = await probe('http://127.0.0.1:PORT/inside');
  expect(result).toMatchObject({ state: 'unknown' });
  expect(result.reason).toContain('serviceHealth.allow');
  expect(secrets).toBe(0);
});

it.each([
  'http://2130706433:PORT/secret',
  'http://0x7f.1:PORT/secret',
  'http://[::ffff:127.0.0.1]:PORT/secret',
  'http://localhost:PORT/secret',
  'tcp://localhost:PORT',
  'tls://localhost:PORT',
])('asks nothing of %s unless it is listed', async entry => {
  const result = await probe(entry, { allow: [] });
  expect(result.state).toBe('unknown');
  expect(secrets).toBe(0);
});

it('connects to the address that was checked, whatever the name says next', async () => {
  const answers = ['127.0.0.1', '127.0.0.2'];
  let asked = 0;
  const guard = TargetGuard.create({
    allow: ['127.0.0.1'],
    resolve: async () => [{ address: answers[Math.min(asked++, 1)] }],
  });
  const seen: (string | undefined)[] = [];
  const server = net.createServer(socket => {
    seen.push(socket.localAddress);
    socket.end('HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n');
  });
  await new Promise<void>(resolve => server.listen(0, '0.0.0.0', resolve));
  closers.push(() => server.close());
  const result = await runProbe(
    {
      kind: 'http',
      url: `http://rebind.example:${(server.address() as AddressInfo).port}/`,
      status: [{ from: 200, to: 299 }],
    },
    {
      guard,
      selfGuard: guard,
      selfUrl: '',
      prometheus: noServers,
      alertmanager: noServers,
      kubernetes: noClusters,
      timeout: 500,
    },
  );
  expect(result.state).toBe('up');
  expect(asked).toBe(1);
  expect(seen).toEqual(['127.0.0.1']);
});
