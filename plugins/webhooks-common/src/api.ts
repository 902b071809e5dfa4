/**
 * Who may send webhooks to the inbox, by the last part of the address that they send to.
 *
 * @public
 */
export const webhookSenderIds = [
  'alertmanager',
  'argocd',
  'azure-devops',
  'cdevents',
  'generic',
  'github',
  'gitlab',
  'pagerduty',
] as const;

/** @public */
export type WebhookSenderId = (typeof webhookSenderIds)[number];

/**
 * A delivery as a consumer gets it.
 *
 * @public
 */
export type WebhookDelivery = {
  /** Grows in the order in which deliveries became visible; a decimal integer. */
  id: string;
  sender: WebhookSenderId;
  /** The sender's own name of the event, such as `deployment_status`. Empty where it has none. */
  event: string;
  /** What the sender knows this delivery by, or the SHA-256 of the body. Unique within the sender. */
  deliveryKey: string;
  /** When the sender says it happened; an ISO 8601 instant. */
  occurredAt?: string;
  /** When the inbox wrote it; an ISO 8601 instant. */
  receivedAt: string;
  /** The headers that carry meaning, in lower case. Never a secret. */
  headers: Record<string, string>;
  /** The JSON text that was sent. A CloudEvent in binary mode is brought into its structured form. */
  body: string;
};

/**
 * What became of requests of a sender.
 *
 * - `accepted`: written, of an event that the inbox knows.
 * - `unknown-event`: written all the same, of an event that the inbox does not know.
 * - `duplicate`: was there before; nothing changed.
 * - `unauthorized`: a wrong or missing signature or token; answered with 401.
 * - `malformed`: answered with 400.
 * - `too-large`: answered with 413.
 *
 * @public
 */
export type WebhookOutcome =
  | 'accepted'
  | 'unknown-event'
  | 'duplicate'
  | 'unauthorized'
  | 'malformed'
  | 'too-large';

/**
 * The answer to a delivery.
 *
 * @public
 */
export type WebhookReceipt = {
  id: string;
  /** True for a delivery that was there before. */
  duplicate: boolean;
};

/**
 * A sender, and how often what came of its requests.
 *
 * @public
 */
export type WebhookSenderStatus = {
  id: WebhookSenderId;
  title: string;
  /** False where the configuration names no secret: it is answered with 404. */
  configured: boolean;
  lastReceivedAt?: string;
  counts: {
    /** Empty where the request was refused before its event was known. */
    event: string;
    outcome: WebhookOutcome;
    count: number;
    lastAt: string;
  }[];
};

/**
 * Answer of `GET /v1/senders`.
 *
 * @public
 */
export type WebhookSenders = { items: WebhookSenderStatus[] };

/**
 * How a consumer keeps up.
 *
 * @public
 */
export type WebhookConsumerStatus = {
  name: string;
  /** The senders whose deliveries it reads. */
  senders: WebhookSenderId[];
  /** Every delivery up to this id was handed over at least once. */
  cursor: string;
  /** Deliveries that wait to be read; 10,000 stands for that many and more. */
  lag: number;
  /** When the oldest of those was received. */
  oldestWaitingAt?: string;
  /** Deliveries that failed and are tried again. */
  retrying: number;
  deadLetters: number;
  /** When an instance last asked for deliveries. */
  lastSeenAt: string;
  /** True while an instance holds the lease. */
  active: boolean;
};

/**
 * Answer of `GET /v1/consumers`.
 *
 * @public
 */
export type WebhookConsumers = { items: WebhookConsumerStatus[] };

/**
 * A delivery that a consumer failed on as often as it may.
 *
 * @public
 */
export type WebhookDeadLetter = {
  id: string;
  consumer: string;
  deliveryId: string;
  sender: WebhookSenderId;
  event: string;
  deliveryKey: string;
  receivedAt: string;
  /** How often it was tried. */
  attempts: number;
  /** What the last try failed with. */
  error: string;
  failedAt: string;
};

/**
 * Answer of `GET /v1/dead-letters`, newest first.
 *
 * @public
 */
export type WebhookDeadLetterPage = {
  items: WebhookDeadLetter[];
  nextCursor?: string;
};

/**
 * Body of `POST /v1/consumers/{name}/claim`: an instance asks for what its consumer has not read.
 *
 * @public
 */
export type WebhookClaimRequest = {
  /** Tells this instance from others of the same consumer. */
  instance: string;
  senders: WebhookSenderId[];
  /** The most deliveries of the answer. */
  limit: number;
  /** Milliseconds to wait for a delivery where there is none. */
  wait: number;
};

/**
 * Answer of `POST /v1/consumers/{name}/claim`.
 *
 * @public
 */
export type WebhookClaim = {
  /** False while another instance reads for this consumer; there are no items then. */
  held: boolean;
  /** Changes when the consumer is rewound. */
  generation: number;
  /** Milliseconds after which another instance may take over, unless this one reports. */
  leaseDuration: number;
  /** Ascending by id; those that are tried again come first. */
  items: WebhookDelivery[];
  /** How far the consumer has read once the items are dealt with. */
  upTo: string;
};

/**
 * Body of `POST /v1/consumers/{name}/results`: what became of deliveries. An empty list renews the lease.
 *
 * @public
 */
export type WebhookResults = {
  instance: string;
  generation: number;
  results: {
    id: string;
    /** What it failed with; absent for a success. */
    error?: string;
  }[];
  /** That of the claim, once each of its items has a result. */
  upTo?: string;
};
