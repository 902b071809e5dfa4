import type { IncidentStatus } from '@portal/plugin-dora-common';
import { matchesName } from '../reports/matchesName';
import type { ParsedDelivery } from '../reports/Parser';
import { readCausedBy } from '../reports/readText';
import { githubSubjects, type GithubContext } from './GithubContext';

const ranks: Record<IncidentStatus, number> = {
  open: 0,
  resolved: 1,
  withdrawn: 2,
};

/** https://docs.github.com/en/webhooks/webhook-events-and-payloads#issues */
export function githubIssue(context: GithubContext): ParsedDelivery {
  const { payload, options, source } = context;
  const labels = options.incidentLabels ?? ['incident'];
  const action = payload.at('action').text();
  const issue = payload.at('issue');
  const isIncident = issue
    .at('labels')
    .items.some(label => matchesName(label.at('name').word, labels));
  const wasIncident =
    action === 'unlabeled' &&
    matchesName(payload.at('label', 'name').word, labels);
  if (!isIncident && !wasIncident) {
    return { facts: [], ignored: 'the issue has no label of an incident' };
  }
  const updatedAt = issue.at('updated_at').instant();
  const isGone =
    !isIncident || action === 'deleted' || action === 'transferred';
  const isClosed = issue.at('state').word === 'closed';
  const ended: IncidentStatus = isClosed ? 'resolved' : 'open';
  const status = isGone ? 'withdrawn' : ended;
  return {
    facts: [
      {
        kind: 'incident',
        id: `${source}:issue:${issue.at('id').identifier()}`,
        source,
        subjects: githubSubjects(payload),
        title: issue.at('title').title,
        openedAt: issue.at('created_at').instant(),
        status,
        ...(status === 'resolved' && {
          resolvedAt: issue.at('closed_at').instant(),
        }),
        causedBy: readCausedBy(issue.at('body').word),
        url: issue.at('html_url').url,
        updatedAt,
        sequence: ranks[status],
      },
    ],
  };
}
