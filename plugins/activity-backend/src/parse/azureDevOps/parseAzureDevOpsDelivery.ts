import type { ActivityState } from '@portal/plugin-activity-common';
import { commitCount } from '../commitCount';
import { createActivity } from '../createActivity';
import type {
  ActivityParser,
  ParsedActivity,
  Repository,
} from '../ParsedActivity';
import { Payload } from '../Payload';
import { isNothing, readRef, stateOfRef } from '../readRef';
import { azureDevOpsRepository, repositoryAt } from './azureDevOpsRepository';

type Context = { receivedAt: Date; toldAt: Date | undefined };
type Reader = (context: Context, resource: Payload) => ParsedActivity[];

const readers: Record<string, Reader> = {
  'git.push': readPush,
  'git.pullrequest.created': readPullRequest,
  'git.pullrequest.updated': readPullRequest,
  'git.pullrequest.merged': readPullRequest,
  'ms.vss-code.git-pullrequest-comment-event': readComment,
  'build.complete': readBuild,
  'ms.vss-pipelines.run-state-changed-event': readRun,
};

/**
 * Reads what Azure DevOps sends: https://learn.microsoft.com/azure/devops/service-hooks/events
 *
 * Builds, work items and classic releases name no repository, so that nobody could tell whose they are.
 */
export const parseAzureDevOpsDelivery: ActivityParser = delivery => {
  const body = Payload.parse(delivery.body);
  const type = body.at('eventType').text(100) ?? '';
  const context = {
    receivedAt: new Date(delivery.receivedAt),
    toldAt: body.at('createdDate').instant(),
  };
  const read = Object.hasOwn(readers, type) ? readers[type] : undefined;
  const activities = read?.(context, body.at('resource')) ?? [];
  return activities.length > 0
    ? { activities }
    : { activities, ignored: `no activity is shown for ${type || 'this'}` };
};

function pageOf(repository: Repository | undefined): string | undefined {
  const [host, organisation, project, ...name] =
    repository?.name.split('/') ?? [];
  return host
    ? `https://${host}/${[organisation, project, '_git', name.join('/')]
        .map(encodeURIComponent)
        .join('/')}`
    : undefined;
}

function nameOf(person: Payload): string | undefined {
  return person.at('displayName').text(100);
}

/** One record for each branch or tag of a push. */
function readPush(context: Context, resource: Payload): ParsedActivity[] {
  const repository = azureDevOpsRepository(resource.at('repository'));
  const commits = resource.at('commits').list();
  const page = pageOf(repository);
  return resource
    .at('refUpdates')
    .list()
    .flatMap(update => {
      const ref = readRef(update.at('name').name());
      const before = update.at('oldObjectId').name(64);
      const after = update.at('newObjectId').name(64);
      if (!ref) {
        return [];
      }
      const isGone = isNothing(after);
      const title = commits
        .find(commit => commit.at('commitId').name(64) === after)
        ?.at('comment')
        .text(200);
      const isPlain = ref.type === 'Branch' && !isGone && title !== undefined;
      return createActivity({
        ...context,
        repository,
        kind: 'push',
        id: [ref.type, ref.name, before, after],
        title: isPlain ? title : `${ref.type} ${ref.name}`,
        detail: isPlain ? commitCount(commits.length, ref.name) : undefined,
        actor: nameOf(resource.at('pushedBy')),
        at: resource.at('date').instant() ?? context.toldAt,
        url: page && after && !isGone ? `${page}/commit/${after}` : page,
        state: stateOfRef(before, after),
      });
    });
}

function readPullRequest(
  context: Context,
  resource: Payload,
): ParsedActivity[] {
  const repository = azureDevOpsRepository(resource.at('repository'));
  const number = resource.at('pullRequestId').id();
  const target = readRef(resource.at('targetRefName').name());
  const page = pageOf(repository);
  const shared = {
    ...context,
    repository,
    kind: 'pull-request' as const,
    title: resource.at('title').text(),
    detail: number && `#${number}${target ? ` into ${target.name}` : ''}`,
    url: page && number && `${page}/pullrequest/${number}`,
  };
  const closed = resource.at('closedDate').instant();
  switch (resource.at('status').text()) {
    case 'completed':
      return createActivity({
        ...shared,
        id: [number, 'merged'],
        actor: nameOf(resource.at('closedBy')),
        at: closed ?? context.toldAt,
        state: 'merged',
      });
    case 'abandoned':
      return createActivity({
        ...shared,
        id: [number, 'closed', (closed ?? context.toldAt)?.toISOString()],
        actor: nameOf(resource.at('closedBy')),
        at: closed ?? context.toldAt,
        state: 'closed',
      });
    default:
      // Whatever else is told of one that is open: that it was opened is said once.
      return createActivity({
        ...shared,
        id: [number, 'opened'],
        actor: nameOf(resource.at('createdBy')),
        at: resource.at('creationDate').instant(),
        state: 'opened',
      });
  }
}

function readComment(context: Context, resource: Payload): ParsedActivity[] {
  const pull = resource.at('pullRequest');
  const comment = resource.at('comment');
  const repository = azureDevOpsRepository(pull.at('repository'));
  const number = pull.at('pullRequestId').id();
  const page = pageOf(repository);
  const at = comment.at('publishedDate').instant() ?? context.toldAt;
  return createActivity({
    ...context,
    repository,
    kind: 'review',
    // Comments are numbered within their thread, which has no number of its own here.
    id: [number, 'comment', comment.at('id').id(), at?.toISOString()],
    title: pull.at('title').text(),
    detail: number && `#${number}`,
    actor: nameOf(comment.at('author')),
    at,
    url: page && number && `${page}/pullrequest/${number}`,
    state: 'commented',
  });
}

const results: Record<string, ActivityState> = {
  succeeded: 'success',
  partiallySucceeded: 'failure',
  failed: 'failure',
  canceled: 'cancelled',
};

/** Only where the payload names the repository, which it does for those of Azure Repos. */
function readBuild(context: Context, resource: Payload): ParsedActivity[] {
  const branch = readRef(resource.at('sourceBranch').name());
  const name = resource.at('definition', 'name').text(100);
  const state = results[resource.at('result').text(50) ?? ''];
  return createActivity({
    ...context,
    repository: azureDevOpsRepository(resource.at('repository')),
    kind: 'workflow-run',
    id: [state && resource.at('id').id()],
    title: resource.at('buildNumber').text(),
    detail: [name, branch && `on ${branch.name}`].filter(Boolean).join(' '),
    actor: nameOf(resource.at('requestedFor')),
    at: resource.at('finishTime').instant() ?? context.toldAt,
    rank: 3,
    url: resource.at('_links', 'web', 'href').url(),
    state,
  });
}

function readRun(context: Context, resource: Payload): ParsedActivity[] {
  const run = resource.at('run');
  const isOver = run.at('state').text(50) === 'completed';
  const state = isOver ? results[run.at('result').text(50) ?? ''] : 'running';
  const [first] = [
    ...resource.at('repositories').list(),
    ...run.at('repositories').list(),
  ];
  return createActivity({
    ...context,
    repository: first && repositoryAt(first.at('url').url()),
    kind: 'workflow-run',
    id: [state && run.at('id').id()],
    title: first?.at('change', 'message').text() ?? run.at('name').text(),
    detail: resource.at('pipeline', 'name').text(100),
    at: run.at('finishedDate').instant() ?? context.toldAt,
    rank: isOver ? 3 : 2,
    url: run.at('_links', 'web', 'href').url(),
    state,
  });
}
