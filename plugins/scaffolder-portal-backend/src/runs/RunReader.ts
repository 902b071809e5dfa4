import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { isError, ResponseError } from '@backstage/errors';
import type { ScaffolderTask } from '@backstage/plugin-scaffolder-common';
import type { ScaffolderService } from '@backstage/plugin-scaffolder-node';
import type { RunStore, StoredRun } from '../database/RunStore';
import { summariseEvents } from './summariseEvents';
import { statusOf, toStoredRun } from './toStoredRun';

type Scaffolder = Pick<ScaffolderService, 'getLogs' | 'getTask' | 'listTasks'>;

const pageSize = 100;
/** A task of long ago that was run again shows after this time at the latest. */
const fullReadEvery = 3_600_000;

/**
 * Reads runs from the scaffolder.
 *
 * @remarks
 *
 * Each task is written under its id, so that reading it again changes nothing, and a reading that was interrupted goes on with the
 * next. A task is asked for its events only where its status or heartbeat changed.
 */
export class RunReader {
  readonly #auth: AuthService;
  readonly #logger: LoggerService;
  readonly #scaffolder: Scaffolder;
  readonly #store: RunStore;

  private constructor(options: {
    auth: AuthService;
    logger: LoggerService;
    scaffolder: Scaffolder;
    store: RunStore;
  }) {
    this.#auth = options.auth;
    this.#logger = options.logger;
    this.#scaffolder = options.scaffolder;
    this.#store = options.store;
  }

  static create(options: {
    auth: AuthService;
    logger: LoggerService;
    scaffolder: Scaffolder;
    store: RunStore;
  }): RunReader {
    return new RunReader(options);
  }

  async read(signal?: AbortSignal): Promise<void> {
    const at = new Date();
    try {
      const { completeAt } = await this.#store.readState();
      const full =
        completeAt === undefined ||
        at.getTime() - completeAt.getTime() > fullReadEvery;
      const seen = await this.#readPages(full, signal);
      await this.#readPending(seen, signal);
      await this.#store.saveRead({ at, complete: full });
    } catch (error) {
      if (!isError(error) || signal?.aborted) {
        throw error;
      }
      this.#logger.warn('Runs of templates could not be read', error);
      await this.#store.saveFailure(at);
    }
  }

  /** Newest first, until a page has nothing that is new. */
  async #readPages(full: boolean, signal?: AbortSignal): Promise<Set<string>> {
    const seen = new Set<string>();
    for (let offset = 0; ; offset += pageSize) {
      signal?.throwIfAborted();
      const { items } = await this.#scaffolder.listTasks(
        { limit: pageSize, offset },
        { credentials: await this.#auth.getOwnServiceCredentials() },
      );
      const unknown = await this.#save(items, signal);
      items.forEach(({ id }) => seen.add(id));
      if (items.length < pageSize || (!full && unknown === 0)) {
        return seen;
      }
    }
  }

  /** What was still running when it was last seen, and is too old for the first pages. */
  async #readPending(seen: Set<string>, signal?: AbortSignal): Promise<void> {
    for (const taskId of await this.#store.pending()) {
      if (seen.has(taskId)) {
        continue;
      }
      signal?.throwIfAborted();
      try {
        const task = await this.#scaffolder.getTask(
          { taskId },
          { credentials: await this.#auth.getOwnServiceCredentials() },
        );
        await this.#save([task], signal);
      } catch (error) {
        if (error instanceof ResponseError && error.statusCode === 404) {
          await this.#store.delete(taskId);
        } else {
          throw error;
        }
      }
    }
  }

  /** Answers how many were not known. */
  async #save(
    tasks: readonly ScaffolderTask[],
    signal?: AbortSignal,
  ): Promise<number> {
    const known = await this.#store.known(tasks.map(({ id }) => id));
    const runs: StoredRun[] = [];
    let unknown = 0;
    for (const task of tasks) {
      const before = known.get(task.id);
      unknown += before ? 0 : 1;
      if (
        before?.status === statusOf(task) &&
        before.heartbeat === task.lastHeartbeatAt
      ) {
        continue;
      }
      signal?.throwIfAborted();
      const run = toStoredRun(task, await this.#readEvents(task));
      if (run) {
        runs.push(run);
      } else if (!before) {
        // It will never be known, and must not look new each time.
        unknown--;
      }
    }
    await this.#store.upsert(runs);
    return unknown;
  }

  async #readEvents(task: ScaffolderTask) {
    if (['open', 'processing'].includes(statusOf(task))) {
      return undefined;
    }
    return summariseEvents(
      await this.#scaffolder.getLogs(
        { taskId: task.id },
        { credentials: await this.#auth.getOwnServiceCredentials() },
      ),
    );
  }
}
