import { InputError } from '@backstage/errors';
import { checkRecord, type DeliveryRecord } from '@portal/plugin-dora-common';
import type { RecordEncoder } from './RecordEncoder';

const recordsPerBatch = 500;

/** The rows of the staging table that the records of a source become. */
export async function* encodeRecords(options: {
  records: AsyncIterable<unknown>;
  encoder: RecordEncoder;
  now: () => number;
}): AsyncGenerator<Buffer> {
  const { records, encoder, now } = options;
  let number = 0;
  for await (const value of records) {
    number += 1;
    const parsed = checkRecord({ value, now: now() });
    refuseLostCommit(value, parsed.reason);
    encoder.add({ line: number, entity: 0 }, parsed);
    if (number % recordsPerBatch === 0) {
      yield encoder.take();
    }
  }
  yield encoder.take();
}

/** A source brings a whole history: without one of its commits the figures would be wrong, and nobody would know. */
function refuseLostCommit(value: unknown, reason?: string): void {
  const record: Partial<DeliveryRecord> = Object(value);
  if (reason !== undefined && record.type === 'commit') {
    throw new InputError(
      `commit ${record.sha}: ${reason}; the history would be cut there, so that nothing of it was stored`,
    );
  }
}
