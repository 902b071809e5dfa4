import type { IncidentStatus } from '@portal/plugin-dora-common';
import { annotationSubject } from '../reports/annotationSubject';
import { openDelivery } from '../reports/openDelivery';
import type { ReportParser } from '../reports/Parser';
import type { PayloadReader } from '../reports/PayloadReader';

const source = 'pagerduty';
const ranks: Record<IncidentStatus, number> = {
  open: 0,
  resolved: 1,
  withdrawn: 2,
};

/**
 * Reads PagerDuty's webhooks, version 3: https://developer.pagerduty.com/docs/webhooks-overview
 *
 * Priority and urgency play no part: which services page for what is PagerDuty's own setting.
 *
 * @internal
 */
export function createPagerdutyParser(): ReportParser {
  return delivery => {
    if (!delivery.event.startsWith('incident.')) {
      return { facts: [], ignored: `${delivery.event} tells of no incident` };
    }
    const event = openDelivery(delivery).at('event');
    const incident = event.at('data');
    // Notes, tasks, responders and workflows name their incident, and do not say how it stands.
    if (incident.at('type').text() !== 'incident') {
      return {
        facts: [],
        ignored: `${delivery.event} does not tell how an incident stands`,
      };
    }
    const isEnd = delivery.event === 'incident.resolved';
    if (!isEnd && incident.at('status').word === 'resolved') {
      return {
        facts: [],
        ignored: 'a change of an incident that is resolved already',
      };
    }
    const at = event.at('occurred_at').instant();
    const status = isEnd ? endOf(incident) : 'open';
    return {
      facts: [
        {
          kind: 'incident',
          id: `${source}:incident:${incident.at('id').identifier()}`,
          source,
          subjects: [
            annotationSubject(
              'pagerduty.com/service-id',
              incident.at('service', 'id').text(),
            ),
          ],
          title: incident.at('title').title,
          openedAt: incident.at('created_at').instant(),
          status,
          ...(status === 'resolved' && { resolvedAt: at }),
          url: incident.at('html_url').url,
          updatedAt: at,
          sequence: ranks[status],
        },
      ],
    };
  };
}

/** One that was merged into another lives on there, and would count twice. */
function endOf(incident: PayloadReader): IncidentStatus {
  return incident.at('resolve_reason', 'type').word === 'merge_resolve_reason'
    ? 'withdrawn'
    : 'resolved';
}
