import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { TemplateStatistics } from '@portal/plugin-scaffolder-portal-common';

/** What the list of templates can be ordered by. */
export const templateOrders = [
  'popularity',
  'name',
  'success',
  'duration',
] as const;

/** One of {@link templateOrders}. */
export type TemplateOrder = (typeof templateOrders)[number];

/** Of statistics, what comes first is largest. Undefined comes last. */
const weights: Record<
  TemplateOrder,
  (one: TemplateStatistics) => number | undefined
> = {
  popularity: ({ runs }) => runs,
  name: () => 0,
  success: ({ successRate: { value } }) => value,
  duration: ({ medianDuration: { value } }) =>
    value === undefined ? undefined : -value,
};

/** Templates in an order. Those that nothing is known of come last, and equals by name. */
export function orderTemplates<T extends Entity>(
  templates: readonly T[],
  statistics: readonly TemplateStatistics[],
  order: TemplateOrder,
): T[] {
  const known = new Map(statistics.map(one => [one.templateRef, one]));
  const weighed = templates.map(template => {
    const one = known.get(stringifyEntityRef(template));
    const { name, title = name } = template.metadata;
    return {
      template,
      title,
      weight: (one && weights[order](one)) ?? -Infinity,
    };
  });
  return weighed
    .sort((one, other) =>
      one.weight === other.weight
        ? one.title.localeCompare(other.title, 'en')
        : other.weight - one.weight,
    )
    .map(({ template }) => template);
}
