import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { parseChecks } from '@portal/plugin-service-health-common';
import selfsigned from 'selfsigned';
import {
  daemonSet,
  deployment,
  failure,
  statefulSet,
} from '../__testUtils__/kubernetesObjects';
import { KubernetesClusters } from '../kubernetes/KubernetesClusters';
import { MonitoringServers } from '../monitoring/MonitoringServers';
import { runProbe } from './runProbe';
import { TargetGuard } from './TargetGuard';

const token = 'eyJhbGciOiJSUzI1NiJ9.secret-of-the-portal';
const path = '/apis/apps/v1/namespaces/shop';

type Answer = { status: number; body: unknown };

const servers: http.Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** The API of a cluster, as far as probes ask it. */
function answerAs(request: http.IncomingMessage): Answer {
  if (request.headers.authorization !== `Bearer ${token}`) {
    return { status: 401, body: failure(401, 'Unauthorized') };
  }
  switch (request.url) {
    case `${path}/deployments/web`:
      return { status: 200, body: deployment() };
    case `${path}/deployments/slow`:
      return {
        status: 200,
        body: deployment({ status: { availableReplicas: 1 } }),
      };
    case `${path}/deployments/asleep`:
      return { status: 200, body: deployment({ spec: { replicas: 0 } }) };
    case `${path}/statefulsets/db`:
      return { status: 200, body: statefulSet() };
    case `${path}/daemonsets/agent`:
      return { status: 200, body: daemonSet() };
    case `${path}/deployments/gone`:
      return {
        status: 404,
        body: failure(404, 'NotFound', {
          name: 'gone',
          group: 'apps',
          kind: 'deployments',
        }),
      };
    case `${path}/deployments/other`:
      return { status: 200, body: statefulSet() };
    case `${path}/deployments/list`:
      return { status: 200, body: [null] };
    case `${path}/deployments/broken`:
      return { status: 500, body: failure(500, 'InternalError') };
    case `${path}/deployments/moved`:
      return { status: 302, body: undefined };
    default:
      return request.url?.startsWith(path)
        ? { status: 403, body: failure(403, 'Forbidden') }
        : { status: 404, body: '404 page not found' };
  }
}

function answer(request: http.IncomingMessage, response: http.ServerResponse) {
  if (request.url === `${path}/deployments/hanging`) {
    return;
  }
  if (request.url === `${path}/deployments/half`) {
    response.write('{"kind":');
    return;
  }
  if (request.url === `${path}/deployments/huge`) {
    // Who has left is not written to: each failure would be answered at once by the next.
    const more = (error?: Error | null) => {
      if (!error && !response.destroyed) {
        response.write('"'.repeat(65_536), more);
      }
    };
    more();
    return;
  }
  const { status, body } = answerAs(request);
  response.writeHead(status, {
    'content-type': 'application/json',
    location: `${path}/deployments/web`,
  });
  response.end(JSON.stringify(body));
}

