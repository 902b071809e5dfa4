import {
  type Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  announcementSeverities,
  type AnnouncementSeverity,
} from '@portal/plugin-widgets-common';

/** Something that people should know. */
export type Announcement = {
  entityRef: string;
  title: string;
  /** Markdown. */
  text: string;
  severity: AnnouncementSeverity;
  ownerRef: string;
  /** The first day on which it is shown, such as `2026-12-01`. */
  from?: string;
  /** The last one. */
  until?: string;
};

/**
 * Which announcements a reader sees now: the most important first, of those the one that began last.
 *
 * @param options - `ownershipRefs`: what the reader belongs to, as the identity API tells it.
 */
export function selectAnnouncements(
  entities: readonly Entity[],
  options: { now: Date; ownershipRefs: readonly string[]; ownerRef?: string },
): Announcement[] {
  const today = options.now.toISOString().slice(0, 10);
  return entities
    .filter(entity => isForReader(entity, options.ownershipRefs))
    .map(toAnnouncement)
    .filter(
      ({ from = today, until = today, ownerRef }) =>
        from <= today &&
        today <= until &&
        (!options.ownerRef || ownerRef === options.ownerRef),
    )
    .sort(
      (one, other) =>
        weightOf(other) - weightOf(one) ||
        compare(other.from ?? '', one.from ?? '') ||
        compare(one.title, other.title),
    );
}

function toAnnouncement(entity: Entity): Announcement {
  const { metadata, spec = {} } = entity;
  const { text, from, until, owner } = spec as Record<string, string>;
  return {
    entityRef: stringifyEntityRef(entity),
    title: metadata.title ?? metadata.name,
    text,
    severity:
      announcementSeverities.find(each => each === spec.severity) ?? 'info',
    ownerRef: fullRef(owner, entity),
    from,
    until,
  };
}

function isForReader(
  entity: Entity,
  ownershipRefs: readonly string[],
): boolean {
  const audience = entity.spec?.audience as string[] | undefined;
  return (
    !audience ||
    audience.some(ref => ownershipRefs.includes(fullRef(ref, entity)))
  );
}

function fullRef(ref: string, { metadata }: Entity): string {
  const defaults = {
    defaultKind: 'Group',
    defaultNamespace: metadata.namespace ?? 'default',
  };
  return stringifyEntityRef(parseEntityRef(ref, defaults));
}

function weightOf({ severity }: Announcement): number {
  return announcementSeverities.indexOf(severity);
}

function compare(one: string, other: string): number {
  if (one === other) {
    return 0;
  }
  return one < other ? -1 : 1;
}
