// Written to the schema of https://learn.microsoft.com/azure/devops/service-hooks/events, with all details sent.

export const shas = {
  before: 'aad3'.repeat(10),
  first: '53d5'.repeat(10),
  second: '33b5'.repeat(10),
};

const organisation = 'https://dev.azure.com/fabrikam';
const projectId = 'be9b3917-87e6-42a4-a549-2bc06a7a878f';
export const collectionId = 'c12d0eb8-e382-443b-9f9c-c52cba5014c2';
const resourceContainers = {
  collection: { id: collectionId, baseUrl: `${organisation}/` },
  account: { id: 'f844ec47-a9db-4511-8281-8b63f4eaf94e' },
  project: { id: projectId, baseUrl: `${organisation}/` },
};
const project = { id: projectId, name: 'Web Shop', state: 'wellFormed' };
const repository = {
  id: '278d5cd2-584d-4b63-824a-2ba458937249',
  name: 'shop',
  url: `${organisation}/_apis/git/repositories/278d5cd2`,
  project,
  defaultBranch: 'refs/heads/main',
  remoteUrl: 'https://fabrikam@dev.azure.com/fabrikam/Web%20Shop/_git/shop',
};

function event<T>(eventType: string, resource: T, createdDate: string) {
  return {
    id: '03c164c2-8912-4d5e-8009-3707d5f83734',
    eventType,
    publisherId: 'tfs',
    message: { text: eventType },
    resource,
    resourceVersion: '1.0',
    resourceContainers,
    createdDate,
  };
}

/** #buildcomplete, version 2.0 of the resource, which is that of the REST API. */
export const build = event(
  'build.complete',
  {
    _links: {
      web: { href: `${organisation}/${projectId}/_build/results?buildId=2` },
    },
    id: 2,
    buildNumber: '20260120.1',
    status: 'completed',
    result: 'succeeded',
    queueTime: '2026-01-20T18:03:50.0Z',
    startTime: '2026-01-20T18:04:06.8312345Z',
    finishTime: '2026-01-20T18:06:10.69Z',
    definition: { id: 7, name: 'Shop CD', path: '\\', project },
    project,
    sourceBranch: 'refs/heads/main',
    sourceVersion: shas.second,
    reason: 'individualCI',
  },
  '2026-01-20T18:06:11.4285528Z',
);

/** #buildcomplete, version 1.0 of the resource. */
export const oldBuild = event(
  'build.complete',
  {
    uri: 'vstfs:///Build/Build/2',
    id: 2,
    buildNumber: '20260120.1',
    startTime: '2026-01-20T18:04:06.83Z',
    finishTime: '2026-01-20T18:06:10.69Z',
    reason: 'manual',
    status: 'failed',
    sourceGetVersion: `LG:refs/heads/main:${shas.second}`,
    definition: { definitionType: 'xaml', id: 7, name: 'Shop CD' },
  },
  '2026-01-20T18:06:11.4285528Z',
);

const pipeline = { id: 7, revision: 1, name: 'Shop CD', folder: '\\' };
const run = {
  _links: {
    web: { href: `${organisation}/${projectId}/_build/results?buildId=2` },
  },
  pipeline,
  state: 'completed',
  result: 'succeeded',
  createdDate: '2026-01-20T18:04:00.613Z',
  finishedDate: '2026-01-20T18:06:10.69Z',
  id: 2,
  name: '20260120.1',
};

/** #run-state-changed */
export const runChanged = event(
  'ms.vss-pipelines.run-state-changed-event',
  { run, pipeline },
  '2026-01-20T18:06:11.683Z',
);

/** #run-stage-state-changed */
export const stageChanged = event(
  'ms.vss-pipelines.stage-state-changed-event',
  {
    stage: {
      _links: {
        web: { href: `${organisation}/Web%20Shop/_build/results?buildId=2` },
      },
      id: '00000000-0000-0000-0000-000000000000',
      name: 'production_eu',
      displayName: 'Production EU' as string | null,
      state: 'completed',
      result: 'succeeded',
    },
    run: { ...run, state: 'inProgress', finishedDate: null },
    pipeline,
    repositories: [
      {
        type: 'Git',
        change: { message: 'Add it' },
        url: 'https://fabrikam@dev.azure.com/fabrikam/Web%20Shop/_git/shop',
      },
    ],
  },
  '2026-01-20T18:05:40.186Z',
);

