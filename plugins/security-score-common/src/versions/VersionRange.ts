import { compareVersions } from './compareVersions';

type Operator = '<' | '<=' | '>' | '>=' | '=';

/**
 * Ranges that are joined by `||`; in each all comparisons hold.
 *
 * @public
 */
export type VersionRange = Array<
  Array<{ operator: Operator; version: string }>
>;

const longestRange = 1000;

/**
 * Reads `<4.17.21`, `>=2.0.0 <2.15.0`, `>= 1.0, < 1.2 || = 2.0`. Undefined where it is no range; what is wrong is for the caller to say.
 *
 * @public
 */
export function readVersionRange(text: string): VersionRange | undefined {
  if (text.length > longestRange) {
    return undefined;
  }
  const range: VersionRange = [];
  for (const part of text.split('||')) {
    const words = part
      .replaceAll(',', ' ')
      .replace(/([<>=]+)\s+/g, '$1')
      .split(/\s+/)
      .filter(Boolean);
    const comparisons = words.map(word =>
      /^(<=|>=|<|>|==?)?([^<>=].*)$/.exec(word),
    );
    // Without a digit it is a word, not a version: no version would be in the range, and nobody in danger.
    if (
      words.length === 0 ||
      comparisons.some(match => !/\d/.test(match?.[2] ?? ''))
    ) {
      return undefined;
    }
    range.push(
      comparisons.map(match => ({
        operator: ((match?.[1] ?? '=').replace('==', '=') || '=') as Operator,
        version: match?.[2] ?? '',
      })),
    );
  }
  return range;
}

/**
 * Whether a version is in a range by the rules of its ecosystem. A version that can't be compared is in none.
 *
 * @public
 */
export function isInRange(
  type: string,
  version: string,
  range: VersionRange,
): boolean {
  return range.some(comparisons =>
    comparisons.every(comparison => {
      const order = compareVersions(type, version, comparison.version);
      if (order === undefined) {
        return false;
      }
      switch (comparison.operator) {
        case '<':
          return order < 0;
        case '<=':
          return order <= 0;
        case '>':
          return order > 0;
        case '>=':
          return order >= 0;
        default:
          return order === 0;
      }
    }),
  );
}
