import type { ActivityParser, ParsedActivity } from '../ParsedActivity';
import { Payload } from '../Payload';
import { githubRepository, loginOf, type GithubContext } from './GithubContext';
import { githubIssue, githubRelease, githubWorkflowRun } from './githubOthers';
import {
  githubPullRequest,
  githubReview,
  type PullRequestStep,
} from './githubPullRequests';
import { githubPush } from './githubPush';

/**
 * Reads what GitHub sends: https://docs.github.com/en/webhooks/webhook-events-and-payloads
 *
 * What somebody did is of interest here; labels, assignments and every push to a pull request are not.
 */
export const parseGithubDelivery: ActivityParser = delivery => {
  const body = Payload.parse(delivery.body);
  const repository = githubRepository(body.at('repository'));
  if (!repository) {
    return { activities: [], ignored: 'it is about no repository' };
  }
  const receivedAt = new Date(delivery.receivedAt);
  const context = { repository, receivedAt, weight: 1 } as const;
  const activities = read(context, delivery.event, body);
  const action = body.at('action').text(50);
  return activities.length > 0
    ? { activities }
    : { activities, ignored: `no activity is shown for ${action ?? 'this'}` };
};

function read(
  context: GithubContext,
  event: string,
  body: Payload,
): ParsedActivity[] {
  const actor = loginOf(body.at('sender'));
  const action = body.at('action').text(50);
  switch (event) {
    case 'push':
      return githubPush(context, body, {
        actor: actor ?? body.at('pusher', 'name').text(100),
        // The instant of the last commit may lie long before.
        at: body.at('repository', 'pushed_at').instant(),
      });
    case 'pull_request': {
      const pull = body.at('pull_request');
      const step = stepOf(action, pull);
      return step ? githubPullRequest(context, pull, { ...step, actor }) : [];
    }
    case 'pull_request_review':
      return action === 'submitted' || action === 'dismissed'
        ? githubReview(context, body.at('review'), body.at('pull_request'))
        : [];
    case 'issues':
      return githubIssue(context, body.at('issue'), { action, actor });
    case 'release':
      return action === 'published'
        ? githubRelease(context, body.at('release'), actor)
        : [];
    case 'workflow_run':
      return githubWorkflowRun(context, body.at('workflow_run'), actor);
    default:
      return [];
  }
}

function stepOf(
  action: string | undefined,
  pull: Payload,
): PullRequestStep | undefined {
  const updated = pull.at('updated_at').instant();
  const closed = pull.at('closed_at').instant();
  const merged = pull.at('merged_at').instant();
  const again = updated?.toISOString();
  switch (action) {
    case 'opened':
      return { state: 'opened', at: pull.at('created_at').instant() };
    case 'closed':
      return merged
        ? { state: 'merged', at: merged }
        : { state: 'closed', at: closed, again: closed?.toISOString() };
    case 'reopened':
      return { state: 'reopened', at: updated, again };
    case 'ready_for_review':
      return { state: 'ready', at: updated, again };
    case 'converted_to_draft':
      return { state: 'draft', at: updated, again };
    default:
      return undefined;
  }
}
