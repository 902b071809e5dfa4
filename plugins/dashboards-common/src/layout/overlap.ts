import type { Place } from '../model/DashboardEntity';

/**
 * Whether two tiles would cover each other.
 *
 * @public
 */
export function overlap(one: Place, other: Place): boolean {
  return (
    one.column < other.column + other.width &&
    other.column < one.column + one.width &&
    one.row < other.row + other.height &&
    other.row < one.row + one.height
  );
}
