import { NotFoundError } from '@backstage/errors';
import type {
  WebhookDelivery,
  WebhookReceipt,
} from '@portal/plugin-webhooks-common';
import type { Knex } from 'knex';
import type { DeliveryStore } from '../receive/DeliveryWriter';
import type { NewDelivery } from '../receive/NewDelivery';

type KeyRow = { id: string; sender: string; delivery_key: string };

/** A row of the deliveries. */
export type DeliveryRow = {
  id: string;
  sender: WebhookDelivery['sender'];
  event: string;
  delivery_key: string;
  occurred_at: Date | null;
  received_at: Date;
  headers: Record<string, string>;
  body: string;
};

/** The columns of a {@link DeliveryRow}. */
export const deliveryColumns =
  'd.id, d.sender, d.event, d.delivery_key, d.occurred_at, d.received_at, d.headers, d.body';

/** Deliveries in PostgreSQL. Their order is the trigger's, see the migration. */
export class DatabaseDeliveryStore implements DeliveryStore {
  readonly #client: Knex;

  private constructor(options: { client: Knex }) {
    this.#client = options.client;
  }

  static create(options: { client: Knex }): DatabaseDeliveryStore {
    return new DatabaseDeliveryStore(options);
  }

  async insert(deliveries: NewDelivery[]): Promise<WebhookReceipt[]> {
    const values = deliveries.map(
      () => '(?::text, ?::text, ?::text, ?::timestamptz, ?::jsonb, ?::text)',
    );
    const { rows } = await this.#client.raw<{ rows: KeyRow[] }>(
      `INSERT INTO deliveries (sender, delivery_key, event, occurred_at, headers, body)
       VALUES ${values.join(', ')}
       ON CONFLICT (sender, delivery_key) DO NOTHING
       RETURNING id, sender, delivery_key`,
      deliveries.flatMap(delivery => [
        delivery.sender,
        delivery.deliveryKey,
        delivery.event,
        // The driver's name for nothing.
        delivery.occurredAt ?? (null as unknown as string),
        JSON.stringify(delivery.headers),
        delivery.body,
      ]),
    );
    const fresh = new Map(rows.map(row => [keyOf(row), row.id]));
    const known = await this.#idsOf(
      deliveries.filter(delivery => !fresh.has(newKeyOf(delivery))),
    );
    return deliveries.map(delivery => {
      const key = newKeyOf(delivery);
      const id = fresh.get(key);
      if (id !== undefined) {
        // The second of two in one batch finds the first.
        fresh.delete(key);
        known.set(key, id);
        return { id, duplicate: false };
      }
      return { id: known.get(key) ?? '0', duplicate: true };
    });
  }

  /** One delivery. Fails with a `NotFoundError`. */
  async get(id: string): Promise<WebhookDelivery> {
    const { rows } = await this.#client.raw<{ rows: DeliveryRow[] }>(
      `SELECT ${deliveryColumns} FROM deliveries d WHERE d.id = ?`,
      [id],
    );
    if (rows.length === 0) {
      throw new NotFoundError(
        `There is no delivery ${id}; retention may have removed it, or it never was`,
      );
    }
    return toDelivery(rows[0]);
  }

  async #idsOf(deliveries: NewDelivery[]): Promise<Map<string, string>> {
    if (deliveries.length === 0) {
      return new Map();
    }
    const pairs = deliveries.map(() => '(?::text, ?::text)').join(', ');
    const { rows } = await this.#client.raw<{ rows: KeyRow[] }>(
      `SELECT id, sender, delivery_key FROM deliveries
       WHERE (sender, delivery_key) IN (VALUES ${pairs})`,
      deliveries.flatMap(({ sender, deliveryKey }) => [sender, deliveryKey]),
    );
    return new Map(rows.map(row => [keyOf(row), row.id]));
  }
}

export function toDelivery(row: DeliveryRow): WebhookDelivery {
  return {
    id: row.id,
    sender: row.sender,
    event: row.event,
    deliveryKey: row.delivery_key,
    occurredAt: row.occurred_at?.toISOString(),
    receivedAt: row.received_at.toISOString(),
    headers: row.headers,
    body: row.body,
  };
}

function keyOf(row: KeyRow): string {
  return `${row.sender} ${row.delivery_key}`;
}

function newKeyOf(delivery: NewDelivery): string {
  return `${delivery.sender} ${delivery.deliveryKey}`;
}
