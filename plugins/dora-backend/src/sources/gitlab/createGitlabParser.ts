import { openDelivery } from '../reports/openDelivery';
import type { ParsedDelivery, ReportParser } from '../reports/Parser';
import { sourceOf } from '../reports/sourceOf';
import { gitlabPush, gitlabRelease, gitlabTagPush } from './gitlabChanges';
import type { GitlabContext, GitlabOptions } from './GitlabContext';
import { gitlabDeployment, gitlabPipeline } from './gitlabDeployments';
import { gitlabIssue } from './gitlabIncidents';
import { gitlabMergeRequest } from './gitlabMergeRequests';

const publicHost = 'gitlab.com';

const readers = new Map<string, (context: GitlabContext) => ParsedDelivery>([
  ['deployment', gitlabDeployment],
  ['issue', gitlabIssue],
  ['merge_request', gitlabMergeRequest],
  ['pipeline', gitlabPipeline],
  ['push', gitlabPush],
  ['release', gitlabRelease],
  ['tag_push', gitlabTagPush],
  ['work_item', gitlabIssue],
]);

/**
 * Reads GitLab's webhooks: https://docs.gitlab.com/user/project/integrations/webhook_events/
 *
 * @internal
 */
export function createGitlabParser(options: GitlabOptions = {}): ReportParser {
  return delivery => {
    const read = readers.get(delivery.event);
    if (!read) {
      return { facts: [], ignored: `${delivery.event} tells of no delivery` };
    }
    const payload = openDelivery(delivery);
    // Versions before 15.5 send no such header.
    const address =
      delivery.headers?.['x-gitlab-instance'] ??
      payload.at('project', 'web_url').url;
    const source = sourceOf({ sender: 'gitlab', host: address, publicHost });
    const own = source.split('@')[1];
    const host = own ?? (address === undefined ? undefined : publicHost);
    // That it is an instant was checked when the delivery was opened.
    const receivedAt = Date.parse(delivery.receivedAt);
    return read({ payload, options, source, host, receivedAt });
  };
}
