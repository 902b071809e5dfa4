import { randomUUID } from 'node:crypto';
import type { NotificationPayload } from '@backstage/plugin-notifications-common';
import type { Knex } from 'knex';

/** What somebody is to be told. */
export type Notice = { recipient: string; payload: NotificationPayload };

/** Writes down what is to be told, in the transaction that says why: both are there, or neither. */
export async function addNotices(
  transaction: Knex.Transaction,
  notices: readonly Notice[],
): Promise<void> {
  if (notices.length > 0) {
    await transaction('notices').insert(
      notices.map(({ recipient, payload }) => ({
        id: randomUUID(),
        recipient,
        payload: JSON.stringify(payload),
      })),
    );
  }
}
