import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { ConfigReader } from '@backstage/config';
import { parseChecks } from '@portal/plugin-service-health-common';
import { KubernetesClusters } from '../kubernetes/KubernetesClusters';
import {
  freePort,
  requireMonitoringPrograms,
  RunningProgram,
} from '../__testUtils__/monitoringPrograms';
import type { ProbeResult } from '../probes/ProbeResult';
import { runProbe } from '../probes/runProbe';
import { TargetGuard } from '../probes/TargetGuard';
import { MonitoringServers } from './MonitoringServers';

jest.setTimeout(120_000);

const stops: Array<() => Promise<void>> = [];
afterEach(async () => {
  await Promise.all(stops.splice(0).map(stop => stop()));
});

/** A service with a metric, a Prometheus that scrapes it every second, and an Alertmanager that it tells. */
async function startMonitoring() {
  const { prometheus, alertmanager } = requireMonitoringPrograms();
  let latency = 0.1;
  const shop = http.createServer((_, response) =>
    response.end(`shop_latency_seconds ${latency}\n`),
  );
  const stopShop = async () => {
    shop.closeAllConnections();
    shop.close();
  };
  stops.push(stopShop);
  const [shopPort, prometheusPort, alertmanagerPort] = await Promise.all([
    freePort(),
    freePort(),
    freePort(),
  ]);
  await new Promise<void>(resolve =>
    shop.listen(shopPort, '127.0.0.1', resolve),
  );
  const alerts = RunningProgram.start(
    alertmanager,
    [
      '--config.file=alertmanager.yml',
      '--storage.path=.',
      '--cluster.listen-address=',
      `--web.listen-address=127.0.0.1:${alertmanagerPort}`,
    ],
    {
      'alertmanager.yml': 'route: {receiver: none}\nreceivers: [{name: none}]',
    },
  );
  stops.push(() => alerts.stop());
  const metrics = RunningProgram.start(
    prometheus,
    [
      '--config.file=prometheus.yml',
      '--storage.tsdb.path=data',
      `--web.listen-address=127.0.0.1:${prometheusPort}`,
    ],
    {
      'prometheus.yml': `
global: {scrape_interval: 1s, evaluation_interval: 1s}
rule_files: [rules.yml]
alerting:
  alertmanagers:
    - static_configs: [{targets: ['127.0.0.1:${alertmanagerPort}']}]
scrape_configs:
  - job_name: shop
    static_configs: [{targets: ['127.0.0.1:${shopPort}']}]
`,
      'rules.yml': `
groups:
  - name: shop
    rules:
      - alert: ShopSlow
        expr: shop_latency_seconds > 0.5
        labels: {service: shop, severity: page}
        annotations: {summary: Customers wait}
`,
    },
  );
  stops.push(() => metrics.stop());

  const config = new ConfigReader({
    serviceHealth: {
      prometheus: [
        { name: 'main', url: `http://127.0.0.1:${prometheusPort}/` },
      ],
      alertmanager: [
        { name: 'main', url: `http://127.0.0.1:${alertmanagerPort}` },
      ],
    },
  });
  const guard = TargetGuard.create({ allow: [] });
  const context = {
    guard,
    selfGuard: guard,
    selfUrl: '',
    timeout: 2_000,
    prometheus: MonitoringServers.fromConfig(
      config,
      'serviceHealth.prometheus',
    ),
    alertmanager: MonitoringServers.fromConfig(
      config,
      'serviceHealth.alertmanager',
    ),
    kubernetes: KubernetesClusters.fromConfig(config),
  };
  const probe = async (entry: string) => {
    const { checks, problems } = parseChecks(`PROD1=${entry}`);
    expect(problems).toEqual([]);
    return runProbe(checks[0].settings, context);
  };
  return {
    alertmanagerUrl: `http://127.0.0.1:${alertmanagerPort}`,
    probe,
    stopShop,
    stopPrometheus: () => metrics.stop(),
    slowDown: () => {
      latency = 0.9;
    },
    /** Asks until the state is the expected one, or for 30 seconds. */
    settle: async (entry: string, state: ProbeResult['state']) => {
      let result = await probe(entry);
      for (let tries = 0; tries < 120 && result.state !== state; tries += 1) {
        await sleep(250);
        result = await probe(entry);
      }
      return result;
    },
  };
}

const isUp = 'prometheus:main query=up{job="shop"}';
const isFast = 'prometheus:main query=shop_latency_seconds warnmax=0.5 max=2';
const noRuleFires =
  'prometheus:main query=ALERTS{service="shop"} max=0 none=up';
const noAlert = 'alertmanager:main filter=service="shop"';

