import type { LoggerService } from '@backstage/backend-plugin-api';
import type { OrgHistoryService } from '@portal/plugin-org-history-node';
import type { Knex } from 'knex';
import type { ChangingSettingsStore } from '../database/SettingsStore';
import { moveFacts } from './moveFacts';

const cursorKey = 'renames.after';

/** What {@link RenameFollower} works with. */
export type RenameFollowerOptions = {
  client: Knex;
  history: Pick<OrgHistoryService, 'changes'>;
  logger: LoggerService;
  settings: ChangingSettingsStore;
};

/** Follows renames of components in the feed of the history of ownership, so that a new name keeps what the old one did. */
export class RenameFollower {
  readonly #options: RenameFollowerOptions;

  private constructor(options: RenameFollowerOptions) {
    this.#options = options;
  }

  static create(options: RenameFollowerOptions): RenameFollower {
    return new RenameFollower(options);
  }

  /** Reads what is new in the feed. A page is dealt with as a whole before the next one is asked for. */
  async follow(signal?: AbortSignal): Promise<void> {
    const { client, history, logger, settings } = this.#options;
    let after = Number((await settings.get(cursorKey)) ?? 0);
    while (!signal?.aborted) {
      const { items, next } = await history.changes({ after }, { signal });
      if (items.length === 0) {
        return;
      }
      for (const change of items) {
        if (change.type === 'alias-added' && 'alias' in change) {
          const { oldRef, newRef } = change.alias;
          const moved = await client.transaction(transaction =>
            moveFacts(transaction, { oldRef, newRef }),
          );
          if (moved) {
            logger.info(
              `${newRef} was ${oldRef} before: its delivery history moved with it`,
            );
          }
        }
      }
      await settings.set(cursorKey, String(next));
      after = next;
    }
  }
}
