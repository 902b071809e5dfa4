/** How many letters may differ for a name to be what somebody meant. */
const farthest = 5;

/** The name that is most like the one that was written, if any is. */
export function nearestName(
  written: string,
  names: readonly string[],
): string | undefined {
  const [best] = names
    .map(name => ({
      name,
      distance: distanceOf(written.toLowerCase(), name.toLowerCase()),
    }))
    .sort((one, other) => one.distance - other.distance);
  return best && best.distance <= farthest ? best.name : undefined;
}

/** Levenshtein's distance, by his own recurrence, one row at a time. */
function distanceOf(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      next[j] = Math.min(
        next[j - 1] + 1,
        row[j] + 1,
        row[j - 1] + Number(one[i - 1] !== other[j - 1]),
      );
    }
    row = next;
  }
  return row[other.length];
}
