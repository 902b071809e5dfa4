const fieldPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?$/;

/** An instant, in milliseconds since the epoch, as a `datetime-local` field holds it, in UTC and in whole minutes. */
export function toUtcField(at: number): string {
  const text = new Date(at).toISOString().slice(0, 16);
  // Years of more than four digits have a sign and do not fit.
  return fieldPattern.test(text) ? text : '';
}

/** The instant that a `datetime-local` field means where it is read as UTC; NaN while it is empty or half filled in. */
export function fromUtcField(text: string): number {
  return fieldPattern.test(text) ? Date.parse(`${text}Z`) : Number.NaN;
}
