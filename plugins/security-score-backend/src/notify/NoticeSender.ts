import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { NotificationPayload } from '@backstage/plugin-notifications-common';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { Knex } from 'knex';

/** What {@link NoticeSender} works with. */
export type NoticeSenderOptions = {
  client: Knex;
  logger: LoggerService;
  notifications: NotificationService;
};

type Row = { id: string; recipient: string; payload: NotificationPayload };

/** What could not be sent for so long is no news any more. */
const keepDays = 30;
const mostAtOnce = 500;

/** Sends what is written down. Sent twice, such as by a process that died in between, a notice is there once: its id is its scope. */
export class NoticeSender {
  readonly #options: NoticeSenderOptions;

  private constructor(options: NoticeSenderOptions) {
    this.#options = options;
  }

  static create(options: NoticeSenderOptions): NoticeSender {
    return new NoticeSender(options);
  }

  async run(options: { signal?: AbortSignal } = {}): Promise<void> {
    const { client, logger } = this.#options;
    await client.raw(
      `DELETE FROM notices WHERE created_at < now() - interval '${keepDays} days'`,
    );
    const waiting: Array<{ id: string }> = await client('notices')
      .whereNull('sent_at')
      .orderBy('created_at')
      .limit(mostAtOnce)
      .select('id');
    for (const { id } of waiting) {
      if (options.signal?.aborted) {
        return;
      }
      try {
        await this.#send(id);
      } catch (error) {
        logger.warn(
          `Somebody could not be told of security findings, which is tried again: ${stringifyError(
            error,
          )}`,
        );
      }
    }
  }

  async #send(id: string): Promise<void> {
    const { client, notifications } = this.#options;
    await client.transaction(async transaction => {
      // What another instance sends at this moment is left to it.
      const row: Row | undefined = await transaction('notices')
        .where({ id })
        .whereNull('sent_at')
        .forUpdate()
        .skipLocked()
        .first('id', 'recipient', 'payload');
      if (!row) {
        return;
      }
      await notifications.send({
        recipients: { type: 'entity', entityRef: row.recipient },
        payload: { ...row.payload, scope: `security-score:${id}` },
      });
      await transaction('notices')
        .where({ id })
        .update({ sent_at: transaction.fn.now() });
    });
  }
}