it('a service is as a real Prometheus and a real Alertmanager see it', async () => {
  const shop = await startMonitoring();
  expect(await shop.settle(isUp, 'up')).toEqual({ state: 'up' });
  expect(await shop.settle(isFast, 'up')).toEqual({ state: 'up' });
  expect((await shop.settle(noRuleFires, 'up')).state).toBe('up');
  expect(await shop.settle(noAlert, 'up')).toEqual({ state: 'up' });

  shop.slowDown();
  const slow = await shop.settle(isFast, 'degraded');
  expect(slow.state).toBe('degraded');
  expect(slow.reason).toMatch(
    /^shop_latency_seconds\{.*job="shop".*\} is 0\.9, more than 0\.5$/,
  );
  expect((await shop.settle(noRuleFires, 'down')).state).toBe('down');
  expect(await shop.settle(noAlert, 'down')).toEqual({
    state: 'down',
    reason: 'ShopSlow: Customers wait',
  });

  const silenced = await fetch(`${shop.alertmanagerUrl}/api/v2/silences`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      matchers: [{ name: 'service', value: 'shop', isRegex: false }],
      startsAt: new Date().toISOString(),
      endsAt: new Date(Date.now() + 3_600_000).toISOString(),
      createdBy: 'test',
      comment: 'Known',
    }),
  });
  expect(silenced.status).toBe(200);
  expect((await shop.settle(noAlert, 'up')).state).toBe('up');

  await shop.stopShop();
  expect((await shop.settle(isUp, 'down')).reason).toMatch(
    /^up\{.*\} is 0, less than 1$/,
  );

  expect(await shop.probe('prometheus:main query=sum(')).toMatchObject({
    state: 'unknown',
    reason: expect.stringContaining('The query is refused'),
  });
  expect(await shop.probe('prometheus:main query=up[5m]')).toMatchObject({
    state: 'unknown',
    reason: expect.stringContaining('answers a matrix'),
  });
  expect(await shop.probe('prometheus:main query=nothing')).toEqual({
    state: 'unknown',
    reason: 'No series has a value',
  });
  expect(await shop.probe('prometheus:main query=scalar(vector(3))')).toEqual({
    state: 'up',
  });
  expect(await shop.probe('prometheus:other query=up')).toEqual({
    state: 'unknown',
    reason: 'serviceHealth.prometheus has no server named "other"; known: main',
  });

  await shop.stopPrometheus();
  expect(await shop.probe(isUp)).toMatchObject({
    state: 'unknown',
    reason: expect.stringContaining('main gave no answer'),
  });
});

it.each([
  ['[null]'],
  ['[{"labels":{"severity":7}}]'],
  ['{"status":"success","data":{"resultType":"vector","result":[null]}}'],
  ['not JSON'],
  [''],
])(
  'an answer that cannot be meant says nothing about a service: %s',
  async answer => {
    const server = http.createServer((_, response) => response.end(answer));
    const port = await freePort();
    await new Promise<void>(resolve =>
      server.listen(port, '127.0.0.1', resolve),
    );
    stops.push(async () => {
      server.closeAllConnections();
      server.close();
    });
    const list = [{ name: 'main', url: `http://127.0.0.1:${port}` }];
    const config = new ConfigReader({
      serviceHealth: { prometheus: list, alertmanager: list },
    });
    const guard = TargetGuard.create({ allow: [] });
    const { checks } = parseChecks(`PROD1=${isUp};PROD1=${noAlert}`);
    for (const { settings } of checks) {
      const { state, reason } = await runProbe(settings, {
        guard,
        selfGuard: guard,
        selfUrl: '',
        timeout: 2_000,
        prometheus: MonitoringServers.fromConfig(
          config,
          'serviceHealth.prometheus',
        ),
        alertmanager: MonitoringServers.fromConfig(
          config,
          'serviceHealth.alertmanager',
        ),
        kubernetes: KubernetesClusters.fromConfig(config),
      });
      expect(state).toBe('unknown');
      expect(reason).toBeTruthy();
    }
  },
);

it.each([
  [[{ name: 'main', url: 'ftp://somewhere' }], 'expected an address'],
  [
    [
      { name: 'main', url: 'http://a' },
      { name: 'main', url: 'http://b' },
    ],
    'there twice',
  ],
])('refuses a list that cannot be meant: %j', (prometheusList, words) => {
  expect(() =>
    MonitoringServers.fromConfig(
      new ConfigReader({ serviceHealth: { prometheus: prometheusList } }),
      'serviceHealth.prometheus',
    ),
  ).toThrow(words);
});
