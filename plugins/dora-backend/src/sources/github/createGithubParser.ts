import { openDelivery } from '../reports/openDelivery';
import type { ParsedDelivery, ReportParser } from '../reports/Parser';
import { sourceOf } from '../reports/sourceOf';
import { githubPush, githubRelease } from './githubChanges';
import type { GithubContext, GithubOptions } from './GithubContext';
import {
  githubDeployment,
  githubDeploymentStatus,
  githubWorkflowRun,
} from './githubDeployments';
import { githubIssue } from './githubIncidents';
import {
  githubPullRequest,
  githubPullRequestReview,
} from './githubPullRequests';

const readers = new Map<string, (context: GithubContext) => ParsedDelivery>([
  ['deployment', githubDeployment],
  ['deployment_status', githubDeploymentStatus],
  ['issues', githubIssue],
  ['pull_request', githubPullRequest],
  ['pull_request_review', githubPullRequestReview],
  ['push', githubPush],
  ['release', githubRelease],
  ['workflow_run', githubWorkflowRun],
]);

/**
 * Reads GitHub's webhooks: https://docs.github.com/en/webhooks/webhook-events-and-payloads
 *
 * @internal
 */
export function createGithubParser(options: GithubOptions = {}): ReportParser {
  return delivery => {
    const read = readers.get(delivery.event);
    if (!read) {
      return { facts: [], ignored: `${delivery.event} tells of no delivery` };
    }
    const payload = openDelivery(delivery);
    const source = sourceOf({
      sender: 'github',
      host: delivery.headers?.['x-github-enterprise-host'],
      publicHost: 'github.com',
    });
    return read({ payload, options, source });
  };
}
