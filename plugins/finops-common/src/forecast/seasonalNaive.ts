const season = 7;

/**
 * Expects of each day the median of the last four same weekdays: robust against a single odd week, and defined for every series.
 *
 * @param options - `values` is a value a day, oldest first; `horizon` is how many days are expected.
 * @public
 */
export function seasonalNaive(options: {
  values: readonly number[];
  horizon: number;
}): number[] {
  const { values, horizon } = options;
  const week = Array.from({ length: season }, (_, phase) => {
    const same: number[] = [];
    for (
      let index = values.length - season + phase;
      index >= 0 && same.length < 4;
      index -= season
    ) {
      same.push(values[index]);
    }
    return medianOf(same.length > 0 ? same : values);
  });
  return Array.from({ length: horizon }, (_, index) => week[index % season]);
}

/**
 * The middle of values, or the mean of the two in the middle; 0 of none.
 *
 * @public
 */
export function medianOf(values: readonly number[]): number {
  if (values.length === 0) {
    return 0;
  }
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? sorted[middle]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}
