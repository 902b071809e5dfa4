import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

/** What {@link HangingRuns} works with. */
export type HangingRunsOptions = {
  /** Of the scaffolder. */
  client: Knex;
  logger: LoggerService;
  /** How long a step may take, in milliseconds. */
  stepTimeLimit: number;
};

type HangingRun = { taskId: string; stepId: string; isCancelled: boolean };

/** How long a step has to end by itself once its run was cancelled. */
const graceTime = 15_000;

/**
 * Ends runs whose step takes longer than it may, and cancelled runs whose step does not listen.
 *
 * @remarks
 *
 * The scaffolder waits for an action for ever, and has no place to say how long. What is done here is what its own store does when a task
 * fails or is cancelled, in its tables, which this package shares as a module of it: the step and the run end, secrets are removed, and
 * the worker is told to stop. An action that does not listen goes on until it returns; then the worker stops before the next step.
 */
export class HangingRuns {
  readonly #options: HangingRunsOptions;

  private constructor(options: HangingRunsOptions) {
    this.#options = options;
  }

  static create(options: HangingRunsOptions): HangingRuns {
    return new HangingRuns(options);
  }

  /** Any replica may do it, also at the same time. */
  async end(): Promise<void> {
    for (const run of await this.#find()) {
      const { isCancelled, stepId, taskId } = run;
      const message = isCancelled
        ? `The run was cancelled, and step ${stepId} did not stop by itself within ${words(
            graceTime,
          )}`
        : `Step ${stepId} was ended: it took longer than ${words(
            this.#options.stepTimeLimit,
          )}, which is the limit of a step (portal.templates.stepTimeLimit)`;
      if (await this.#endOne(run, message)) {
        this.#options.logger.warn(`Run ${taskId}: ${message}`);
      }
    }
  }

  /** What began in an attempt before, which ended with the process that ran it, does not count. */
  async #find(): Promise<HangingRun[]> {
    const { client, stepTimeLimit } = this.#options;
    const { rows } = await client.raw(
      `WITH attempts AS (
         SELECT tasks.id AS task_id, COALESCE(
           (SELECT max(id) FROM task_events
            WHERE task_id = tasks.id AND event_type = 'recovered'), 0) AS began
         FROM tasks WHERE status = 'processing'
       ), steps AS (
         SELECT DISTINCT ON (task_id) task_id, body::jsonb AS body,
           task_events.created_at
         FROM attempts JOIN task_events USING (task_id)
         WHERE task_events.id > began AND event_type = 'log'
           AND body::jsonb ->> 'status' IS NOT NULL
         ORDER BY task_id, task_events.id DESC
       ), cancelled AS (
         SELECT task_id, min(task_events.created_at) AS at
         FROM attempts JOIN task_events USING (task_id)
         WHERE task_events.id > began AND event_type = 'cancelled'
         GROUP BY task_id
       )
       SELECT task_id AS "taskId", body ->> 'stepId' AS "stepId",
         cancelled.at IS NOT NULL AS "isCancelled"
       FROM steps LEFT JOIN cancelled USING (task_id)
       WHERE body ->> 'status' = 'processing' AND CASE
         WHEN cancelled.at IS NULL
           THEN steps.created_at < now() - :limit * interval '1 millisecond'
         ELSE cancelled.at < now() - :grace * interval '1 millisecond' END`,
      { limit: stepTimeLimit, grace: graceTime },
    );
    return rows;
  }

  /** Whether it was still running. */
  async #endOne(run: HangingRun, message: string): Promise<boolean> {
    const { isCancelled, stepId, taskId } = run;
    const status = isCancelled ? 'cancelled' : 'failed';
    return this.#options.client.transaction(async transaction => {
      const ended = await transaction('tasks')
        .where({ id: taskId, status: 'processing' })
        .update({ status, secrets: transaction.raw('NULL') });
      if (ended === 0) {
        return false;
      }
      const events = [
        { event_type: 'log', body: { message, stepId, status } },
        // The worker listens to this one, and to nothing else.
        ...(isCancelled
          ? []
          : [{ event_type: 'cancelled', body: { message, stepId, status } }]),
        {
          event_type: 'completion',
          body: {
            message: `Run completed with status: ${status}`,
            error: { name: 'TimeoutError', message },
          },
        },
      ];
      // One after the other: they are read in the order of their numbers.
      for (const { body, event_type } of events) {
        await transaction('task_events').insert({
          task_id: taskId,
          event_type,
          body: JSON.stringify(body),
        });
      }
      return true;
    });
  }
}

function words(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  return seconds >= 120 && seconds % 60 === 0
    ? `${seconds / 60} minutes`
    : `${seconds} seconds`;
}
