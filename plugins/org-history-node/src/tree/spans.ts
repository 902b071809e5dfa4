/**
 * A half-open stretch of time in milliseconds since 1970. Open ends are infinite.
 *
 * @public
 */
export type Span = { from: number; to: number };

/**
 * The time that has no ends.
 *
 * @public
 */
export const always: Span = { from: -Infinity, to: Infinity };

/**
 * What two stretches have in common, undefined where that is nothing.
 *
 * @public
 */
export function commonSpan(a: Span, b: Span): Span | undefined {
  const from = Math.max(a.from, b.from);
  const to = Math.min(a.to, b.to);
  return from < to ? { from, to } : undefined;
}

/**
 * The same time as sorted stretches that neither overlap nor touch.
 *
 * @public
 */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last && span.from <= last.to) {
      last.to = Math.max(last.to, span.to);
    } else {
      merged.push({ ...span });
    }
  }
  return merged;
}
