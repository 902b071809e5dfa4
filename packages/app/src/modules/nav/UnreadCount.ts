import type { NotificationsApi } from '@backstage/plugin-notifications';
import type { SignalApi } from '@backstage/plugin-signals-react';

type Counting = {
  notifications: Pick<NotificationsApi, 'getStatus'>;
  signals?: Pick<SignalApi, 'subscribe'>;
};

/**
 * The number of unread notifications, for as long as somebody shows it. The navigation is drawn anew while the app starts, and
 * stands in two places on some screens: they share one count.
 */
export class UnreadCount {
  readonly #options: Counting;
  readonly #listeners = new Set<() => void>();
  #subscription?: { unsubscribe: () => void };
  #count?: number;
  #latest = 0;

  private constructor(options: Counting) {
    this.#options = options;
  }

  static create(options: Counting): UnreadCount {
    return new UnreadCount(options);
  }

  /** Unknown until it was counted, and while it can't be. */
  readonly get = (): number | undefined => this.#count;

  /** Says when it changes, until the answer is called. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    if (!this.#subscription) {
      this.#subscription = this.#options.signals?.subscribe(
        'notifications',
        this.#load,
      ) ?? { unsubscribe: () => {} };
      this.#load();
    }
    return () => {
      this.#listeners.delete(listener);
      // Who is drawn anew comes back at once.
      setTimeout(() => this.#rest());
    };
  };

  #rest(): void {
    if (this.#listeners.size === 0) {
      this.#subscription?.unsubscribe();
      this.#subscription = undefined;
    }
  }

  readonly #load = async (): Promise<void> => {
    this.#latest += 1;
    const asked = this.#latest;
    const count = await this.#options.notifications.getStatus().then(
      ({ unread }) => unread,
      // The badge is an extra: the notifications page itself says what is wrong.
      () => undefined,
    );
    if (asked === this.#latest) {
      this.#count = count;
      this.#listeners.forEach(listener => listener());
    }
  };
}
