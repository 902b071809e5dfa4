import type { ParsedDelivery } from '../reports/Parser';
import {
  expectGoodForm,
  expectRobust,
} from '../reports/__testUtils__/expectRobust';
import { expectSameInAnyOrder } from '../reports/__testUtils__/expectSameInAnyOrder';
import {
  azureDevOpsPayloads,
  build,
  collectionId,
  deploymentCompleted,
  deploymentStarted,
  oldBuild,
  pullRequest,
  push,
  runChanged,
  shas,
  stageChanged,
} from './__fixtures__/azureDevOpsPayloads';
import type { AzureDevOpsOptions } from './AzureDevOpsContext';
import { createAzureDevOpsParser } from './createAzureDevOpsParser';

const receivedAt = '2026-01-31T09:30:00.000Z';
const options: AzureDevOpsOptions = {
  deployPipelines: [{ pipeline: '* CD', environment: 'production' }],
  deployStages: [{ stage: 'production*' }],
};

type Body = { eventType: string; resource: object; createdDate: string };

function parse(body: Body, changed = options): ParsedDelivery {
  const event = body.eventType;
  const delivery = { sender: 'azure-devops', event, body, receivedAt };
  return createAzureDevOpsParser(changed)(delivery);
}

function withResource<T extends Body>(
  body: T,
  changed: object,
  createdDate = body.createdDate,
): T {
  const resource = { ...body.resource, ...changed };
  return { ...body, resource, createdDate };
}

function subject(definition: string, project: string) {
  return {
    annotation: 'dev.azure.com/build-definition',
    value: definition,
    ignoreCase: true,
    within: { annotation: 'dev.azure.com/project', value: project },
  };
}
const projectId = build.resourceContainers.project.id;

