import type {
  WebhookClaim,
  WebhookClaimRequest,
} from '@portal/plugin-webhooks-common';
import type { ConsumerStore } from '../database/ConsumerStore';
import type { Waker } from './Waker';

/** How often a waiting claim looks by itself, should no notice reach this instance. */
const pollInterval = 2000;

export type ClaimServiceOptions = {
  store: ConsumerStore;
  waker: Waker;
  leaseDuration: number;
};

/** Hands deliveries out, and waits for them where there are none. */
export class ClaimService {
  readonly #options: ClaimServiceOptions;

  private constructor(options: ClaimServiceOptions) {
    this.#options = options;
  }

  static create(options: ClaimServiceOptions): ClaimService {
    return new ClaimService(options);
  }

  /** The signal says that nobody waits for the answer any more. */
  async claim(
    consumer: string,
    request: WebhookClaimRequest,
    signal: AbortSignal,
  ): Promise<WebhookClaim> {
    const { store, waker, leaseDuration } = this.#options;
    const end = Date.now() + request.wait;
    let isRenewal = false;
    for (;;) {
      const notice = waker.listen();
      try {
        const claim = await store.claim({ ...request, consumer, isRenewal });
        isRenewal = true;
        const { isBehind, nextTryIn, ...answer } = claim;
        const rest = end - Date.now();
        const isOver = rest <= 0 || signal.aborted || waker.closed;
        if (!claim.held || claim.items.length > 0 || isOver) {
          return { ...answer, leaseDuration };
        }
        if (isBehind) {
          continue;
        }
        await notice.wait(
          Math.min(
            rest,
            pollInterval,
            // The lease is renewed by each look.
            leaseDuration / 3,
            Math.max(nextTryIn ?? Infinity, 10),
          ),
        );
        // Not another look: an instance that ends has given its lease back, and must not get it again.
        if (signal.aborted || waker.closed) {
          return { ...answer, leaseDuration };
        }
      } finally {
        notice.end();
      }
    }
  }
}
