import { setTimeout as sleep } from 'node:timers/promises';

/** Asks again and again until an answer is as expected. */
export async function until<T>(
  ask: () => Promise<T>,
  isSo: (answer: T) => boolean,
): Promise<T> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const answer = await ask();
    if (isSo(answer)) {
      return answer;
    }
    await sleep(100);
  }
  throw new Error('It was not so within 30 seconds');
}
