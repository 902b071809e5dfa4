import { mergeReports, type Report } from '@portal/plugin-dora-common';
import type { ParsedDelivery, ReportDelivery } from '../reports/Parser';
import {
  expectGoodForm,
  expectRobust,
} from '../reports/__testUtils__/expectRobust';
import {
  change,
  deliveryOf,
  image,
  incident,
  jenkins,
  portal,
  receivedAt,
  run,
  service,
  sha,
} from './__fixtures__/cdeventsExamples';
import { createCdeventsParser } from './createCdeventsParser';

const parse = createCdeventsParser({
  deployPipelines: [
    { pipeline: 'team/shop/*', environment: 'production' },
    { pipeline: 'deploy-*' },
  ],
});

function factOf(delivery: ReportDelivery): Report {
  const parsed = parse(delivery);
  expectGoodForm(parsed, Date.parse(receivedAt));
  expect(parsed.facts).toHaveLength(1);
  return parsed.facts[0];
}

describe('createCdeventsParser', () => {
  it('reads the deployment of a service', () => {
    expect(factOf(deliveryOf('service.deployed', service))).toEqual({
      kind: 'deployment',
      id: 'cdevents:deployment:/event/source/123 271069a8-fc18-44f1-b38f-9d70a1695819',
      source: 'cdevents',
      subjects: [
        { annotation: 'portal/cdevents-service', value: 'service/shop' },
      ],
      environment: 'prod',
      version: 'sha256:0b31b1c02ff458ad9b7b81cbdf8f028bd54699fa',
      finishedAt: Date.UTC(2026, 0, 30, 9, 0, 0, 315),
      result: 'success',
      updatedAt: Date.UTC(2026, 0, 30, 9, 0, 0, 315),
      sequence: 1,
    });
  });

  it.each(['0.1.1', '0.3.0', '0.9.4', '1.0.0', '0.6.0-draft'])(
    'reads version %s of an event, and what takes a deployment back',
    version => {
      const delivery = deliveryOf('service.rolledback', service, { version });
      expect(factOf(delivery)).toMatchObject({
        kind: 'deployment',
        isRollback: true,
        result: 'success',
      });
    },
  );

  it('believes what the custom data says', () => {
    const customData = { other: 1, portal };
    const { annotations: _annotations, entityRef, ...rest } = portal;
    expect(
      factOf(deliveryOf('service.upgraded', service, { customData })),
    ).toMatchObject({
      environment: rest.environment,
      version: rest.version,
      sha,
      result: 'failure',
      rollbackOf: '1.5.0',
      url: rest.url,
      id: 'cdevents:deployment:shop-42',
      startedAt: Date.UTC(2026, 0, 30, 8, 55),
      subjects: [
        { entityRef },
        { annotation: 'github.com/project-slug', value: 'org/shop' },
        { annotation: 'portal/cdevents-service' },
      ],
    });
    for (const other of ['YmFzZTY0', [1], null, { portal: null }]) {
      const delivery = deliveryOf('service.upgraded', service, {
        customData: other,
      });
      expect(factOf(delivery)).toMatchObject({ environment: 'prod' });
    }
  });

  it.each([
    [`pkg:github/Org/shop@${sha}`, { sha, version: undefined }, 'Org/shop'],
    [
      'pkg:golang/github.com/org/shop/v2@v2.1.0',
      { version: 'v2.1.0' },
      'org/shop',
    ],
    [`${image}?tag=v1.4.0`, { version: 'v1.4.0' }, undefined],
    [
      `${image}?tag=latest`,
      { version: expect.stringMatching(/^sha256:/) },
      undefined,
    ],
    [
      `${image}?arch=x&vcs_url=git+https://github.com/org/shop.git%40${sha}`,
      { sha },
      'org/shop',
    ],
    ['pkg:npm/%40org/shop', { version: undefined }, undefined],
    ['pkg:npm/@org/shop@1.2.3', { version: '1.2.3' }, undefined],
    ['pkg:npm/shop@%00', { version: undefined }, undefined],
    ['six-1.14.0-py2.py3-none-any.whl', { version: undefined }, undefined],
  ])('reads the artifact %s', (artifactId, fields, slug) => {
    const fact = factOf(
      deliveryOf('service.deployed', { ...service, content: { artifactId } }),
    );
    expect(fact).toMatchObject({ ...fields, environment: undefined });
    expect(
      fact.subjects
        .filter(each => each.annotation === 'github.com/project-slug')
        .map(each => each.annotation && each.value),
    ).toEqual(slug === undefined ? [] : [slug]);
  });

  it('finds the component by a reference, and by the Jenkins job that deployed', () => {
    const delivery = deliveryOf(
      'service.deployed',
      { ...service, id: 'component:Web/Shop' },
      { context: { source: 'https://ci.example.com/job/deploy/7/?x=job/y' } },
    );
    expect(factOf(delivery).subjects).toEqual([
      { entityRef: 'component:web/shop' },
      { annotation: 'portal/cdevents-service', value: 'component:Web/Shop' },
      { annotation: 'jenkins.io/job-full-name', value: 'deploy' },
    ]);
  });

  it('gives one deployment for the run of a pipeline that deploys, in any order', () => {
    const facts = [
      deliveryOf('pipelinerun.finished', run, {
        ...jenkins,
        context: { ...jenkins.context, timestamp: '2026-01-30T09:10:00Z' },
      }),
      deliveryOf('pipelinerun.started', run, jenkins),
    ].map(factOf);
    expect(mergeReports([...facts].reverse())).toEqual(mergeReports(facts));
    expect(mergeReports(facts)).toMatchObject([
      {
        id: 'cdevents:pipeline-run:job/team/job/shop/job/feature%252Fx/42/ 42',
        environment: 'production',
        startedAt: Date.UTC(2026, 0, 30, 9, 0, 0, 315),
        finishedAt: Date.UTC(2026, 0, 30, 9, 10),
        result: 'failure',
        sha,
        url: jenkins.customData.build.fullUrl,
        subjects: [
          {
            annotation: 'portal/cdevents-pipeline',
            value: 'team » shop » main',
          },
          {
            annotation: 'jenkins.io/job-full-name',
            value: 'team/shop/feature%2Fx',
          },
          { annotation: 'jenkins.io/job-full-name', value: 'team/shop' },
          { annotation: 'github.com/project-slug', value: 'org/shop' },
        ],
      },
    ]);
    const outcomes = [
      ['success', 'success'],
      ['failure', 'failure'],
      ['cancel', 'cancelled'],
    ];
    for (const [outcome, result] of outcomes) {
      const content = { pipelineName: 'Deploy-shop', outcome };
      const delivery = deliveryOf('pipelinerun.finished', { content });
      expect(factOf(delivery)).toMatchObject({
        result,
        environment: undefined,
      });
    }
    const customData = { build: { status: 'ABORTED' } };
    const content = { pipelineName: 'deploy-shop', outcome: 'failure' };
    expect(
      factOf(deliveryOf('pipelinerun.finished', { content }, { customData })),
    ).toMatchObject({ result: 'cancelled' });
  });

  it('gives one incident for its life, in any order', () => {
    const facts = [
      deliveryOf('incident.detected', incident),
      deliveryOf(
        'incident.reported',
        {
          ...incident,
          content: { ticketURI: 'https://issues.example.com/123' },
        },
        { context: { source: '/tickets', timestamp: '2026-01-30T09:05:00Z' } },
      ),
      deliveryOf(
        'incident.resolved',
        { ...incident, content: { description: 'All is well' } },
        {
          context: { timestamp: '2026-01-30T09:40:00Z' },
          customData: { portal: { causedBy: 'cdevents:deployment:shop-42' } },
        },
      ),
    ].map(factOf);
    expect(mergeReports([...facts, ...facts].reverse())).toEqual(
      mergeReports(facts),
    );
    expect(mergeReports(facts)).toMatchObject([
      {
        id: 'cdevents:incident:/monitoring/prod1 incident-123',
        title: 'Response time above 100 ms',
        environment: 'prod1',
        openedAt: Date.UTC(2026, 0, 30, 9, 0, 0, 315),
        resolvedAt: Date.UTC(2026, 0, 30, 9, 40),
        status: 'resolved',
        url: 'https://issues.example.com/123',
        causedBy: 'cdevents:deployment:shop-42',
        subjects: [
          { entityRef: 'component:web/shop' },
          { annotation: 'portal/cdevents-service' },
          { annotation: 'github.com/project-slug', value: 'org/shop' },
        ],
      },
    ]);
  });

  it('reads changes', () => {
    const merged = { portal: { sha } };
    const facts = [
      deliveryOf('change.created', change),
      deliveryOf('change.reviewed', change, {
        context: { timestamp: '2026-01-30T09:05:00Z' },
      }),
      deliveryOf('change.merged', change, {
        context: { timestamp: '2026-01-30T09:10:00Z' },
        customData: merged,
      }),
    ].flatMap(delivery => parse(delivery).facts);
    const subjects = [
      { annotation: 'portal/cdevents-repository', value: 'org/shop' },
      { annotation: 'github.com/project-slug', value: 'org/shop' },
    ];
    expect(mergeReports([...facts].reverse())).toEqual(mergeReports(facts));
    expect(mergeReports(facts)).toMatchObject([
      {
        kind: 'change',
        sha,
        subjects,
        committedAt: Date.UTC(2026, 0, 30, 9, 10),
      },
      {
        kind: 'pull-request',
        id: 'cdevents:pull-request:/event/source/123 pull/17',
        number: 17,
        subjects,
        openedAt: Date.UTC(2026, 0, 30, 9, 0, 0, 315),
        firstReviewAt: Date.UTC(2026, 0, 30, 9, 5),
        mergedAt: Date.UTC(2026, 0, 30, 9, 10),
        state: 'merged',
        mergeSha: sha,
      },
    ]);
    const named = { ...change, id: 'feature-123' };
    expect(parse(deliveryOf('change.merged', named)).ignored).toMatch(/number/);
    expect(
      factOf(deliveryOf('change.merged', { ...change, id: sha })),
    ).toMatchObject({ kind: 'change', sha });
    const gitlab = {
      ...change,
      source: 'https://gitlab.com/org/sub/shop/-/merge_requests/4',
      content: {},
    };
    expect(factOf(deliveryOf('change.abandoned', gitlab))).toMatchObject({
      state: 'closed',
      subjects: [
        { annotation: 'gitlab.com/project-slug', value: 'org/sub/shop' },
      ],
    });
  });

  it('ignores what tells of no delivery', () => {
    const ignoredOf = (name: string, subject: object = {}) => {
      const { facts, ignored }: ParsedDelivery = parse(
        deliveryOf(name, subject),
      );
      expect(facts).toEqual([]);
      return ignored;
    };
    for (const name of [
      'environment.created',
      'repository.created',
      'artifact.published',
      'build.finished',
      'taskrun.finished',
      'testsuiterun.finished',
      'ticket.closed',
      '',
    ]) {
      expect(ignoredOf(name)).toMatch(/tells of no delivery/);
    }
    expect(ignoredOf('service.removed', service)).toMatch(/no deployment/);
    expect(ignoredOf('change.updated', change)).toMatch(/beginning or end/);
    expect(ignoredOf('incident.escalated', incident)).toMatch(/not known/);
    expect(ignoredOf('pipelinerun.finished', run)).toMatch(/not set/);
    expect(ignoredOf('pipelinerun.queued', run)).toMatch(/deploys nothing/);
    expect(
      ignoredOf('pipelinerun.finished', {
        content: { pipelineName: 'deploy-x' },
      }),
    ).toMatch(/outcome/);
  });

  it('names the path of what is malformed', () => {
    const deploy = (more: object) =>
      parse(deliveryOf('service.deployed', service, more));
    const time = (timestamp?: string) => deploy({ context: { timestamp } });
    expect(() => time('2031-01-01T00:00:00Z')).toThrow(
      /^data\.context\.timestamp is 2031.*in the future/,
    );
    expect(() => time('1999-01-01T00:00:00Z')).toThrow(
      /^data\.context\.timestamp .*before the year 2000/,
    );
    // CloudEvents has the time as well.
    expect(time(undefined).facts).toMatchObject([{ result: 'success' }]);
    const custom = (fields: object) =>
      deploy({ customData: { portal: fields } });
    expect(() => custom({ enviroment: 'x' })).toThrow(
      /^data\.customData\.portal\.enviroment: .* no such field/,
    );
    expect(() => custom({ result: 'ok' })).toThrow(
      /^data\.customData\.portal\.result: found 'ok', expected one of success/,
    );
    expect(() => custom({ startedAt: '2026-01-30T10:00:00Z' })).toThrow(
      /^data\.customData\.portal\.startedAt: .* not after 2026-01-30T09:00/,
    );
    expect(() => custom({ entityRef: 'no ref' })).toThrow(/portal\.entityRef/);
    expect(() => custom({ url: 'data:text/html,x' })).toThrow(/portal\.url/);
    expect(() => parse(deliveryOf('service.deployed', { id: 7 }))).toThrow(
      /^data\.subject\.id: found 7, expected a text/,
    );
    const delivery = deliveryOf('service.deployed', service);
    expect(() => parse({ ...delivery, body: '{' })).toThrow(/not JSON/);
    expect(() => parse({ ...delivery, body: {} })).toThrow(/^time: found noth/);
  });

  it('keeps names short', () => {
    const source = `/${'x'.repeat(900)}`;
    const delivery = deliveryOf('service.deployed', service, {
      context: { source },
    });
    expect(factOf(delivery).id).toMatch(/^cdevents:deployment:sha256:\w{64}$/);
  });

  it.each([
    deliveryOf('service.deployed', service, { customData: { portal } }),
    deliveryOf('service.deployed', {
      ...service,
      content: { artifactId: `pkg:golang/github.com/org/shop@${sha}?tag=v1.0` },
    }),
    deliveryOf('pipelinerun.finished', run, jenkins),
    deliveryOf('incident.detected', incident),
    deliveryOf('change.merged', change, { customData: { portal: { sha } } }),
  ])('fails on a damaged event only with a reason: $event', delivery => {
    const robust = () => expectRobust({ parse, delivery, numRuns: 1000 });
    expect(robust).not.toThrow();
  });
});
