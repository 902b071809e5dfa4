import { setTimeout as sleep } from 'node:timers/promises';
import { isThreadBusy } from './isThreadBusy';

/** Milliseconds between two looks whether others are done. */
const lookEvery = 100;

/** How {@link BackgroundPace} makes way. */
export type BackgroundPaceOptions = {
  /** Whether others are at work; whether the thread is busy where nothing is given. */
  isBusy?: () => Promise<boolean>;
  /** The part of the time that is taken at least while others are at work, between 0 and 1; one twentieth where nothing is given. */
  share?: number;
};

/**
 * Does one step of background work after the other: at once while the portal is idle, and a small part of the time while others are at
 * work. They wait for answers; nobody waits for this.
 */
export class BackgroundPace {
  readonly #isBusy: () => Promise<boolean>;
  readonly #share: number;

  private constructor(options: Required<BackgroundPaceOptions>) {
    this.#isBusy = options.isBusy;
    this.#share = options.share;
  }

  static create(options: BackgroundPaceOptions = {}): BackgroundPace {
    return new BackgroundPace({
      isBusy: isThreadBusy,
      share: 1 / 20,
      ...options,
    });
  }

  /**
   * Does a step and then makes way.
   *
   * @param options - `signal`: ends the waiting, not the step, which has to look itself
   * @returns what the step returns, after the waiting
   */
  async step<T>(
    work: () => Promise<T>,
    options: { signal?: AbortSignal } = {},
  ): Promise<T> {
    const begun = performance.now();
    const result = await work();
    const done = performance.now();
    const end = done + (done - begun) * (1 / this.#share - 1);
    while (
      !options.signal?.aborted &&
      performance.now() < end &&
      (await this.#isBusy())
    ) {
      await sleep(lookEvery);
    }
    return result;
  }
}