describe('createAzureDevOpsParser', () => {
  it('takes or ignores every example, and nothing without configuration but what is always a fact', () => {
    for (const body of Object.values(azureDevOpsPayloads)) {
      const parsed = parse(body);
      expectGoodForm(parsed, Date.parse(receivedAt));
      expect(parsed.facts).not.toEqual([]);
      const always = !/build|pipelines/.test(body.eventType);
      expect(parse(body, {}).facts.length > 0).toBe(always);
    }
    const other = { ...push, eventType: 'workitem.created' };
    expect(parse(other).ignored).toMatch(/no delivery/);
    const subscriptionId = '00000000-0000-0000-0000-000000000000';
    expect(parse({ ...push, subscriptionId } as Body).ignored).toMatch(/test/);
  });

  it('reads builds of pipelines that deploy', () => {
    const [fact] = parse(build).facts;
    expect(fact).toEqual({
      kind: 'deployment',
      id: `azure-devops:build:${collectionId}:2`,
      source: 'azure-devops',
      subjects: [subject('Shop CD', 'Web Shop'), subject('Shop CD', projectId)],
      environment: 'production',
      sha: shas.second,
      version: undefined,
      url: `https://dev.azure.com/fabrikam/${projectId}/_build/results?buildId=2`,
      startedAt: Date.UTC(2026, 0, 20, 18, 4, 6, 831),
      finishedAt: Date.UTC(2026, 0, 20, 18, 6, 10, 690),
      result: 'success',
      updatedAt: Date.UTC(2026, 0, 20, 18, 6, 10, 690),
      sequence: 1,
    });
    expect(parse(oldBuild).facts).toMatchObject([
      {
        subjects: [subject('Shop CD', projectId)],
        sha: shas.second,
        result: 'failure',
      },
    ]);
    const tagged = withResource(build, { sourceBranch: 'refs/tags/v1.4.0' });
    expect(parse(tagged).facts).toMatchObject([{ version: 'v1.4.0' }]);
    const unknown = withResource(build, { sourceVersion: '18' });
    expect(parse(unknown).facts).toMatchObject([
      { sha: undefined, version: '20260120.1' },
    ]);
    const elsewhere = { pipeline: '*', project: 'Other' };
    expect(parse(build, { deployPipelines: [elsewhere] }).ignored).toMatch(
      /not set/,
    );
    const anywhere = { deployPipelines: [{ pipeline: 'shop cd' }] };
    expect(parse(build, anywhere).facts).toMatchObject([
      { environment: undefined },
    ]);
  });

  it('makes one deployment of a run and its build, in any order', () => {
    const { run } = runChanged.resource;
    const running = withResource(runChanged, {
      run: { ...run, state: 'inProgress', result: null, finishedDate: null },
    });
    const canceling = withResource(runChanged, {
      run: { ...run, state: 'canceling', result: null },
    });
    const facts = [running, runChanged, build].flatMap(
      body => parse(body).facts,
    );
    expect(expectSameInAnyOrder(facts)).toMatchObject([
      {
        startedAt: Date.UTC(2026, 0, 20, 18, 4, 0, 613),
        finishedAt: Date.UTC(2026, 0, 20, 18, 6, 10, 690),
        result: 'success',
        sha: shas.second,
      },
    ]);
    expect(parse(canceling).ignored).toMatch(/canceling neither/);
    const named = { ...options, projectNames: { [projectId]: 'Web Shop' } };
    expect(parse(runChanged, named).facts[0].subjects).toEqual([
      subject('Shop CD', 'Web Shop'),
      subject('Shop CD', projectId),
    ]);
  });

  it('reads stages that deploy, with the stage as the environment', () => {
    const { stage } = stageChanged.resource;
    const changed = (fields: object, at?: string) =>
      parse(withResource(stageChanged, { stage: { ...stage, ...fields } }, at));
    const facts = [
      ...changed({ state: 'running', result: null }, '2026-01-20T18:05:00Z')
        .facts,
      ...parse(stageChanged).facts,
    ];
    expect(expectSameInAnyOrder(facts)).toMatchObject([
      {
        id: `azure-devops:stage:${collectionId}:2:production_eu`,
        environment: 'Production EU',
        version: '20260120.1',
        startedAt: Date.UTC(2026, 0, 20, 18, 5),
        finishedAt: Date.UTC(2026, 0, 20, 18, 5, 40, 186),
        result: 'success',
        subjects: [
          subject('Shop CD', 'Web Shop'),
          subject('Shop CD', projectId),
          {
            annotation: 'dev.azure.com/project-repo',
            value: 'Web Shop/shop',
            ignoreCase: true,
          },
        ],
      },
    ]);
    expect(changed({ displayName: null }).facts).toMatchObject([
      { environment: 'production_eu' },
    ]);
    expect(changed({ result: 'rejected' }).facts).toMatchObject([
      { result: 'cancelled' },
    ]);
    for (const fields of [
      { name: 'build', displayName: null },
      { result: 'skipped' },
      { state: 'waiting', result: null },
    ]) {
      expect(changed(fields).ignored).toBeDefined();
    }
    const [github] = parse(
      withResource(stageChanged, {
        repositories: [{ url: 'https://api.github.com/repos/Fabrikam/shop' }],
      }),
    ).facts.map(({ subjects }) => subjects.at(-1));
    expect(github).toMatchObject({
      annotation: 'github.com/project-slug',
      value: 'Fabrikam/shop',
    });
  });

  it('reads deployments of classic releases in any order', () => {
    const facts = [deploymentStarted, deploymentCompleted].flatMap(
      body => parse(body, {}).facts,
    );
    expect(expectSameInAnyOrder(facts)).toMatchObject([
      {
        id: `azure-devops:release-deployment:${collectionId}:${projectId}:5:1`,
        environment: 'Production',
        version: '20260119.4',
        sha: shas.second,
        startedAt: Date.UTC(2026, 0, 20, 19, 0, 0, 157),
        finishedAt: Date.UTC(2026, 0, 20, 19, 4, 59, 500),
        result: 'success',
        url: 'https://dev.azure.com/fabrikam/Web%20Shop/_release?releaseId=5',
        subjects: [
          subject('Shop Release', 'Web Shop'),
          subject('Shop Release', projectId),
          subject('Shop CI', 'Web Shop'),
        ],
      },
    ]);

    const { environment } = deploymentCompleted.resource;
    const ended = (fields: object, deployment?: object) =>
      parse(
        withResource(deploymentCompleted, {
          environment: { ...environment, ...fields },
          deployment,
        }),
      );
    expect(ended({ status: 'rejected' }).facts).toMatchObject([
      { result: 'failure', version: 'Release-5', sha: undefined },
    ]);
    const refused = [{ status: 'rejected' }];
    expect(
      ended({ status: 'rejected', preDeployApprovals: refused }).facts,
    ).toMatchObject([{ result: 'cancelled' }]);
    const again = { deploySteps: [{ attempt: 1 }, { attempt: 2 }] };
    expect(ended(again).facts[0].id).toMatch(/:5:2$/);
    expect(ended({ status: 'inProgress' }).ignored).toMatch(/no end/);
    expect(ended({ name: null }).facts).toMatchObject([
      { environment: undefined },
    ]);
  });

  it('reads the commits of the default branch, the oldest one first', () => {
    expect(parse(push).facts).toMatchObject([
      {
        id: `azure-devops:commit:${push.resource.repository.id}:${shas.first}`,
        subjects: [{ value: 'Web Shop/shop' }],
        committedAt: Date.UTC(2026, 0, 18, 19, 1),
        parent: shas.before,
        isMerge: false,
        reverts: shas.before,
      },
      {
        sha: shas.second,
        committedAt: Date.UTC(2026, 0, 20, 19, 1),
        parent: shas.first,
        isMerge: undefined,
      },
    ]);
    const [newest] = push.resource.commits;
    const parents = [shas.first, shas.before];
    const merge = { commits: [{ ...newest, parents }] };
    expect(parse(withResource(push, merge)).facts).toMatchObject([
      { isMerge: true },
    ]);
    const [update] = push.resource.refUpdates;
    const tag = { ...update, name: 'refs/tags/v1' };
    const other = { ...update, name: 'refs/heads/x' };
    const updates = (...refUpdates: object[]) =>
      parse(withResource(push, { refUpdates }));
    expect(updates(update, tag).facts).toHaveLength(2);
    expect(updates(other).ignored).toMatch(/default branch/);
    expect(updates(update, other).ignored).toMatch(/several branches/);
  });

  it('follows a pull request from opening to merge in any order', () => {
    const reviewed = withResource(
      { ...pullRequest, eventType: 'git.pullrequest.updated' },
      { reviewers: [{ id: 'x', vote: 10 }] },
      '2026-01-18T10:00:00Z',
    );
    const tried = { ...pullRequest, eventType: 'git.pullrequest.merged' };
    const merged = withResource(
      tried,
      {
        status: 'completed',
        closedDate: '2026-01-19T18:59:12.3660573Z',
        reviewers: [{ id: 'x', vote: 10 }],
      },
      '2026-01-19T18:59:13Z',
    );
    const facts = [pullRequest, reviewed, tried, merged].flatMap(
      body => parse(body).facts,
    );
    expect(expectSameInAnyOrder(facts)).toMatchObject([
      {
        number: 1,
        state: 'merged',
        openedAt: Date.UTC(2026, 0, 17, 16, 55, 46, 589),
        firstReviewAt: Date.UTC(2026, 0, 18, 10),
        mergedAt: Date.UTC(2026, 0, 19, 18, 59, 12, 366),
        mergeSha: shas.second,
        url: 'https://dev.azure.com/fabrikam/Web%20Shop/_git/shop/pullrequest/1',
      },
    ]);
    expect(parse(tried).facts).toMatchObject([{ state: 'open' }]);
    const own = [{ id: pullRequest.resource.createdBy.id, vote: 10 }];
    const [mine] = parse(withResource(pullRequest, { reviewers: own })).facts;
    expect(mine).not.toHaveProperty('firstReviewAt');
  });

  it('names the path of what is malformed', () => {
    const changed = (fields: object) => () =>
      parse(withResource(build, fields));
    expect(changed({ id: null })).toThrow(/^resource\.id: found null/);
    expect(changed({ finishTime: '2031-01-01T00:00:00Z' })).toThrow(
      /^resource\.finishTime is 2031.*in the future/,
    );
    expect(changed({ finishTime: '1999-01-01T00:00:00Z' })).toThrow(
      /^resource\.finishTime .*before the year 2000/,
    );
    const without = { ...push, resource: null } as unknown as Body;
    expect(() => parse(without)).toThrow(/^resource: found null.*to All/);
  });

  it.each(Object.entries(azureDevOpsPayloads))(
    'fails on a damaged %s only with a reason',
    (_name, body) => {
      const event = body.eventType;
      const delivery = { sender: 'azure-devops', event, body, receivedAt };
      const robust = () =>
        expectRobust({ parse: createAzureDevOpsParser(options), delivery });
      expect(robust).not.toThrow();
    },
  );
});
