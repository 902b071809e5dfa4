import type { WebhookSenderId } from '@portal/plugin-webhooks-common';
import type { IncomingHttpHeaders } from 'node:http';
import type { JsonPayload } from './parseJson';

/** What the inbox has to know of a delivery. */
export type DeliveryDescription = {
  /** What the sender knows the delivery by; a retry of it has the same. Absent: the hash of the body. */
  deliveryId?: string;
  /** The sender's name of the event; empty where it has none. */
  event: string;
  occurredAt?: string;
  /** The JSON to keep, where it is not the body as it came. */
  body?: string;
};

/** A kind of system that sends webhooks. Everything that the inbox knows of it is in its file. */
export interface Sender {
  readonly id: WebhookSenderId;
  readonly title: string;
  /** The headers that carry meaning, in lower case. They are kept, so none may be a secret. */
  readonly keptHeaders: readonly string[];

  /**
   * Fails with an `AuthenticationError` unless the request is proved to come from somebody who knows one of the
   * secrets. Nothing of the body was read as anything but bytes before.
   */
  verify(
    headers: IncomingHttpHeaders,
    rawBody: Buffer,
    secrets: readonly string[],
  ): void;

  /** The JSON of a request. Fails with an `InputError` that says where it is malformed. Default: the body is it. */
  parse?(headers: IncomingHttpHeaders, rawBody: Buffer): JsonPayload;

  /** What was delivered; several at once where the sender batches. Fails with an `InputError`, if at all. */
  describe(
    headers: IncomingHttpHeaders,
    payload: JsonPayload,
  ): DeliveryDescription[];

  /** Whether the inbox has heard of the event. Others are kept, and counted apart. */
  knows(event: string): boolean;
}
