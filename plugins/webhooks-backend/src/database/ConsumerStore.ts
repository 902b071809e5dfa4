import type {
  WebhookClaim,
  WebhookConsumerStatus,
  WebhookDeadLetter,
  WebhookResults,
  WebhookSenderId,
} from '@portal/plugin-webhooks-common';

/** A claim, and when it is worth to ask again. */
export type StoredClaim = Omit<WebhookClaim, 'leaseDuration'> & {
  /** True where the page did not reach the newest delivery. */
  isBehind: boolean;
  /** Milliseconds until a failed delivery is tried again, where there is one. */
  nextTryIn?: number;
};

/** Who asks for what. */
export type StoreClaimRequest = {
  consumer: string;
  instance: string;
  senders: WebhookSenderId[];
  limit: number;
  /** True where the lease is only to be renewed: not for an instance that released it meanwhile. */
  isRenewal: boolean;
};

/** Cursors, leases and failures of consumers. */
export interface ConsumerStore {
  /** Takes or renews the lease, and reads what comes next. */
  claim(request: StoreClaimRequest): Promise<StoredClaim>;

  /** Fails with a `ConflictError` where the lease or the page is no longer the instance's. */
  report(consumer: string, results: WebhookResults): Promise<void>;

  /** Ends the lease, where the instance holds it. */
  release(consumer: string, instance: string): Promise<void>;

  list(): Promise<WebhookConsumerStatus[]>;

  /** Newest first, below an id. */
  listDeadLetters(request: {
    consumer?: string;
    before?: string;
    limit: number;
  }): Promise<WebhookDeadLetter[]>;

  /** Makes a dead letter due. Fails with a `NotFoundError`. */
  replay(id: string): Promise<WebhookDeadLetter>;

  /** Moves a cursor back to the first delivery received at or after an instant. Fails with a `NotFoundError`. */
  rewind(consumer: string, to: Date): Promise<{ cursor: string }>;

  /** Forgets a consumer, its cursor and its failures. Fails with a `NotFoundError`. */
  remove(consumer: string): Promise<void>;
}
