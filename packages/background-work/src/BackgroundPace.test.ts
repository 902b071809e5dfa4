import { setTimeout as sleep } from 'node:timers/promises';
import { BackgroundPace } from './BackgroundPace';

describe('BackgroundPace', () => {
  it('goes on at once while nobody else is at work', async () => {
    const pace = BackgroundPace.create({
      isBusy: async () => false,
      share: 1e-9,
    });
    expect(await pace.step(async () => sleep(5, 'done'))).toBe('done');
  });

  it('waits while others are at work, and goes on when they are done', async () => {
    let busy = true;
    let isDone = false;
    const pace = BackgroundPace.create({
      isBusy: async () => busy,
      share: 1e-9,
    });
    const step = pace
      .step(async () => sleep(5))
      .then(() => {
        isDone = true;
      });
    await sleep(300);
    expect(isDone).toBe(false);
    busy = false;
    await step;
    expect(isDone).toBe(true);
  });

  it('takes its share of the time where others never end', async () => {
    const pace = BackgroundPace.create({
      isBusy: async () => true,
      share: 0.2,
    });
    const begun = performance.now();
    await pace.step(async () => sleep(100));
    // A timer may fire a millisecond early.
    expect(performance.now() - begun).toBeGreaterThan(490);
  });

  it('stops waiting when it is told to, and passes on what goes wrong', async () => {
    const stopping = new AbortController();
    const pace = BackgroundPace.create({
      isBusy: async () => true,
      share: 1e-9,
    });
    const step = pace.step(async () => sleep(5), { signal: stopping.signal });
    stopping.abort();
    await step;
    await expect(
      pace.step(async () => {
        throw new Error('The store is away');
      }),
    ).rejects.toThrow('The store is away');
  });
});
