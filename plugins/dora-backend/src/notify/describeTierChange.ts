import type { NotificationPayload } from '@backstage/plugin-notifications-common';
import {
  doraMetricDefinitions,
  performanceTiers,
  tierEditions,
  type PerformanceTier,
} from '@portal/plugin-dora-common';
import { deliveryTabLink } from './deliveryLinks';
import type { TierChange } from './ToldTierStore';

/** What people can mute, or send elsewhere. */
export const tierTopic = 'delivery-tier';

/** Words for a change; `name` is what the component is called. */
export function describeTierChange(
  change: TierChange,
  name: string,
): NotificationPayload {
  const { entityRef, metric, edition, from, to, since } = change;
  const isBetter =
    performanceTiers.indexOf(to) < performanceTiers.indexOf(from);
  const title =
    doraMetricDefinitions.find(({ id }) => id === metric)?.title ?? metric;
  const bandOf = (tier: PerformanceTier) =>
    tierEditions[edition].cutOffs[metric].find(each => each.tier === tier)
      ?.band;
  return {
    title: `${name}: ${lowerFirst(title)} is now ${to}, it was ${from}`,
    description: [
      `${isBetter ? 'Better' : 'Worse'} since ${spellDay(since)}.`,
      `The last 90 days are ${to} in the tiers of the DORA report ${edition} (${bandOf(
        to,
      )});`,
      `before, they were ${from} (${bandOf(from)}).`,
    ].join(' '),
    link: deliveryTabLink(entityRef, metric),
    severity: isBetter ? 'low' : 'normal',
    topic: tierTopic,
    // The next change of the same figure takes its place.
    scope: `${tierTopic}:${entityRef}:${metric}`,
  };
}

/** As "9 May 2026". */
export function spellDay(date: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(date));
}

/** The name of a metric inside a sentence. */
export function lowerFirst(text: string): string {
  return `${text.slice(0, 1).toLocaleLowerCase('en-US')}${text.slice(1)}`;
}
