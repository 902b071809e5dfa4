import { parseEntityRef } from '@backstage/catalog-model';

const fewest = 0.3;

/**
 * Finds components whose names are like what a tool calls something, by the groups of three letters that they share.
 *
 * @returns Answers the references that are alike, the best one first.
 */
export function findAlike(
  entityRefs: readonly string[],
  options: { limit: number },
): (name: string) => string[] {
  const names = entityRefs.map(ref => trigrams(parseEntityRef(ref).name));
  const holders = new Map<string, number[]>();
  names.forEach((parts, index) => {
    for (const part of parts) {
      const known = holders.get(part);
      if (known) {
        known.push(index);
      } else {
        holders.set(part, [index]);
      }
    }
  });
  return name => {
    const wanted = trigrams(name);
    const shared = new Map<number, number>();
    for (const part of wanted) {
      for (const index of holders.get(part) ?? []) {
        shared.set(index, (shared.get(index) ?? 0) + 1);
      }
    }
    return [...shared]
      .map(([index, count]) => ({
        ref: entityRefs[index],
        score: count / (wanted.size + names[index].size - count),
      }))
      .filter(({ score }) => score >= fewest)
      .sort((a, b) => b.score - a.score || (a.ref < b.ref ? -1 : 1))
      .slice(0, options.limit)
      .map(({ ref }) => ref);
  };
}

function trigrams(text: string): Set<string> {
  // Of paths such as `org/shop` the last part is what a component may be called.
  const last = text.replace(/\/+$/, '').split('/').at(-1) ?? '';
  const padded = `  ${last.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  const parts = new Set<string>();
  for (let at = 0; at + 3 <= padded.length; at += 1) {
    parts.add(padded.slice(at, at + 3));
  }
  return parts;
}
