import type { IncidentStatus } from '@portal/plugin-dora-common';
import { matchesName } from '../reports/matchesName';
import type { ParsedDelivery } from '../reports/Parser';
import type { PayloadReader } from '../reports/PayloadReader';
import { readCausedBy } from '../reports/readText';
import { gitlabSubjects, type GitlabContext } from './GitlabContext';

const ranks: Record<IncidentStatus, number> = {
  open: 0,
  resolved: 1,
  withdrawn: 2,
};

/** https://docs.gitlab.com/user/project/integrations/webhook_events/#work-item-events */
export function gitlabIssue(context: GitlabContext): ParsedDelivery {
  const { payload, options, source } = context;
  const issue = payload.at('object_attributes');
  const names = options.incidentLabels ?? ['incident'];
  const hasLabel = (labels: PayloadReader) =>
    labels.items.some(label => matchesName(label.at('title').word, names));
  const labels = issue.at('labels').isMissing
    ? payload.at('labels')
    : issue.at('labels');
  const isIncident =
    matchesName(issue.at('type').word, ['incident']) || hasLabel(labels);
  const wasIncident = hasLabel(payload.at('changes', 'labels', 'previous'));
  if (!isIncident && !wasIncident) {
    return {
      facts: [],
      ignored: 'neither of the type incident nor with a label of one',
    };
  }
  if (payload.at('project').isMissing) {
    return { facts: [], ignored: 'a work item of a group, not of a project' };
  }
  const updatedAt = issue.at('updated_at').instant();
  // The other one that it was moved to, or that it repeats, is the incident.
  const isElsewhere =
    !issue.at('moved_to_id').isMissing ||
    !issue.at('duplicated_to_id').isMissing;
  const isClosed = issue.at('state').text() === 'closed';
  const ended: IncidentStatus = isClosed ? 'resolved' : 'open';
  const status = isIncident && !isElsewhere ? ended : 'withdrawn';
  return {
    facts: [
      {
        kind: 'incident',
        id: `${source}:issue:${issue.at('id').identifier()}`,
        source,
        subjects: gitlabSubjects(context),
        title: issue.at('title').title,
        openedAt: issue.at('created_at').instant(),
        status,
        ...(status === 'resolved' && {
          resolvedAt: issue.at('closed_at').optionalInstant() ?? updatedAt,
        }),
        causedBy: readCausedBy(issue.at('description').word),
        url: issue.at('url').url,
        updatedAt,
        sequence: ranks[status],
      },
    ],
  };
}
