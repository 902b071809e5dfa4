import { createHash } from 'node:crypto';
import type { AuthService } from '@backstage/backend-plugin-api';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { dashboardKind } from '@portal/plugin-dashboards-common';
import type { DatabaseVersionStore } from '../database/DatabaseVersionStore';
import type { ChangeNotifier } from '../services/ChangeNotifier';
import { canonicalYaml } from './canonicalYaml';
import type { CommitReader } from './CommitReader';

const pageSize = 100;

/** What {@link VersionRecorder} needs. */
export type VersionRecorderOptions = {
  auth: AuthService;
  catalog: CatalogService;
  commits: CommitReader;
  notifier: ChangeNotifier;
  store: DatabaseVersionStore;
};

/** Keeps every version of a dashboard that appears in the catalog, and tells open pages of it. */
export class VersionRecorder {
  readonly #options: VersionRecorderOptions;

  static create(options: VersionRecorderOptions): VersionRecorder {
    return new VersionRecorder(options);
  }

  private constructor(options: VersionRecorderOptions) {
    this.#options = options;
  }

  /**
   * Looks through the dashboards once, page by page. A kill in the middle loses nothing: what was not recorded is seen the next
   * time.
   *
   * @returns References of those that have a new version.
   */
  async record(signal?: AbortSignal): Promise<string[]> {
    const { auth, catalog, notifier } = this.#options;
    const credentials = await auth.getOwnServiceCredentials();
    const changed: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await catalog.queryEntities(
        cursor
          ? { cursor, limit: pageSize }
          : { filter: { kind: dashboardKind }, limit: pageSize },
        { credentials },
      );
      changed.push(...(await this.#recordPage(page.items, signal)));
      cursor = page.pageInfo.nextCursor;
    } while (cursor && !signal?.aborted);
    if (changed.length > 0) {
      await notifier.dashboardsChanged(changed);
    }
    return changed;
  }

  async #recordPage(
    entities: Entity[],
    signal?: AbortSignal,
  ): Promise<string[]> {
    const { commits, store } = this.#options;
    const seen = entities.map(entity => {
      const yaml = canonicalYaml(entity);
      const hash = createHash('sha256').update(yaml).digest('hex');
      return { entity, entityRef: stringifyEntityRef(entity), yaml, hash };
    });
    const newest = await store.newest(seen.map(({ entityRef }) => entityRef));
    const changed: string[] = [];
    for (const { entity, entityRef, yaml, hash } of seen) {
      if (newest.get(entityRef) === hash) {
        continue;
      }
      const commit = await commits.commitOf(entity, signal);
      const seenAt = new Date();
      if (await store.add({ entityRef, hash, yaml, seenAt, commit })) {
        changed.push(entityRef);
      }
    }
    return changed;
  }
}
