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
/** The bytes after which no further delivery joins a page. */
const maxBytes = 4 * 1024 * 1024;

/** What a consumer reads next. */
export type Page = {
  items: WebhookDelivery[];
  upTo: string;
  /** True where deliveries were written behind `upTo` already. */
  isBehind: boolean;
  /** Milliseconds. */
  nextTryIn?: number;
};

type FreshRow = Partial<DeliveryRow> & {
  head: string;
  newest: string;
  bytes: string | null;
  next_try_in: number | null;
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
    `${upToBytes(
      `SELECT d.* FROM failures f JOIN deliveries d ON d.id = f.delivery_id
       WHERE f.consumer = :consumer AND f.next_try_at <= clock_timestamp() ORDER BY d.id LIMIT :dueLimit`,
    )} ORDER BY d.id`,
    // Half of a page at most, so that many failures don't hold up what is new.
    { consumer, maxBytes, dueLimit: Math.ceil(limit / 2) },
  );
  const room = limit - due.rows.length;
  // One statement, so that the head and the rows are of one snapshot: what is below the head and not among the rows is
  // no delivery of these senders, and never will be.
  const next = await client.raw<{ rows: FreshRow[] }>(
    `WITH head AS (
       SELECT coalesce(max(id), 0) AS newest, least(coalesce(max(id), 0), CAST(:cursor AS bigint) + :window) AS head
       FROM deliveries
     )
     SELECT head.newest, head.head, page.*,
       (SELECT (extract(epoch FROM min(next_try_at) - clock_timestamp()) * 1000)::float8 FROM failures
        WHERE consumer = :consumer AND next_try_at IS NOT NULL) AS next_try_in
     FROM head LEFT JOIN LATERAL (${upToBytes(
       `SELECT d.* FROM deliveries d
        WHERE d.id > CAST(:cursor AS bigint) AND d.id <= head.head AND d.sender = ANY(CAST(:senders AS text[]))
        ORDER BY d.id LIMIT :room`,
     )}) AS page ON true ORDER BY page.id`,
    { consumer, senders, cursor, maxBytes, window, room },
  );
  const [{ head, newest, next_try_in: nextTryIn }] = next.rows;
  const fresh = next.rows.filter((row): row is typeof row & DeliveryRow =>
    Boolean(row.id),
  );
  const last = fresh.at(-1);
  const isWhole = fresh.length < room && Number(last?.bytes ?? 0) < maxBytes;
  const upTo = largest(cursor, isWhole ? head : last?.id ?? cursor);
  return {
    items: [...due.rows, ...fresh].map(toDelivery),
    upTo,
    isBehind: BigInt(upTo) < BigInt(newest),
    nextTryIn: nextTryIn === null ? undefined : Math.max(0, nextTryIn),
  };
}

/**
 * Those of the deliveries that begin within the bytes of a page: at least one, however large it is. The sizes are known
 * without reading the bodies, so that neither side ever holds more than a page.
 */
function upToBytes(deliveries: string): string {
  return `SELECT ${deliveryColumns}, d.bytes FROM (
      SELECT d.*, sum(octet_length(d.body)) OVER (ORDER BY d.id) AS bytes FROM (${deliveries}) AS d
    ) AS d WHERE d.bytes - octet_length(d.body) < :maxBytes`;
}

function largest(one: string, other: string): string {
  return BigInt(one) > BigInt(other) ? one : other;
}
