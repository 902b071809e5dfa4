import type { Span } from '../database/DeliveryStore';

/** An incident that is charged to no deployment. */
export type UnchargedIncident = { entityRef: string; title?: string };

/** Remembers which digests were sent. */
export interface DigestStore {
  /** Whether everything of a week is done. */
  isDone(week: string): Promise<boolean>;

  /** Marks a week as done. */
  markDone(week: string): Promise<void>;

  /** Groups whose digest of a week, or of a later one, was sent. */
  listSent(week: string): Promise<Set<string>>;

  /**
   * Sends the digest of a group, unless somebody else does or did. It is sent when `send` ends well, and waits when it fails.
   */
  sendOnce(
    digest: { groupRef: string; week: string },
    send: () => Promise<void>,
  ): Promise<void>;

  /** Incidents of entities in a period that are charged to no deployment, oldest first. */
  listUncharged(options: {
    entityRefs: readonly string[];
    period: Span;
  }): Promise<UnchargedIncident[]>;
}
