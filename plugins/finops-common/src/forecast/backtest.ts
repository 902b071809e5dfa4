/**
 * Days that are hidden from a method, to see how it does: it knows those before `origin`, and expects `horizon` more.
 *
 * @public
 */
export type BacktestOrigin = { origin: number; horizon: number };

/** The fewest days that a method may learn from. */
const leastTraining = 14;
const mostOrigins = 4;
const mostHorizon = 28;
const step = 14;

/**
 * Where a method begins anew: at most four origins, two weeks apart, of at most four weeks each.
 *
 * @param length - Days that are known.
 * @public
 */
export function backtestOrigins(length: number): BacktestOrigin[] {
  const horizon = Math.min(mostHorizon, length - leastTraining);
  const origins: BacktestOrigin[] = [];
  for (
    let origin = length - horizon;
    horizon > 0 && origin >= leastTraining && origins.length < mostOrigins;
    origin -= step
  ) {
    origins.push({ origin, horizon });
  }
  return origins;
}

/**
 * What hidden days tell about a method.
 *
 * @public
 */
export type BacktestResult = {
  /** Sum of the absolute errors / sum of the absolute actual values; undefined where all actual values are 0. */
  wape: number | undefined;
  days: number;
  origins: number;
  horizon: number;
  /** How far a whole stretch lay off, a day: root of the mean square. */
  levelDeviation: number;
  /** How far single days lay off within their stretch: root of the mean square. */
  dayDeviation: number;
};

/**
 * Compares what was expected with what came.
 *
 * @param stretches - One an origin, its days in order.
 * @public
 */
export function measureBacktest(
  stretches: ReadonlyArray<{
    actual: readonly number[];
    expected: readonly number[];
  }>,
): BacktestResult {
  let absoluteError = 0;
  let absoluteActual = 0;
  let days = 0;
  let levelSquares = 0;
  let daySquares = 0;
  for (const { actual, expected } of stretches) {
    const errors = actual.map((value, index) => value - expected[index]);
    const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
    for (const [index, error] of errors.entries()) {
      absoluteError += Math.abs(error);
      absoluteActual += Math.abs(actual[index]);
      daySquares += (error - mean) ** 2;
    }
    levelSquares += mean ** 2;
    days += errors.length;
  }
  const origins = stretches.length;
  return {
    wape: absoluteActual > 0 ? absoluteError / absoluteActual : undefined,
    days,
    origins,
    horizon: origins > 0 ? days / origins : 0,
    levelDeviation: origins > 0 ? Math.sqrt(levelSquares / origins) : 0,
    // Each stretch spends one degree of freedom on its mean.
    dayDeviation: days > origins ? Math.sqrt(daySquares / (days - origins)) : 0,
  };
}

/** Of Student's t with as many degrees of freedom as there are origins: 80 % lie within. */
const quantiles = [3.078, 1.886, 1.638, 1.533];

/**
 * Half the width of the interval in which the sum of some days falls in four cases of five. The errors of a whole stretch do not
 * cancel out, and grow with the distance; those of single days do.
 *
 * @param options - `days` are summed; the last of them lies `ahead` days after the last known one.
 * @public
 */
export function halfWidth(
  result: BacktestResult,
  options: { days: number; ahead: number },
): number {
  const { days, ahead } = options;
  const { horizon, origins, levelDeviation, dayDeviation } = result;
  if (origins === 0) {
    return 0;
  }
  const growth = Math.max(1, ahead / horizon);
  const variance =
    levelDeviation ** 2 * days ** 2 * growth + dayDeviation ** 2 * days;
  return (
    quantiles[Math.min(origins, quantiles.length) - 1] * Math.sqrt(variance)
  );
}
