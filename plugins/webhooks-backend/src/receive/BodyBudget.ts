import { ServiceUnavailableError } from '@backstage/errors';

const usualBytes = 256 * 1024 * 1024;

/**
 * Bounds the memory of bodies that are being read. Nobody is known by then: a signature is over the whole body, so that anybody
 * could open many requests and send them slowly.
 */
export class BodyBudget {
  readonly #bytes: number;
  #taken = 0;

  private constructor(bytes: number) {
    this.#bytes = bytes;
  }

  /** @param options - `bytes`: the most of all bodies together. Default: 256 MiB. */
  static create(options?: { bytes?: number }): BodyBudget {
    return new BodyBudget(options?.bytes ?? usualBytes);
  }

  /** Fails with a `ServiceUnavailableError`, which senders answer by trying again, where too much is at work. */
  async use<T>(bytes: number, work: () => Promise<T>): Promise<T> {
    if (this.#taken + bytes > this.#bytes) {
      throw new ServiceUnavailableError(
        'More is being delivered than fits at once; send it again later',
      );
    }
    this.#taken += bytes;
    try {
      return await work();
    } finally {
      this.#taken -= bytes;
    }
  }
}
