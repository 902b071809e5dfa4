import { InputError } from '@backstage/errors';
import { parseInstant } from '@portal/plugin-dora-common';
import type { ReportDelivery } from './Parser';
import { PayloadReader } from './PayloadReader';

/**
 * The payload of a delivery.
 *
 * @throws InputError where it is no JSON or the delivery does not say when it was received.
 * @internal
 */
export function openDelivery(delivery: ReportDelivery): PayloadReader {
  const now = parseInstant(delivery.receivedAt);
  if (now === undefined) {
    throw new InputError(
      `receivedAt is '${delivery.receivedAt}', which is no ISO 8601 instant`,
    );
  }
  return PayloadReader.create({ value: bodyOf(delivery.body), now });
}

function bodyOf(body: unknown): unknown {
  if (typeof body !== 'string') {
    return body;
  }
  try {
    return JSON.parse(body);
  } catch {
    throw new InputError('The payload: found a text that is not JSON');
  }
}
