/** Keys that mean the same wherever they come from. */
const usualSynonyms: Record<string, string[]> = {
  application: [
    'app',
    'app-name',
    'application-name',
    'component',
    'service',
    'service-name',
    'workload',
  ],
  environment: ['env', 'environment-name', 'stage'],
  team: ['owner', 'owning-team', 'cost-centre', 'cost-center'],
};

/**
 * A tag key without what people write differently: case, spaces around, and whether words are parted by spaces, underscores or dashes.
 * Prefixes that clouds put before the keys of users go.
 *
 * @public
 */
export function normaliseTagKey(key: string): string {
  return normaliseTagValue(key).replace(/^(?:user|tag|label):/, '');
}

/**
 * A value, or a name, without the same.
 *
 * @public
 */
export function normaliseTagValue(value: string): string {
  return value
    .trim()
    .toLocaleLowerCase('en-US')
    .replace(/[\s_]+/g, '-');
}

/**
 * Gives keys one spelling each. Of several keys with the same meaning, the most usual spelling decides, whatever their order.
 *
 * @public
 */
export function createTagReader(
  synonyms: Record<string, string[]> = {},
): (tags: Readonly<Record<string, string>>) => Map<string, string> {
  const canonical = new Map<string, { key: string; rank: number }>();
  for (const table of [synonyms, usualSynonyms]) {
    for (const [key, spellings] of Object.entries(table)) {
      const name = normaliseTagKey(key);
      for (const [index, spelling] of [key, ...spellings].entries()) {
        const normal = normaliseTagKey(spelling);
        if (!canonical.has(normal)) {
          canonical.set(normal, {
            key: name,
            rank: index + (table === usualSynonyms ? 1_000 : 0),
          });
        }
      }
    }
  }
  return tags => {
    const found = new Map<
      string,
      { rank: number; spelling: string; value: string }
    >();
    for (const [spelling, text] of Object.entries(tags)) {
      const value = text.trim();
      const normal = normaliseTagKey(spelling);
      const { key, rank } = canonical.get(normal) ?? { key: normal, rank: 0 };
      const known = found.get(key);
      if (
        value &&
        (!known ||
          rank < known.rank ||
          (rank === known.rank && spelling < known.spelling))
      ) {
        found.set(key, { rank, spelling, value });
      }
    }
    return new Map([...found].map(([key, { value }]) => [key, value]));
  };
}
