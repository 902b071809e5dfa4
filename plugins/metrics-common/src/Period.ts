/**
 * A half-open stretch of time `[from, to)`, as ISO 8601 instants in UTC.
 *
 * @public
 */
export type Period = { from: string; to: string };
