import type { Activity, ActivityKind } from '@portal/plugin-activity-common';
import type { ParsedActivity } from '../parse/ParsedActivity';
import type { Account, OpenPullRequest } from './openPullRequests';

/** A repository of which something was heard. */
export type KnownRepository = {
  id: string;
  name: string;
  key: string;
  looseKey: string | undefined;
  entityRefs: string[];
};

/** Where a page ends, and the next one goes on. */
export type ActivityPosition = { at: string; id: string };

/** Something that happened, before it is known whose it is. */
export type StoredActivity = Omit<Activity, 'entityRefs'> & {
  repositoryId: string;
  position: ActivityPosition;
};

/** What writing changed. */
export type ActivityChanges = {
  /** Repositories of which there is something new. */
  repositories: string[];
  /** Whether one of them was not known before. */
  isNew: boolean;
};

/** What happened in repositories. */
export interface ActivityStore {
  /** Writes what is new or newer. The same told twice, late or in another order leaves the same. */
  write(activities: readonly ParsedActivity[]): Promise<ActivityChanges>;
  /** Newest first. */
  list(options: {
    repositoryIds: readonly string[];
    kinds?: readonly ActivityKind[];
    after?: ActivityPosition;
    limit: number;
  }): Promise<StoredActivity[]>;
  /** Those of the accounts alone where any are given. */
  openPullRequests(options: {
    repositoryIds: readonly string[];
    accounts?: readonly Account[];
    limit: number;
  }): Promise<{ items: OpenPullRequest[]; total: number }>;
  repositories(): Promise<KnownRepository[]>;
  /** Deletes what happened before an instant, and what is known of repositories without anything left. */
  deleteBefore(instant: Date, signal?: AbortSignal): Promise<void>;
  removeDemo(): Promise<void>;
}
