/**
 * The first of the places `0` to `length - 1` at which something holds that holds at all later ones too; `length` where it
 * holds at none.
 */
export function firstPlace(
  length: number,
  holdsAt: (place: number) => boolean,
): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holdsAt(middle)) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}
