/** How {@link retry} tries again. */
export interface RetryOptions {
  /** How often it is tried at most, the first time included. Default: 3. */
  attempts?: number;
  /** How long it waits before the second time; each further wait is twice as long. Default: 100. */
  delayMillis?: number;
  /** Whether it is worth another try. Default: always. */
  isTransient?: (error: unknown) => boolean;
}

/**
 * Does something that may fail for a moment, and tries again until it succeeds.
 *
 * @throws what the last try threw, or the first error that is not transient.
 */
export async function retry<T>(work: () => Promise<T>, options: RetryOptions = {}): Promise<T> {
  const { attempts = 3, delayMillis = 100, isTransient = () => true } = options;
  if (!Number.isInteger(attempts) || attempts < 1) {
    throw new RangeError(`attempts must be a whole number from 1, not ${attempts}`);
  }
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === attempts || !isTransient(error)) {
        throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, delayMillis * 2 ** (attempt - 1)));
    }
  }
}
