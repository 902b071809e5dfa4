import type { Knex } from 'knex';
import type { RejectedParts } from './ReportStore';

/** Long enough to be seen; a sender whose every delivery has a bad part must not fill the database. */
const kept = '30 days';

/** Notes the parts of a delivery that were not taken, instead of what was noted of it before. */
export async function storeRejections(
  transaction: Knex.Transaction,
  options: RejectedParts & { receivedAt: Date },
): Promise<void> {
  const { delivery, sender, event, parts, receivedAt } = options;
  await transaction.raw('DELETE FROM rejections WHERE delivery = ?::bigint', [
    delivery,
  ]);
  if (parts.length > 0) {
    await transaction.raw(
      `DELETE FROM rejections WHERE received_at < now() - interval '${kept}'`,
    );
    await transaction.raw(
      `INSERT INTO rejections (delivery, part, sender, event, reason, received_at)
       SELECT ?::bigint, x.part, ?, ?, x.reason, ?::timestamptz FROM unnest(?::integer[], ?::text[]) AS x (part, reason)`,
      [
        delivery,
        sender,
        event,
        receivedAt,
        parts.map(({ index }) => index),
        parts.map(({ reason }) => reason),
      ],
    );
  }
}
