import type { Knex } from 'knex';
import type { RetryPolicy } from '../config';

/** Notes that a delivery failed once more, and when it is tried again, if at all. */
export async function recordFailure(
  trx: Knex,
  retry: RetryPolicy,
  failure: { consumer: string; id: string; error: string },
): Promise<void> {
  const { initialDelay, maxDelay, maxTries } = retry;
  await trx.raw(
    `WITH tried AS (
       SELECT coalesce((SELECT attempts FROM failures WHERE consumer = :consumer AND delivery_id = :id), 0) + 1 AS attempts
     )
     INSERT INTO failures (consumer, delivery_id, attempts, error, failed_at, next_try_at)
     SELECT :consumer, d.id, tried.attempts, :error, clock_timestamp(),
       CASE WHEN tried.attempts < :maxTries THEN clock_timestamp()
         + least(CAST(:maxDelay AS float8), CAST(:initialDelay AS float8) * power(2::float8, tried.attempts - 1)) * interval '1 ms' END
     FROM tried JOIN deliveries d ON d.id = :id
     ON CONFLICT (consumer, delivery_id) DO UPDATE SET attempts = excluded.attempts, error = excluded.error,
       failed_at = excluded.failed_at, next_try_at = excluded.next_try_at`,
    {
      ...failure,
      error: clean(failure.error),
      initialDelay,
      maxDelay,
      maxTries,
    },
  );
}

function clean(error: string): string {
  return error.replaceAll('\u0000', ' ').slice(0, 2000);
}
