import type { ActivityState } from '@portal/plugin-activity-common';
import { commitCount } from '../commitCount';
import { createActivity, type ActivityParts } from '../createActivity';
import type {
  ActivityParser,
  ParsedActivity,
  Repository,
} from '../ParsedActivity';
import { Payload } from '../Payload';
import { isNothing, readRef, stateOfRef } from '../readRef';

type Context = {
  repository: Repository;
  receivedAt: Date;
  actor: string | undefined;
};
type Reader = (context: Context, body: Payload) => ParsedActivity[];

const readers: Record<string, Reader> = {
  push: readPush,
  tag_push: readPush,
  merge_request: readMergeRequest,
  note: readNote,
  issue: readIssue,
  work_item: readIssue,
  release: readRelease,
  pipeline: readPipeline,
};

/** Reads what GitLab sends: https://docs.gitlab.com/user/project/integrations/webhook_events/ */
export const parseGitlabDelivery: ActivityParser = delivery => {
  const body = Payload.parse(delivery.body);
  const repository = gitlabRepository(body.at('project'));
  if (!repository) {
    return { activities: [], ignored: 'it is about no project' };
  }
  const context = {
    repository,
    receivedAt: new Date(delivery.receivedAt),
    actor:
      body.at('user', 'username').text(100) ??
      body.at('user_username').text(100) ??
      body.at('user', 'name').text(100),
  };
  const kind = body.at('object_kind').text(50) ?? '';
  const read = Object.hasOwn(readers, kind) ? readers[kind] : undefined;
  const activities = read?.(context, body) ?? [];
  return activities.length > 0
    ? { activities }
    : { activities, ignored: `no activity is shown for ${kind || 'this'}` };
};

function gitlabRepository(project: Payload): Repository | undefined {
  const path = project.at('path_with_namespace').name();
  const page = project.at('web_url').url();
  if (!path || !page) {
    return undefined;
  }
  const name = `${new URL(page).host}/${path}`;
  // Components name a project without the host of a GitLab of their own.
  const looseKey = `gitlab:${path.toLowerCase()}`;
  return { source: 'gitlab', name, key: name.toLowerCase(), looseKey };
}

function readPush(context: Context, body: Payload): ParsedActivity[] {
  const ref = readRef(body.at('ref').name());
  const before = body.at('before').name(64);
  const after = body.at('after').name(64);
  if (!ref) {
    return [];
  }
  const last = body.at('commits').list().at(-1);
  const title = last?.at('title').text(200);
  const isGone = isNothing(after);
  const isPlain = ref.type === 'Branch' && !isGone && title !== undefined;
  const count = Number(body.at('total_commits_count').id() ?? 0);
  const page = body.at('project', 'web_url').url();
  return createActivity({
    ...context,
    kind: 'push',
    id: [ref.type, ref.name, before, after],
    title: isPlain ? title : `${ref.type} ${ref.name}`,
    detail: isPlain ? commitCount(count, ref.name) : undefined,
    // It does not say when; the commits may be old.
    at: undefined,
    url:
      last?.at('url').url() ??
      (page && !isGone
        ? `${page}/-/tree/${encodeURIComponent(ref.name)}`
        : page),
    state: stateOfRef(before, after),
  });
}

const steps: Record<string, ActivityState> = {
  open: 'opened',
  close: 'closed',
  reopen: 'reopened',
  merge: 'merged',
};
const verdicts: Record<string, ActivityState> = {
  approved: 'approved',
  approval: 'approved',
  unapproved: 'dismissed',
  unapproval: 'dismissed',
};

function stepParts(
  context: Context,
  attributes: Payload,
): Omit<ActivityParts, 'kind' | 'detail'> {
  const state = steps[attributes.at('action').text(50) ?? ''];
  const at = attributes.at('updated_at').instant();
  return {
    ...context,
    id: [
      attributes.at('iid').id(),
      state,
      // It is opened once; the other steps may be taken again.
      ...(state === 'opened' ? [] : [at?.toISOString()]),
    ],
    title: attributes.at('title').text(),
    at: (state === 'opened' && attributes.at('created_at').instant()) || at,
    url: attributes.at('url').url(),
    state,
  };
}

function readMergeRequest(context: Context, body: Payload): ParsedActivity[] {
  const request = body.at('object_attributes');
  const number = request.at('iid').id();
  const target = request.at('target_branch').text(100);
  const detail = number && `!${number}${target ? ` into ${target}` : ''}`;
  const parts = stepParts(context, request);
  const verdict = verdicts[request.at('action').text(50) ?? ''];
  if (verdict) {
    return createActivity({
      ...parts,
      kind: 'review',
      detail,
      id: [number, verdict, context.actor, parts.at?.toISOString()],
      state: verdict,
    });
  }
  return createActivity({ ...parts, kind: 'pull-request', detail });
}

/** Comments on merge requests; others are talk. */
function readNote(context: Context, body: Payload): ParsedActivity[] {
  const note = body.at('object_attributes');
  const request = body.at('merge_request');
  const number = request.at('iid').id();
  return note.at('noteable_type').text() === 'MergeRequest'
    ? createActivity({
        ...context,
        kind: 'review',
        id: ['note', note.at('id').id()],
        title: request.at('title').text(),
        detail: number && `!${number}`,
        at: note.at('created_at').instant(),
        url: note.at('url').url(),
        state: 'commented',
      })
    : [];
}

function readIssue(context: Context, body: Payload): ParsedActivity[] {
  const issue = body.at('object_attributes');
  const number = issue.at('iid').id();
  return createActivity({
    ...stepParts(context, issue),
    kind: 'issue',
    detail: number && `#${number}`,
  });
}

function readRelease(context: Context, body: Payload): ParsedActivity[] {
  const tag = body.at('tag').text(100);
  const title = body.at('name').text() ?? tag;
  return body.at('action').text() === 'create'
    ? createActivity({
        ...context,
        kind: 'release',
        id: [body.at('id').id()],
        title,
        detail: tag === title ? undefined : tag,
        at: body.at('released_at').instant() ?? body.at('created_at').instant(),
        url: body.at('url').url(),
        state: 'published',
      })
    : [];
}

const pipelineStates: Record<string, [state: ActivityState, rank: number]> = {
  created: ['queued', 0],
  pending: ['queued', 0],
  waiting_for_resource: ['waiting', 1],
  scheduled: ['waiting', 1],
  manual: ['waiting', 1],
  running: ['running', 2],
  success: ['success', 3],
  failed: ['failure', 3],
  canceled: ['cancelled', 3],
  skipped: ['skipped', 3],
};

function readPipeline(context: Context, body: Payload): ParsedActivity[] {
  const pipeline = body.at('object_attributes');
  const known = pipelineStates[pipeline.at('status').text(50) ?? ''];
  const ref = pipeline.at('ref').text(100);
  const name = pipeline.at('name').text(100) ?? 'Pipeline';
  return known
    ? createActivity({
        ...context,
        kind: 'workflow-run',
        id: [pipeline.at('id').id()],
        title:
          body.at('commit', 'title').text() ??
          body.at('commit', 'message').text() ??
          name,
        detail: ref ? `${name} on ${ref}` : name,
        at:
          pipeline.at('finished_at').instant() ??
          pipeline.at('created_at').instant(),
        url: pipeline.at('url').url(),
        rank: known[1],
        state: known[0],
      })
    : [];
}
