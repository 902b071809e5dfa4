import type { Interval, Place } from './Place';
import { workingHours } from './workingHours';

/** A stretch of time in which several places are at work. */
export interface Overlap extends Interval {
  /** Names of the places, in the order of the board. */
  places: string[];
}

/** When at least two of the places are at work, within a range: sorted, and split where one comes or goes. */
export function overlaps(places: readonly Place[], range: Interval): Overlap[] {
  const hours = places.map(place => workingHours(place, range));
  const edges = [
    ...new Set(hours.flat().flatMap(({ from, to }) => [from, to])),
  ].sort((one, other) => one - other);
  return edges.slice(1).flatMap((to, index) => {
    const from = edges[index];
    const atWork = places.filter((_, place) =>
      hours[place].some(shift => shift.from <= from && to <= shift.to),
    );
    return atWork.length < 2
      ? []
      : [{ from, to, places: atWork.map(({ name }) => name) }];
  });
}
