import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { parseJson } from '../senders/parseJson';
import type { DeliveryDescription, Sender } from '../senders/Sender';
import type { NewDelivery } from './NewDelivery';

const longestKey = 200;
const longestEvent = 200;
const longestHeader = 500;
// Senders' clocks are not believed beyond what a date can hold everywhere.
const earliest = Date.UTC(2000, 0, 1);
const latest = Date.UTC(2100, 0, 1);

/**
 * What a verified request delivers. Whatever comes in, what comes out can be written; else it is an `InputError`.
 */
export function readDeliveries(
  sender: Sender,
  headers: IncomingHttpHeaders,
  rawBody: Buffer,
): NewDelivery[] {
  const payload = sender.parse?.(headers, rawBody) ?? parseJson(rawBody);
  const kept = keepHeaders(sender, headers);
  return sender.describe(headers, payload).map(description => {
    const body = description.body ?? payload.text;
    return {
      sender: sender.id,
      deliveryKey: keyOf(description, body),
      event: clean(description.event).slice(0, longestEvent),
      occurredAt: instantOf(description.occurredAt),
      headers: kept,
      body,
    };
  });
}

function keepHeaders(
  sender: Sender,
  headers: IncomingHttpHeaders,
): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const name of ['content-type', 'user-agent', ...sender.keptHeaders]) {
    const value = headers[name];
    if (typeof value === 'string') {
      kept[name] = clean(value).slice(0, longestHeader);
    }
  }
  return kept;
}

function keyOf(description: DeliveryDescription, body: string): string {
  const { deliveryId } = description;
  if (!deliveryId) {
    return hash(body);
  }
  const key = clean(deliveryId);
  // A key that had to be changed could meet another.
  return key === deliveryId && key.length <= longestKey
    ? key
    : hash(deliveryId);
}

function hash(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

// Without what PostgreSQL's text and jsonb can't hold.
function clean(text: string): string {
  return text
    .replace(/\p{Control}/gu, ' ')
    .replace(/\p{Surrogate}/gu, '\ufffd');
}

function instantOf(text: string | undefined): string | undefined {
  const time = text === undefined ? NaN : Date.parse(text);
  return time >= earliest && time < latest
    ? new Date(time).toISOString()
    : undefined;
}
