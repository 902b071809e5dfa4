import type { NotificationPayload } from '@backstage/plugin-notifications-common';
import { doraMetricDefinitions } from '@portal/plugin-dora-common';
import { groupDeliveryLink } from './deliveryLinks';
import { lowerFirst, spellDay } from './describeTierChange';
import type { UnchargedIncident } from './DigestStore';
import type { DigestMover, GroupSummary } from './summariseGroup';

/** What people can mute, or send elsewhere. */
export const digestTopic = 'delivery-digest';

const mostNames = 3;

/** Words for what happened to a group's services in a week; nothing where nothing did. */
export function describeDigest(options: {
  groupRef: string;
  /** What the group is called. */
  name: string;
  /** The day on which it is sent, as `2026-01-31`. */
  week: string;
  summary: GroupSummary;
  uncharged: readonly UnchargedIncident[];
}): NotificationPayload | undefined {
  const { groupRef, name, week, summary, uncharged } = options;
  const { better, worse, services, withoutData } = summary;
  const counts = [
    countOf(better.length, 'better'),
    countOf(worse.length, 'worse'),
    countOf(
      uncharged.length,
      uncharged.length === 1
        ? 'incident without a deployment'
        : 'incidents without a deployment',
    ),
  ].filter(Boolean);
  if (counts.length === 0) {
    return undefined;
  }
  const titles = uncharged.flatMap(({ title }) => (title ? [title] : []));
  const parts = [
    sentence('Better', better.map(describeMover).join('; ')),
    sentence('Worse', worse.map(describeMover).join('; ')),
    sentence(
      `New incidents charged to no deployment (${uncharged.length})`,
      listNames(titles),
      uncharged.length > 0,
    ),
    sentence(
      `Without delivery data (${withoutData.length} of ${services})`,
      listNames(withoutData),
      withoutData.length > 0,
    ),
    `The 28 days before ${spellDay(week)} against those a week earlier.`,
  ];
  return {
    title: `Delivery of ${name}, last week: ${counts.join(', ')}`,
    description: parts.filter(Boolean).join(' '),
    link: groupDeliveryLink(groupRef),
    severity: 'low',
    topic: digestTopic,
    // The digest of the next week takes its place.
    scope: `${digestTopic}:${groupRef}`,
  };
}

function describeMover({ name, metric, before, value }: DigestMover): string {
  const definition = doraMetricDefinitions.find(({ id }) => id === metric);
  const spell = (figure: number) => spellFigure(figure, definition?.unit);
  return `${name}, ${lowerFirst(definition?.title ?? metric)}: ${spell(
    before,
  )} → ${spell(value)}`;
}

function spellFigure(figure: number, unit: string | undefined): string {
  const number = (value: number) =>
    new Intl.NumberFormat('en', { maximumSignificantDigits: 2 }).format(value);
  if (unit === 'ratio') {
    return `${number(figure * 100)} %`;
  }
  if (unit === 'h') {
    return figure < 72 ? `${number(figure)} h` : `${number(figure / 24)} days`;
  }
  return `${number(figure)} a week`;
}

function countOf(count: number, words: string): string {
  return count === 0 ? '' : `${count} ${words}`;
}

function sentence(start: string, rest: string, isThere = rest !== ''): string {
  if (!isThere) {
    return '';
  }
  return rest ? `${start}: ${rest}.` : `${start}.`;
}

function listNames(names: readonly string[]): string {
  const shown = names.slice(0, mostNames).join(', ');
  const more = names.length - mostNames;
  return more > 0 ? `${shown} and ${more} more` : shown;
}