async function listen(server: http.Server): Promise<number> {
  servers.push(server);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

async function probe(entry: string, cluster: JsonObject, timeout = 2_000) {
  const { checks, problems } = parseChecks(`PROD1=${entry}`);
  expect(problems).toEqual([]);
  const config = new ConfigReader({
    serviceHealth: {
      kubernetes: { clusters: [{ name: 'main', token, ...cluster }] },
    },
  });
  const guard = TargetGuard.create({ allow: [] });
  const none = MonitoringServers.fromConfig(config, 'serviceHealth.prometheus');
  return runProbe(checks[0].settings, {
    guard,
    selfGuard: guard,
    selfUrl: '',
    prometheus: none,
    alertmanager: none,
    kubernetes: KubernetesClusters.fromConfig(config),
    timeout,
  });
}

it.each([
  ['deployment/web', 'up', undefined],
  ['deployment/slow', 'degraded', '1 of 3 replicas are available'],
  ['deployment/asleep', 'unknown', 'It is scaled to zero'],
  ['deployment/asleep zero=down', 'down', 'It is scaled to zero'],
  ['statefulset/db', 'up', undefined],
  ['daemonset/agent', 'up', undefined],
  [
    'deployment/gone',
    'down',
    'There is no such deployment: gone in the namespace shop of main',
  ],
  ['deployment/forbidden', 'unknown', 'to get deployments in the namespace'],
  ['deployment/other', 'unknown', 'What main answered is no deployment'],
  ['deployment/list', 'unknown', 'What main answered is no deployment'],
  ['deployment/broken', 'unknown', 'main gave no answer: HTTP status 500'],
  ['deployment/moved', 'unknown', 'main gave no answer: HTTP status 302'],
])('finds that %s is %s', async (workload, state, words) => {
  const port = await listen(http.createServer(answer));
  const result = await probe(`kubernetes:main/shop/${workload}`, {
    url: `http://127.0.0.1:${port}/`,
  });
  expect(result.state).toBe(state);
  expect(result.reason ?? '').toContain(words ?? '');
  // The cluster's words name an account, and the token is nobody's to see.
  expect(JSON.stringify(result)).not.toMatch(/serviceaccount|secret-of/);
});

it.each([
  ['hanging', 'main gave no answer: nothing came within 300 ms'],
  ['half', 'main gave no answer: nothing came within 300 ms'],
])('gives up on an answer that is %s', async (name, reason) => {
  const port = await listen(http.createServer(answer));
  const url = `http://127.0.0.1:${port}`;
  const started = performance.now();
  expect(
    await probe(`kubernetes:main/shop/deployment/${name}`, { url }, 300),
  ).toEqual({ state: 'unknown', reason });
  expect(performance.now() - started).toBeLessThan(5_000);
});

it('reads an answer without end as far as 2 MiB', async () => {
  const server = http.createServer(answer);
  const port = await listen(server);
  const url = `http://127.0.0.1:${port}`;
  expect(
    await probe('kubernetes:main/shop/deployment/huge', { url }, 30_000),
  ).toEqual({
    state: 'unknown',
    reason: 'main gave no answer: it is larger than 2097152 bytes',
  });
});

it('says what is wrong with a token, an address and a name', async () => {
  const port = await listen(http.createServer(answer));
  const url = `http://127.0.0.1:${port}`;
  const web = 'kubernetes:main/shop/deployment/web';
  expect(await probe(web, { url, token: 'old' })).toEqual({
    state: 'unknown',
    reason: expect.stringContaining('does not accept the token'),
  });
  expect(await probe(web, { url: `${url}/elsewhere` })).toEqual({
    state: 'unknown',
    reason: expect.stringContaining('main does not know where deployments are'),
  });
  expect(await probe(web, { url: 'http://127.0.0.1:1' })).toEqual({
    state: 'unknown',
    reason: expect.stringContaining('ECONNREFUSED'),
  });
  expect(await probe('kubernetes:other/shop/deployment/web', { url })).toEqual({
    state: 'unknown',
    reason:
      'serviceHealth.kubernetes.clusters has no cluster named "other"; known: main',
  });
});

it('trusts a cluster for which its own authorities vouch, and no other', async () => {
  const pair = selfsigned.generate([{ name: 'commonName', value: 'cluster' }], {
    keySize: 2048,
    algorithm: 'sha256',
    extensions: [
      { name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] },
    ],
  });
  let asked = 0;
  const port = await listen(
    https.createServer(
      { key: pair.private, cert: pair.cert },
      (request, response) => {
        asked += 1;
        answer(request, response);
      },
    ),
  );
  const url = `https://127.0.0.1:${port}`;
  const web = 'kubernetes:main/shop/deployment/web';
  expect(await probe(web, { url })).toEqual({
    state: 'unknown',
    reason: expect.stringMatching(/main gave no answer: .*self.signed/),
  });
  expect(asked).toBe(0);
  const caData = Buffer.from(pair.cert).toString('base64');
  expect(await probe(web, { url, caData })).toEqual({ state: 'up' });
  expect(await probe(web, { url, skipTLSVerify: true })).toEqual({
    state: 'up',
  });
});

it.each([
  [{ url: 'ftp://cluster' }, 'clusters[0].url: found "ftp://cluster"'],
  [{ token: 'two words' }, 'clusters[0].token: expected the token'],
  [{ caData: 'nothing' }, 'clusters[0].caData: expected certificates'],
])('refuses a cluster with %j', async (part, words) => {
  const started = probe('kubernetes:main/shop/deployment/web', {
    url: 'https://cluster.example.com',
    ...part,
  });
  await expect(started).rejects.toThrow(words);
});

it('refuses a name that is there twice, and a cluster without a token', () => {
  const read = (clusters: JsonObject[]) =>
    KubernetesClusters.fromConfig(
      new ConfigReader({ serviceHealth: { kubernetes: { clusters } } }),
    );
  const main = { name: 'main', url: 'https://cluster.example.com', token };
  expect(() => read([main, main])).toThrow('the name "main" is there twice');
  expect(() => read([{ ...main, token: undefined }])).toThrow('token');
});
