/**
 * DevLake's length of a span: minutes, a begun one counts whole; `undefined` where an end is unknown or where it is
 * negative after rounding.
 *
 * @param start - Epoch milliseconds, as is `end`.
 * @public
 */
export function spanInMinutes(
  start: number | undefined,
  end: number | undefined,
): number | undefined {
  if (start === undefined || end === undefined) {
    return undefined;
  }
  // Adding 0 makes 0 out of -0.
  const minutes = Math.ceil((end - start) / 60_000) + 0;
  return minutes < 0 ? undefined : minutes;
}
