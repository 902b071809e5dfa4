import { isThreadBusy } from './isThreadBusy';

describe('isThreadBusy', () => {
  it('is false where nothing is to be done', async () => {
    const looks = [];
    for (let index = 0; index < 5; index += 1) {
      looks.push(await isThreadBusy());
    }
    // One of them may meet the garbage collector.
    expect(looks.filter(Boolean).length).toBeLessThan(3);
  });

  it('is true where others keep the thread', async () => {
    const end = performance.now() + 300;
    const work = () => {
      const until = performance.now() + 5;
      while (performance.now() < until);
      if (performance.now() < end) {
        setImmediate(work);
      }
    };
    work();
    expect(await isThreadBusy()).toBe(true);
  });
});
