import type { ActivityState } from '@portal/plugin-activity-common';
import { createActivity } from '../createActivity';
import type { ParsedActivity } from '../ParsedActivity';
import type { Payload } from '../Payload';
import { loginOf, type GithubContext } from './GithubContext';

/** An issue that was opened, closed or opened again. */
export function githubIssue(
  context: GithubContext,
  issue: Payload,
  options: { action: string | undefined; actor?: string },
): ParsedActivity[] {
  const { action, actor } = options;
  const number = issue.at('number').id();
  const updated = issue.at('updated_at').instant();
  const step = {
    opened: { at: issue.at('created_at').instant(), again: [] },
    closed: {
      at: issue.at('closed_at').instant(),
      again: [issue.at('closed_at').instant()?.toISOString()],
    },
    reopened: { at: updated, again: [updated?.toISOString()] },
  }[action ?? ''];
  return step === undefined
    ? []
    : createActivity({
        ...context,
        kind: 'issue',
        id: [number, action, ...step.again],
        title: issue.at('title').text(),
        detail: number && `#${number}`,
        actor,
        at: step.at,
        rank: context.weight,
        url: issue.at('html_url').url(),
        state: action as ActivityState,
      });
}

/** A release that was published. */
export function githubRelease(
  context: GithubContext,
  release: Payload,
  actor: string | undefined,
): ParsedActivity[] {
  const tag = release.at('tag_name').text(100);
  const title = release.at('name').text() ?? tag;
  return createActivity({
    ...context,
    kind: 'release',
    id: [release.at('id').id()],
    title,
    detail: tag === title ? undefined : tag,
    actor,
    at: release.at('published_at').instant(),
    rank: context.weight,
    url: release.at('html_url').url(),
    state: release.at('prerelease').isTrue ? 'pre-release' : 'published',
  });
}

const conclusions: Record<string, ActivityState> = {
  success: 'success',
  neutral: 'success',
  failure: 'failure',
  timed_out: 'failure',
  startup_failure: 'failure',
  cancelled: 'cancelled',
  stale: 'cancelled',
  skipped: 'skipped',
  action_required: 'waiting',
};
const statuses: Record<string, ActivityState> = {
  requested: 'queued',
  queued: 'queued',
  pending: 'queued',
  waiting: 'waiting',
  in_progress: 'running',
};
const progress: Partial<Record<ActivityState, number>> = {
  queued: 0,
  waiting: 1,
  running: 2,
};

/** A run of a workflow, which is one record from its beginning to its end. Another attempt is another one. */
export function githubWorkflowRun(
  context: GithubContext,
  run: Payload,
  sender?: string,
): ParsedActivity[] {
  const isOver = run.at('status').text() === 'completed';
  const state = isOver
    ? conclusions[run.at('conclusion').text() ?? '']
    : statuses[run.at('status').text() ?? ''];
  if (state === undefined) {
    return [];
  }
  const workflow = run.at('name').text(100);
  const title = run.at('display_title').text();
  const commit = run.at('head_commit', 'message').text();
  const branch = run.at('head_branch').text(100);
  const place = [workflow, branch && `on ${branch}`].filter(Boolean).join(' ');
  return createActivity({
    ...context,
    kind: 'workflow-run',
    id: [run.at('id').id(), run.at('run_attempt').id() ?? '1'],
    title: title ?? commit ?? workflow,
    detail: place || undefined,
    actor:
      loginOf(run.at('triggering_actor')) ?? loginOf(run.at('actor')) ?? sender,
    at: run.at('updated_at').instant(),
    rank: 2 * (isOver ? 3 : progress[state] ?? 0) + context.weight,
    url: run.at('html_url').url(),
    state,
  });
}
