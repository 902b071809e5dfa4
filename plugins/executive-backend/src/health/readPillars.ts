import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  defaultPillars,
  type HealthPillar,
} from '@portal/plugin-executive-common';
import type { MetricDefinition } from '@portal/plugin-metrics-common';
import { z } from 'zod';

const number = z.number().min(-1e12).max(1e12);

/** Pillars as they come over HTTP. */
export const pillarsSchema = z
  .array(
    z.object({
      id: z
        .string()
        .regex(
          /^[a-z][a-zA-Z0-9-]{0,39}$/,
          'expected letters, digits and dashes, a small letter first',
        ),
      title: z.string().trim().min(1).max(80),
      weight: z.number().min(0).max(1000),
      checks: z
        .array(
          z.object({
            metricId: z.string().min(1).max(80),
            window: z.union([z.literal(28), z.literal(90), z.literal(365)]),
            of: z.enum(['value', 'change']),
            target: number,
            floor: number,
          }),
        )
        .max(20),
    }),
  )
  .min(1)
  .max(12);

/** What the configuration expects of services, or else what is expected by default. */
export function readConfiguredPillars(root: Config): HealthPillar[] {
  const pillars = root.getOptionalConfigArray('executive.formula.pillars');
  return (
    pillars?.map(pillar => ({
      id: pillar.getString('id'),
      title: pillar.getString('title'),
      weight: pillar.getNumber('weight'),
      checks: pillar.getConfigArray('checks').map(check => ({
        metricId: check.getString('metric'),
        window: (check.getOptionalNumber('window') ??
          28) as HealthPillar['checks'][number]['window'],
        of: (check.getOptionalString('of') ??
          'value') as HealthPillar['checks'][number]['of'],
        target: check.getNumber('target'),
        floor: check.getNumber('floor'),
      })),
    })) ?? defaultPillars
  );
}

/**
 * Fails with an InputError where ids stand twice, nothing counts, a metric is not known, or a floor is better than its target.
 *
 * @param known - the metrics of the store; undefined: they are not looked up
 */
export function checkPillars(
  pillars: readonly HealthPillar[],
  known?: ReadonlyMap<string, Pick<MetricDefinition, 'betterWhen'>>,
): void {
  const ids = pillars.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) {
    throw new InputError(
      `pillars: ${twice} stands twice; give each its own id`,
    );
  }
  if (pillars.every(({ weight }) => weight === 0)) {
    throw new InputError(
      'pillars: no weight is above 0; let at least one pillar count',
    );
  }
  for (const { id, checks } of pillars) {
    for (const { metricId, target, floor } of checks) {
      const definition = known?.get(metricId);
      if (known && !definition) {
        throw new InputError(
          `pillars: ${id} checks the metric ${metricId}, which nobody publishes; choose one of the metric store`,
        );
      }
      const sign = definition?.betterWhen === 'higher' ? 1 : -1;
      if (definition && sign * target < sign * floor) {
        throw new InputError(
          `pillars: ${id} checks ${metricId} with the floor ${floor}, which is better than the target ${target}; ${
            sign > 0 ? 'higher' : 'lower'
          } is better`,
        );
      }
    }
  }
}
