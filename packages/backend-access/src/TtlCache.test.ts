import { TtlCache } from './TtlCache';

describe('TtlCache', () => {
  it('keeps answers for a time, and the newest where there are too many', async () => {
    let now = 0;
    const asked: string[] = [];
    const cache = TtlCache.create<string>({
      lifetime: 10,
      maxEntries: 2,
      now: () => now,
    });
    const get = (key: string) =>
      cache.get(key, async () => {
        asked.push(key);
        return key;
      });
    expect([await get('a'), await get('b'), await get('a')]).toEqual([
      'a',
      'b',
      'a',
    ]);
    expect(asked.join('')).toBe('ab');
    await get('c');
    await get('b');
    await get('c');
    expect(asked.join('')).toBe('abc');
    await get('a');
    expect(asked.join('')).toBe('abca');
    now = 10;
    await get('a');
    expect(asked.join('')).toBe('abcaa');
  });

  it('keeps no failure', async () => {
    const cache = TtlCache.create<number>({ lifetime: 1000 });
    await expect(
      cache.get('a', async () => {
        throw new Error('not now');
      }),
    ).rejects.toThrow('not now');
    expect(await cache.get('a', async () => 1)).toBe(1);
  });
});
