import type { ParsedActivity } from '../ParsedActivity';
import { Payload } from '../Payload';
import { loginOf, type GithubContext } from './GithubContext';
import { githubIssue, githubRelease, githubWorkflowRun } from './githubOthers';
import { githubPullRequestSteps, githubReview } from './githubPullRequests';
import { githubPush } from './githubPush';

/** https://docs.github.com/en/rest/pulls/pulls#list-pull-requests */
export function parseGithubPulls(
  context: GithubContext,
  body: unknown,
): ParsedActivity[] {
  return Payload.create(body)
    .list()
    .flatMap(pull => githubPullRequestSteps(context, pull));
}

/** https://docs.github.com/en/rest/actions/workflow-runs#list-workflow-runs-for-a-repository */
export function parseGithubRuns(
  context: GithubContext,
  body: unknown,
): ParsedActivity[] {
  return Payload.create(body)
    .at('workflow_runs')
    .list()
    .flatMap(run => githubWorkflowRun(context, run));
}

/**
 * https://docs.github.com/en/rest/activity/events#list-repository-events. Its pull requests have no titles; they are read from their
 * own list.
 */
export function parseGithubEvents(
  context: GithubContext,
  body: unknown,
): ParsedActivity[] {
  return Payload.create(body)
    .list()
    .flatMap(event => parseEvent(context, event));
}

function parseEvent(context: GithubContext, event: Payload): ParsedActivity[] {
  const payload = event.at('payload');
  const actor = loginOf(event.at('actor'));
  const at = event.at('created_at').instant();
  switch (event.at('type').text()) {
    case 'PushEvent':
      return githubPush(context, payload, { actor, at });
    case 'PullRequestReviewEvent':
      return githubReview(
        context,
        payload.at('review'),
        payload.at('pull_request'),
      );
    case 'IssuesEvent':
      return githubIssue(context, payload.at('issue'), {
        action: payload.at('action').text(50),
        actor,
      });
    case 'ReleaseEvent':
      return payload.at('action').text() === 'published'
        ? githubRelease(context, payload.at('release'), actor)
        : [];
    default:
      return [];
  }
}
