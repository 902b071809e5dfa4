import { repositoryAt } from './azureDevOpsRepository';
import { parseAzureDevOpsDelivery } from './parseAzureDevOpsDelivery';

// To the schema of https://learn.microsoft.com/azure/devops/service-hooks/events
const remoteUrl =
  'https://fabrikam@dev.azure.com/fabrikam/Web%20Shop/_git/shop';
const repository = { name: 'shop', remoteUrl };
const after = 'b'.repeat(40);

function parse(eventType: string, resource: object) {
  return parseAzureDevOpsDelivery({
    event: eventType,
    headers: {},
    body: JSON.stringify({
      eventType,
      resource,
      createdDate: '2026-01-20T19:17:14.0379153Z',
    }),
    receivedAt: '2026-01-31T09:30:00.000Z',
  });
}

describe('parseAzureDevOpsDelivery', () => {
  it('finds organisation, project and repository, also of older addresses', () => {
    const key = 'dev.azure.com/fabrikam/web shop/shop';
    for (const address of [
      remoteUrl,
      'https://fabrikam.visualstudio.com/Web%20Shop/_git/shop',
      'https://fabrikam.visualstudio.com/DefaultCollection/Web%20Shop/_git/shop',
    ]) {
      expect(repositoryAt(address)).toMatchObject({
        key,
        looseKey: 'azure-devops:web shop/shop',
      });
    }
    expect(repositoryAt('https://github.com/team/shop')).toBeUndefined();
  });

  it('reads pushes', () => {
    const push = {
      commits: [{ commitId: after, comment: 'Merged PR 1: Add it' }, {}],
      refUpdates: [
        { name: 'refs/heads/main', oldObjectId: 'a', newObjectId: after },
      ],
      repository,
      pushedBy: { displayName: 'Ada' },
      date: '2026-01-20T19:17:13.3309587Z',
    };
    expect(parse('git.push', push).activities).toMatchObject([
      {
        title: 'Merged PR 1: Add it',
        detail: '2 commits to main',
        actor: 'Ada',
        at: new Date('2026-01-20T19:17:13.330Z'),
        url: `https://dev.azure.com/fabrikam/Web%20Shop/_git/shop/commit/${after}`,
      },
    ]);
  });

  it('reads pull requests and comments on them', () => {
    const pull = {
      repository,
      pullRequestId: 1,
      status: 'active',
      creationDate: '2026-01-17T16:55:46.589889Z',
      title: 'Add it',
      targetRefName: 'refs/heads/main',
      createdBy: { displayName: 'Ada' },
    };
    expect(parse('git.pullrequest.created', pull).activities).toMatchObject([
      { state: 'opened', detail: '#1 into main', actor: 'Ada' },
    ]);
    const done = { ...pull, status: 'completed' };
    expect(parse('git.pullrequest.merged', done).activities).toMatchObject([
      { state: 'merged' },
    ]);
    const left = { ...pull, status: 'abandoned' };
    expect(parse('git.pullrequest.updated', left).activities).toMatchObject([
      { state: 'closed' },
    ]);
    const comment = { id: 2, author: { displayName: 'Bob' } };
    expect(
      parse('ms.vss-code.git-pullrequest-comment-event', {
        pullRequest: pull,
        comment,
      }).activities,
    ).toMatchObject([{ kind: 'review', state: 'commented', actor: 'Bob' }]);
  });

  it('reads runs where they name a repository', () => {
    const pipeline = { name: 'Shop CD' };
    const run = { id: 2, state: 'completed', result: 'failed' };
    const repositories = [{ type: 'Git', url: remoteUrl }];
    const type = 'ms.vss-pipelines.run-state-changed-event';
    expect(
      parse(type, { run, pipeline, repositories }).activities,
    ).toMatchObject([
      { kind: 'workflow-run', state: 'failure', detail: 'Shop CD' },
    ]);
    expect(parse(type, { run, pipeline }).ignored).toBeDefined();
    expect(parse('workitem.created', {}).ignored).toMatch(/workitem/);
    expect(parse('toString', {}).ignored).toBeDefined();
  });
});
