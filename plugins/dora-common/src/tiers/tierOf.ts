import {
  defaultTierEdition,
  tierEditions,
  tierMetricIds,
  type PerformanceTier,
  type TierCutOff,
  type TierEditionYear,
  type TierMetricId,
} from './tierEditions';

/**
 * The tier of a value in an edition of DORA's reports; `undefined` where there is no value, or it is negative.
 *
 * @param options - `value` is in deployment days a week (`perWeek` of {@link deploymentDays}), hours, or a ratio.
 * @public
 */
export function tierOf(options: {
  metric: TierMetricId;
  value: number | undefined;
  edition?: TierEditionYear;
}): PerformanceTier | undefined {
  const { metric, value, edition = defaultTierEdition } = options;
  if (value === undefined || !(value >= 0)) {
    return undefined;
  }
  return tierEditions[edition].cutOffs[metric].find(cutOff =>
    meets(value, cutOff),
  )?.tier;
}

/**
 * The tiers of a service, one for each metric that has tiers.
 *
 * @public
 */
export function tiersOf(
  values: Readonly<Partial<Record<TierMetricId, number | undefined>>>,
  edition?: TierEditionYear,
): Record<TierMetricId, PerformanceTier | undefined> {
  const tiers = tierMetricIds.map(metric => [
    metric,
    tierOf({ metric, value: values[metric], edition }),
  ]);
  return Object.fromEntries(tiers);
}

function meets(value: number, cutOff: TierCutOff): boolean {
  const { atLeast, atMost, below } = cutOff;
  return (
    (atLeast === undefined || value >= atLeast) &&
    (atMost === undefined || value <= atMost) &&
    (below === undefined || value < below)
  );
}
