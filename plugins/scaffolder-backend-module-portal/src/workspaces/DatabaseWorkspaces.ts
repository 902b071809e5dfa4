import {
  resolvePackagePath,
  type DatabaseService,
  type LoggerService,
} from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import {
  restoreWorkspace,
  serializeWorkspace,
  type WorkspaceProvider,
} from '@backstage/plugin-scaffolder-node/alpha';
import type { Knex } from 'knex';

const table = 'portal_workspaces';
/** A run that nobody retried for so long is begun anew. */
const keptDays = 14;
const largestBytes = 64 * 1024 * 1024;

/** What {@link DatabaseWorkspaces} works with. */
export type DatabaseWorkspacesOptions = {
  /** Of the scaffolder. */
  client: Knex;
  logger: LoggerService;
};

/**
 * Keeps the files of runs until they complete: `scaffolder.taskRecovery.workspaceProvider: portal`.
 *
 * @remarks
 *
 * A retry of the scaffolder skips the steps that completed. Without their files, those that follow would publish a folder that is empty.
 * Where the files are not kept any more, a retry fails and says so.
 */
export class DatabaseWorkspaces implements WorkspaceProvider {
  readonly #client: Knex;
  readonly #logger: LoggerService;

  private constructor(options: DatabaseWorkspacesOptions) {
    this.#client = options.client;
    this.#logger = options.logger;
  }

  static create(options: DatabaseWorkspacesOptions): DatabaseWorkspaces {
    return new DatabaseWorkspaces(options);
  }

  /** Brings what it needs into the scaffolder's schema, beside the scaffolder's own migrations. */
  static async migrate(database: DatabaseService): Promise<Knex> {
    const client = await database.getClient();
    if (!database.migrations?.skip) {
      await client.migrate.latest({
        directory: resolvePackagePath(
          '@portal/plugin-scaffolder-backend-module-portal',
          'migrations',
        ),
        tableName: 'portal_knex_migrations',
      });
    }
    return client;
  }

  async serializeWorkspace(options: {
    path: string;
    taskId: string;
  }): Promise<void> {
    const { path, taskId } = options;
    const { contents } = await serializeWorkspace({ path });
    if (contents.byteLength > largestBytes) {
      this.#logger.warn(
        `The files of run ${taskId} are more than ${largestBytes} bytes and are not kept: it can't be retried after this step`,
      );
      await this.cleanWorkspace({ taskId });
      return;
    }
    await this.#client(table)
      .insert({ task_id: taskId, contents, kept_at: new Date() })
      .onConflict('task_id')
      .merge();
  }

  async cleanWorkspace(options: { taskId: string }): Promise<void> {
    await this.#client(table)
      .where({ task_id: options.taskId })
      .orWhere('kept_at', '<', new Date(Date.now() - keptDays * 86_400_000))
      .delete();
  }

  async rehydrateWorkspace(options: {
    taskId: string;
    targetPath: string;
  }): Promise<void> {
    const { taskId, targetPath } = options;
    const kept = await this.#client(table)
      .where({ task_id: taskId })
      .first('contents');
    if (kept) {
      await restoreWorkspace({ path: targetPath, buffer: kept.contents });
    } else if (await this.#hasBegun(taskId)) {
      throw new ConflictError(
        `The files that the first steps of run ${taskId} made are not kept any more, so it can't go on; run the template anew`,
      );
    }
  }

  /** Whether a step completed before, which a retry would skip. */
  async #hasBegun(taskId: string): Promise<boolean> {
    const task = await this.#client('tasks')
      .where({ id: taskId })
      .first('state');
    const steps = task?.state ? JSON.parse(task.state).state?.steps : undefined;
    return Object.keys(steps ?? {}).length > 0;
  }
}
