/**
 * The kind of catalog entities that are announcements.
 *
 * @public
 */
export const announcementKind = 'Announcement';

/**
 * How much an announcement matters, the least first.
 *
 * @public
 */
export const announcementSeverities = ['info', 'warning', 'critical'] as const;

/** @public */
export type AnnouncementSeverity = (typeof announcementSeverities)[number];
