import {
  tierEditions,
  tierEditionYears,
  tierMetricIds,
  type DeliveryFields,
  type DoraMetricId,
} from '@portal/plugin-dora-common';
import type { Tier } from '@portal/plugin-metrics-react';
import { describeTier } from '../../words';

/** The tier that the search keeps of a metric, in words; nothing where it has none. */
export function tierOfFields(
  fields: DeliveryFields,
  id: DoraMetricId,
): Tier | undefined {
  const metric = tierMetricIds.find(each => each === id);
  const year = tierEditionYears.find(each => String(each) === fields.edition);
  const cutOff =
    metric &&
    year &&
    tierEditions[year].cutOffs[metric].find(
      ({ tier }) => tier === fields[`tier_${metric}`],
    );
  return cutOff && describeTier(cutOff, year, id);
}
