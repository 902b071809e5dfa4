import { createTextTest, type TextTest } from './patterns';

/**
 * Finds the first of thousands of patterns that a text matches, by what stands before their first `*`.
 *
 * @internal
 */
export function createPatternIndex<T>(): {
  add(pattern: string, value: T): void;
  find(text: string): T | undefined;
} {
  const byStart = new Map<
    string,
    Array<{ position: number; value: T; test: TextTest }>
  >();
  const lengths = new Set<number>();
  let count = 0;
  return {
    add(pattern, value) {
      const start = pattern.slice(0, pattern.indexOf('*'));
      const entries = byStart.get(start) ?? [];
      entries.push({ position: count, value, test: createTextTest(pattern) });
      byStart.set(start, entries);
      lengths.add(start.length);
      count += 1;
    },
    find(text) {
      let best: { position: number; value: T } | undefined;
      for (const length of lengths) {
        const found =
          length <= text.length
            ? byStart.get(text.slice(0, length))?.find(({ test }) => test(text))
            : undefined;
        if (found && (!best || found.position < best.position)) {
          best = found;
        }
      }
      return best?.value;
    },
  };
}
