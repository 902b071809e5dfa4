import { valueOfParts, type MetricValue } from '@portal/plugin-metrics-common';
import {
  provisioningTimeDefinition,
  templateSuccessRateDefinition,
} from '@portal/plugin-scaffolder-portal-common';
import type { TemplateFigures } from '../database/RunStore';

/** The success rate, as pages and the metric store show it. */
export function successValue(
  figures: Pick<TemplateFigures, 'completed' | 'failed'> | undefined,
): MetricValue {
  const { completed = 0, failed = 0 } = figures ?? {};
  return valueOfParts({
    definition: templateSuccessRateDefinition,
    parts: {
      numerator: String(completed),
      denominator: String(completed + failed),
    },
    days: 1,
  });
}

/** The median time, as pages and the metric store show it. */
export function medianValue(
  figures: Pick<TemplateFigures, 'completed' | 'medianHours'> | undefined,
): MetricValue {
  const { unit } = provisioningTimeDefinition;
  return figures?.medianHours === undefined
    ? { state: 'insufficient-data', unit, sampleSize: 0, have: 0, need: 1 }
    : {
        state: 'ok',
        value: figures.medianHours,
        unit,
        sampleSize: figures.completed,
      };
}
