/** Whole numbers as the text of an array: the driver would look at each of millions for what to escape. */
export function arrayText(numbers: readonly number[]): string {
  return `{${numbers.join(',')}}`;
}
