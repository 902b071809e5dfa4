import type { ApprovalStore } from './ApprovalStore';
import type { ApprovalTeller } from './ApprovalTeller';

const mostAtOnce = 100;

/** What {@link ApprovalExpiry} works with. */
export type ApprovalExpiryOptions = {
  store: ApprovalStore;
  teller: ApprovalTeller;
};

/** Tells who asked, once, that nobody decided in time. Those that could not be told are told the next time. */
export class ApprovalExpiry {
  readonly #options: ApprovalExpiryOptions;

  private constructor(options: ApprovalExpiryOptions) {
    this.#options = options;
  }

  static create(options: ApprovalExpiryOptions): ApprovalExpiry {
    return new ApprovalExpiry(options);
  }

  async tell(signal: AbortSignal): Promise<void> {
    const { store, teller } = this.#options;
    for (const approval of await store.listExpired(mostAtOnce)) {
      if (signal.aborted) {
        return;
      }
      if (await teller.expired(approval)) {
        await store.saveExpiryTold(approval.id);
      }
    }
  }
}
