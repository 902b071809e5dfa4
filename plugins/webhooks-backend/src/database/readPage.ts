import type {
  WebhookDelivery,
  WebhookSenderId,
} from '@portal/plugin-webhooks-common';
import type { Knex } from 'knex';
import {
  deliveryColumns,
  toDelivery,
  type DeliveryRow,
} from './DatabaseDeliveryStore';

/** How many ids one page looks at, so that a rare sender costs no long scan. */
const window = 20_000;
const maxCharacters = 4 * 1024 * 1024;

/** What a consumer reads next. */
export type Page = {
  items: WebhookDelivery[];
  upTo: string;
  nextTryIn?: number;
};

/**
 * The failed deliveries that are due, then those behind the cursor.
 */
export async function readPage(
  client: Knex,
  request: {
    consumer: string;
    senders: WebhookSenderId[];
    cursor: string;
    limit: number;
  },
): Promise<Page> {
  const { consumer, senders, cursor, limit } = request;
  const due = await client.raw<{ rows: DeliveryRow[] }>(
    `SELECT ${deliveryColumns} FROM failures f JOIN deliveries d ON d.id = f.delivery_id
     WHERE f.consumer = :consumer AND f.next_try_at <= clock_timestamp() ORDER BY d.id LIMIT :limit`,
    { consumer, limit },
  );
  const room = limit - due.rows.length;
  // One statement, so that the head and the rows are of one snapshot: what is below the head and not among the rows is
  // no delivery of these senders, and never will be.
  const next = await client.raw<{
    rows: (Partial<DeliveryRow> & {
      head: string;
      next_try_in: number | null;
    })[];
  }>(
    `WITH head AS (
       SELECT least(coalesce(max(id), 0), CAST(:cursor AS bigint) + :window) AS head FROM deliveries
     )
     SELECT head.head, page.*,
       (SELECT (extract(epoch FROM min(next_try_at) - clock_timestamp()) * 1000)::float8 FROM failures
        WHERE consumer = :consumer AND next_try_at IS NOT NULL) AS next_try_in
     FROM head LEFT JOIN LATERAL (
       SELECT ${deliveryColumns} FROM deliveries d
       WHERE d.id > CAST(:cursor AS bigint) AND d.id <= head.head AND d.sender = ANY(CAST(:senders AS text[]))
       ORDER BY d.id LIMIT :room
     ) AS page ON true ORDER BY page.id`,
    { consumer, senders, cursor, window, room },
  );
  const [{ head, next_try_in: nextTryIn }] = next.rows;
  const fresh = next.rows.filter((row): row is typeof row & DeliveryRow =>
    Boolean(row.id),
  );
  const rows = limitCharacters([...due.rows, ...fresh]);
  const isWhole = rows.length === due.rows.length + fresh.length;
  const last = rows.at(-1)?.id ?? cursor;
  return {
    items: rows.map(toDelivery),
    upTo: largest(cursor, isWhole && fresh.length < room ? head : last),
    nextTryIn: nextTryIn === null ? undefined : Math.max(0, nextTryIn),
  };
}

function largest(one: string, other: string): string {
  return BigInt(one) > BigInt(other) ? one : other;
}

// At least one, however large it is.
function limitCharacters<T extends { body: string }>(rows: T[]): T[] {
  let characters = 0;
  const end = rows.findIndex((row, index) => {
    characters += row.body.length;
    return index > 0 && characters > maxCharacters;
  });
  return end === -1 ? rows : rows.slice(0, end);
}
