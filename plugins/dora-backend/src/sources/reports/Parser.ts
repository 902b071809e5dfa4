import type { Report } from '@portal/plugin-dora-common';

/**
 * What a parser needs of a delivery.
 *
 * @internal
 */
export type ReportDelivery = {
  sender: string;
  /** The sender's own name of the event. */
  event: string;
  /** The JSON that was sent: parsed, or as text. */
  body: unknown;
  /** An ISO 8601 instant. The future is told against it. */
  receivedAt: string;
  /** Names in lower case. */
  headers?: Record<string, string>;
};

/**
 * A part of a delivery that should be a fact and is not, with the path of what is wrong in the reason.
 *
 * @internal
 */
export type RejectedPart = { index: number; reason: string };

/**
 * What a delivery tells.
 *
 * @internal
 */
export type ParsedDelivery = {
  facts: Report[];
  /** Why there are no facts, where the delivery is none of those that tell any. */
  ignored?: string;
  /** Parts of a delivery of several that are malformed, while others are not. */
  rejected?: RejectedPart[];
};

/**
 * Reads the deliveries of one sender. Pure.
 *
 * @throws InputError naming the path in the JSON, and nothing else.
 * @internal
 */
export type ReportParser = (delivery: ReportDelivery) => ParsedDelivery;
