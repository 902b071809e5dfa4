import type { Place } from '../model/DashboardEntity';
import { overlap } from './overlap';

/**
 * The first place, in reading order, where a tile of a size covers none of those that stand already.
 *
 * @public
 */
export function findFreePlace(
  taken: readonly Place[],
  options: Pick<Place, 'width' | 'height'> & { columns: number },
): Place {
  const { width, height, columns } = options;
  for (let row = 1; ; row += 1) {
    for (let column = 1; column + width <= columns + 1; column += 1) {
      const place = { column, row, width, height };
      if (!taken.some(other => overlap(place, other))) {
        return place;
      }
    }
  }
}