const release = {
  id: 5,
  name: 'Release-5',
  _links: {
    web: { href: `${organisation}/Web%20Shop/_release?releaseId=5` },
  },
  artifacts: [
    {
      sourceId: `${projectId}:1`,
      type: 'Build',
      alias: 'Shop CI',
      definitionReference: {
        definition: { id: '1', name: 'Shop CI' },
        project: { id: projectId, name: 'Web Shop' },
        version: { id: '31', name: '20260119.4' },
        sourceVersion: { id: shas.second, name: '' },
      },
      isPrimary: true,
    },
  ],
  releaseDefinition: { id: 1, name: 'Shop Release' },
};
const stage = {
  id: 5,
  releaseId: 5,
  name: 'Production',
  status: 'succeeded',
  preDeployApprovals: [],
  postDeployApprovals: [],
  deploySteps: [],
  rank: 1,
  definitionEnvironmentId: 1,
  release: { id: 5, name: 'Release-5', url: 'http://example.com' },
};

/** #release-deployment-started */
export const deploymentStarted = event(
  'ms.vss-release.deployment-started-event',
  {
    environment: { ...stage, status: 'queued' },
    release: { ...release, createdOn: '0001-01-01T00:00:00' },
    project,
  },
  '2026-01-20T19:00:00.157Z',
);

/** #release-deployment-completed, with the `deployment` that the service sends besides what is documented. */
export const deploymentCompleted = event(
  'ms.vss-release.deployment-completed-event',
  {
    environment: stage,
    project,
    deployment: {
      id: 9,
      attempt: 1,
      release,
      releaseDefinition: { id: 1, name: 'Shop Release' },
      deploymentStatus: 'succeeded',
      startedOn: '0001-01-01T00:00:00',
      completedOn: '2026-01-20T19:04:59.5Z',
    },
  },
  '2026-01-20T19:05:00.5345098Z',
);

/** #code-pushed: the newest commit comes first. */
export const push = event(
  'git.push',
  {
    commits: [
      {
        commitId: shas.second,
        author: { name: 'Ada', date: '2026-01-19T19:01:00Z' },
        committer: { name: 'Ada', date: '2026-01-20T19:01:00Z' },
        comment: 'Merged PR 1: Add it',
        url: `${organisation}/_git/shop/commit/${shas.second}`,
      },
      {
        commitId: shas.first,
        author: { name: 'Ada', date: '2026-01-18T19:01:00Z' },
        committer: { name: 'Ada', date: '2026-01-18T19:01:00Z' },
        comment: `Revert it\n\nThis reverts commit ${shas.before}.`,
        url: `${organisation}/_git/shop/commit/${shas.first}`,
      },
    ],
    refUpdates: [
      {
        name: 'refs/heads/main',
        oldObjectId: shas.before,
        newObjectId: shas.second,
      },
    ],
    repository,
    pushedBy: { id: '00067FFED5C7AF52@Live.com', displayName: 'Ada' },
    pushId: 14,
    date: '2026-01-20T19:17:13.3309587Z',
  },
  '2026-01-20T19:17:14.0379153Z',
);

/** #pull-request-created */
export const pullRequest = event(
  'git.pullrequest.created',
  {
    repository,
    pullRequestId: 1,
    status: 'active',
    createdBy: { id: '54d125f7-69f7-4191-904f-c5b96b6261c8' },
    creationDate: '2026-01-17T16:55:46.589889Z',
    title: 'Add it',
    sourceRefName: 'refs/heads/topic',
    targetRefName: 'refs/heads/main',
    mergeStatus: 'succeeded',
    lastMergeSourceCommit: { commitId: shas.first },
    lastMergeTargetCommit: { commitId: shas.before },
    lastMergeCommit: { commitId: shas.second },
    reviewers: [
      {
        vote: 0,
        id: '2ea2d095-48f9-4cd6-9966-62f6f574096c',
        displayName: '[Mobile]\\Mobile Team',
        isContainer: true,
      },
    ],
  },
  '2026-01-17T16:55:47.2879096Z',
);

export const azureDevOpsPayloads = {
  build,
  deploymentCompleted,
  deploymentStarted,
  oldBuild,
  pullRequest,
  push,
  runChanged,
  stageChanged,
};
