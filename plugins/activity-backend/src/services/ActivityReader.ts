import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { PermissionAccess } from '@portal/backend-access';
import {
  activityReadPermission,
  type ActivityPage,
  type ActivityRequest,
} from '@portal/plugin-activity-common';
import type { ActivityStore } from '../database/ActivityStore';
import { decodeCursor, encodeCursor } from './activityCursor';
import type { RepositoryFinder } from './RepositoryFinder';

const usualLimit = 20;
/** More repositories than these are not listed for those who want to be told of news. */
const mostWatched = 500;

/** What {@link ActivityReader} works with. */
export type ActivityReaderOptions = {
  finder: RepositoryFinder;
  permissions: PermissionAccess;
  store: ActivityStore;
};

/** Answers what happened in the repositories that the caller may know of. */
export class ActivityReader {
  readonly #options: ActivityReaderOptions;

  private constructor(options: ActivityReaderOptions) {
    this.#options = options;
  }

  static create(options: ActivityReaderOptions): ActivityReader {
    return new ActivityReader(options);
  }

  async list(
    credentials: BackstageCredentials,
    request: ActivityRequest,
  ): Promise<ActivityPage> {
    const { finder, permissions, store } = this.#options;
    await permissions.require(credentials, activityReadPermission);
    const { kinds, cursor, limit = usualLimit } = request;
    const after = cursor ? decodeCursor(cursor) : undefined;
    const { heardOf, count } = await finder.find(credentials, request);
    const ids = [...heardOf.keys()];
    const items = await store.list({
      repositoryIds: ids,
      kinds: kinds?.length ? kinds : undefined,
      after,
      limit: limit + 1,
    });
    const shown = items.slice(0, limit);
    return {
      items: shown.map(({ repositoryId, position: _, ...activity }) => ({
        ...activity,
        entityRefs: heardOf.get(repositoryId) ?? [],
      })),
      ...(items.length > limit && {
        nextCursor: encodeCursor(shown[shown.length - 1].position),
      }),
      repositories: count,
      ...(ids.length <= mostWatched && { watched: ids }),
    };
  }
}
