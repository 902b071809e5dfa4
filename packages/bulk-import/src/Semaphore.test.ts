import { setTimeout } from 'node:timers/promises';
import { Semaphore } from './Semaphore';

describe('Semaphore', () => {
  it('turns away who waits too long, and loses no place by it', async () => {
    const semaphore = Semaphore.create({ places: 1 });
    let release = () => undefined as void;
    const holding = semaphore.run(
      () => new Promise<void>(resolve => (release = resolve)),
    );
    const impatient = semaphore.run(async () => 'ran', {
      waitLimit: 50,
      busy: () => new Error('busy'),
    });
    const patient = semaphore.run(async () => 'ran', {
      waitLimit: 60_000,
      busy: () => new Error('busy'),
    });
    expect(semaphore.isBusy).toBe(true);
    await expect(impatient).rejects.toThrow('busy');
    release();
    await holding;
    await expect(patient).resolves.toBe('ran');
    expect(semaphore.isBusy).toBe(false);
    await expect(
      semaphore.run(async () => 'again', {
        waitLimit: 0,
        busy: () => new Error('busy'),
      }),
    ).resolves.toBe('again');
  });

  it('never runs more than it has places for, in the order of arrival', async () => {
    const semaphore = Semaphore.create({ places: 2 });
    const started: number[] = [];
    let running = 0;
    let most = 0;
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        semaphore.run(async () => {
          started.push(index);
          running += 1;
          most = Math.max(most, running);
          await setTimeout(index % 3);
          running -= 1;
        }),
      ),
    );
    expect(most).toBe(2);
    expect(started).toEqual([...started].sort((a, b) => a - b));
  });
});
