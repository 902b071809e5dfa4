import fc from 'fast-check';
import { parseChecks, parseObjective } from './parseChecks';

it('reads targets with their options', () => {
  const { checks, problems } = parseChecks(`
    PROD1=https://shop.example.com/health?deep=1 status=200-299,404 contains=all%20well within=800ms
    UAT1=tcp://db.example.com:5432 within=2s; PROD1=tls://shop.example.com days=30
    DEV1=self`);
  expect(problems).toEqual([]);
  expect(checks).toEqual([
    {
      environment: 'PROD1',
      name: 'https://shop.example.com/health',
      settings: {
        kind: 'http',
        url: 'https://shop.example.com/health?deep=1',
        status: [
          { from: 200, to: 299 },
          { from: 404, to: 404 },
        ],
        contains: 'all well',
        within: 800,
      },
    },
    {
      environment: 'UAT1',
      name: 'tcp://db.example.com:5432',
      settings: {
        kind: 'tcp',
        host: 'db.example.com',
        port: 5432,
        within: 2000,
      },
    },
    {
      environment: 'PROD1',
      name: 'tls://shop.example.com',
      settings: { kind: 'tls', host: 'shop.example.com', port: 443, days: 30 },
    },
    { environment: 'DEV1', name: 'self', settings: { kind: 'self' } },
  ]);
});

it('reads questions to monitoring', () => {
  const { checks, problems } = parseChecks(`
    PROD1=prometheus:main query=up{job="shop"}
    PROD1=prometheus:main query=ALERTS{service="shop"} max=0 none=up
    PROD1=prometheus:main query=p95%20>%200 warnmax=0.5 max=2
    PROD1=alertmanager:main filter=service="a,b",severity=~"critical|page"`);
  expect(problems).toEqual([]);
  expect(checks.map(({ settings }) => settings)).toEqual([
    {
      kind: 'prometheus',
      server: 'main',
      query: 'up{job="shop"}',
      min: 1,
      none: 'unknown',
    },
    {
      kind: 'prometheus',
      server: 'main',
      query: 'ALERTS{service="shop"}',
      max: 0,
      none: 'up',
    },
    {
      kind: 'prometheus',
      server: 'main',
      query: 'p95 > 0',
      warnMax: 0.5,
      max: 2,
      none: 'unknown',
    },
    {
      kind: 'alertmanager',
      server: 'main',
      matchers: ['service="a,b"', 'severity=~"critical|page"'],
    },
  ]);
  expect(new Set(checks.map(({ name }) => name)).size).toBe(4);
});

it('reads workloads of Kubernetes', () => {
  const { checks, problems } = parseChecks(`
    PROD1=kubernetes:prod/shop/deployment/web
    PROD1=kubernetes:prod/shop/statefulset/db.main zero=down
    UAT1=kubernetes:Uat_2/shop/daemonset/agent zero=up`);
  expect(problems).toEqual([]);
  const shared = { kind: 'kubernetes', namespace: 'shop' };
  expect(checks).toEqual([
    {
      environment: 'PROD1',
      name: 'kubernetes:prod/shop/deployment/web',
      settings: {
        ...shared,
        cluster: 'prod',
        workload: 'deployment',
        name: 'web',
        zero: 'unknown',
      },
    },
    {
      environment: 'PROD1',
      name: 'kubernetes:prod/shop/statefulset/db.main',
      settings: {
        ...shared,
        cluster: 'prod',
        workload: 'statefulset',
        name: 'db.main',
        zero: 'down',
      },
    },
    {
      environment: 'UAT1',
      name: 'kubernetes:Uat_2/shop/daemonset/agent',
      settings: {
        ...shared,
        cluster: 'Uat_2',
        workload: 'daemonset',
        name: 'agent',
        zero: 'up',
      },
    },
  ]);
});

it.each([
  ['PROD1=kubernetes:prod/shop/web', 'write kubernetes:cluster/namespace'],
  ['PROD1=kubernetes:prod/shop/deployment/web/x', 'write kubernetes:'],
  ['PROD1=kubernetes://prod/shop/deployment/web', 'write kubernetes:'],
  ['PROD1=kubernetes:/shop/deployment/web', 'cluster: found ""'],
  ['PROD1=kubernetes:prod/../deployment/web', 'namespace: found ".."'],
  ['PROD1=kubernetes:prod/shop/pod/web', 'expected deployment, statefulset'],
  ['PROD1=kubernetes:prod/shop/deployment/Web', 'name: found "Web"'],
  ['PROD1=kubernetes:prod/shop/deployment/web?watch=1', 'name: found'],
  ['PROD1=kubernetes:prod/shop/deployment/%2e%2e', 'name: found'],
  ['PROD1=kubernetes:prod/shop/deployment/..', 'name: found'],
  ['PROD1=kubernetes:prod/shop/deployment/web zero=red', 'zero: found'],
  ['PROD1=kubernetes:prod/shop/deployment/web min=1', 'known are: zero'],
  ['PROD1=prometheus:main', 'write the question too'],
  ['PROD1=prometheus://main query=up', 'write prometheus:name'],
  ['PROD1=prometheus:main query=up min=much', 'expected a number'],
  ['PROD1=prometheus:main query=up none=red', 'expected up, unknown or down'],
  ['PROD1=alertmanager:main', 'expected matchers of labels'],
  ['PROD1=alertmanager:main filter=shop', 'expected matchers of labels'],
  ['https://shop.example.com', 'does not begin with an environment'],
  ['PROD1=ftp://shop.example.com', 'none of https://'],
  ['PROD1=https://me:secret@shop.example.com', 'no place for secrets'],
  ['PROD1=tcp://db.example.com', 'write tcp://host:port'],
  ['PROD1=https://a.example status=2xx', 'expected such as 200-299'],
  ['PROD1=https://a.example within=soon', 'expected such as 800ms'],
  ['PROD1=https://a.example contains=%zz', '%25'],
  ['PROD1=tls://a.example days=0', 'from 1 to 365'],
  ['PROD1=tcp://a.example:1 status=200', 'known are: within'],
  ['PROD1=self;PROD1=self', 'twice'],
  ['', 'empty'],
])('says what is wrong with %j', (text, words) => {
  expect(parseChecks(text).problems.join()).toContain(words);
});

it('keeps the good entries beside a wrong one', () => {
  const { checks, problems } = parseChecks('PROD1=self; nonsense');
  expect(checks).toHaveLength(1);
  expect(problems).toHaveLength(1);
});

it('never throws, whatever is written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), text => {
      const { checks, problems } = parseChecks(text);
      expect(checks.length + problems.length).toBeGreaterThan(0);
    }),
  );
});

it('reads objectives', () => {
  expect(parseObjective('99.9')).toBeCloseTo(0.999);
  expect(parseObjective('99.95 %')).toBeCloseTo(0.9995);
  expect(() => parseObjective('0')).toThrow('such as 99.9');
  expect(() => parseObjective('often')).toThrow('such as 99.9');
});
