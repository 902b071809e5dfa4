import {
  checkStanding,
  pillarStanding,
  type CheckResult,
  type HealthFormula,
  type ServiceStanding,
  type Standing,
} from '@portal/plugin-executive-common';
import type {
  MetricWindow,
  RegisteredMetric,
} from '@portal/plugin-metrics-common';
import type { MetricStoreService } from '@portal/plugin-metrics-node';
import { everything } from '@portal/plugin-org-history-common';
import { exemptOn, type ExemptionStore } from '../exemptions/ExemptionStore';

/** Where each service stands in each pillar, by its reference. */
export type JudgedServices = Map<string, ServiceStanding['pillars']>;

/** What services are judged by. */
export type JudgeServicesOptions = {
  exemptions: Pick<ExemptionStore, 'list'>;
  metricStore: Pick<MetricStoreService, 'latest'>;
};

const windows: MetricWindow[] = [28, 90, 365];

/** Judges every service of a day by a formula. */
export async function judgeServices(
  options: JudgeServicesOptions,
  formula: HealthFormula,
  definitions: readonly RegisteredMetric[],
  day: string,
): Promise<JudgedServices> {
  const values = await readValues(options, formula, definitions, day);
  const exempt = await exemptOn(options.exemptions, day);
  const definitionOf = new Map(definitions.map(each => [each.id, each]));
  return new Map(
    values.entityRefs.map((entityRef, index) => [
      entityRef,
      formula.pillars.map(pillar => {
        const checks = pillar.checks.flatMap((check): CheckResult[] => {
          const definition = definitionOf.get(check.metricId);
          const found = values.of(check.metricId, check.window);
          if (!definition || !found) {
            return [];
          }
          const value = found.values[index];
          const { standing, change } = checkStanding(
            check,
            definition.betterWhen,
            value,
            found.previous?.[index],
          );
          return [
            {
              metricId: check.metricId,
              title: definition.title,
              of: check.of,
              standing,
              value,
              ...(change !== undefined && { change }),
              target: check.target,
              floor: check.floor,
            },
          ];
        });
        return {
          pillarId: pillar.id,
          standing: exempt.get(entityRef)?.has(pillar.id)
            ? 'exempt'
            : pillarStanding(checks.map(({ standing }) => standing)),
          checks,
        };
      }),
    ]),
  );
}

/** The standings alone, for roll-ups. */
export function standingsOf(
  pillars: ServiceStanding['pillars'],
): Record<string, Standing> {
  return Object.fromEntries(
    pillars.map(({ pillarId, standing }) => [pillarId, standing]),
  );
}

async function readValues(
  { metricStore }: Pick<JudgeServicesOptions, 'metricStore'>,
  formula: HealthFormula,
  definitions: readonly RegisteredMetric[],
  day: string,
) {
  const known = new Set(definitions.map(({ id }) => id));
  const checks = formula.pillars
    .flatMap(pillar => pillar.checks)
    .filter(({ metricId }) => known.has(metricId));
  const answers = await Promise.all(
    windows.map(async window => {
      const asked = checks.filter(check => check.window === window);
      const metricIds = [...new Set(asked.map(({ metricId }) => metricId))];
      return metricIds.length === 0
        ? undefined
        : metricStore.latest({
            scope: everything,
            metricIds,
            day,
            window,
            previous: asked.some(check => check.of === 'change'),
          });
    }),
  );
  const entityRefs = answers.find(Boolean)?.entityRefs ?? [];
  return {
    entityRefs,
    of: (metricId: string, window: MetricWindow) =>
      answers[windows.indexOf(window)]?.metrics.find(
        each => each.metricId === metricId,
      ),
  };
}
