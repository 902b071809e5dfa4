import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until something is so. */
export async function until(
  isSo: () => boolean | Promise<boolean>,
  limit: number = 20_000,
): Promise<void> {
  const end = Date.now() + limit;
  while (!(await isSo())) {
    if (Date.now() > end) {
      throw new Error(`It was not so within ${limit} ms: ${isSo}`);
    }
    await sleep(10);
  }
}
