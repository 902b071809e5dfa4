import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  HealthFormula,
  HealthPillar,
  ServiceStanding,
} from '@portal/plugin-executive-common';
import type { RegisteredMetric } from '@portal/plugin-metrics-common';
import type { MetricStoreService } from '@portal/plugin-metrics-node';
import type { ExecutiveAccess } from '../access/ExecutiveAccess';

/** The parts of answers that a reader may see. */
export type VisibleParts = {
  /** Metrics by id. */
  metrics: Map<string, RegisteredMetric>;
  /** Pillars all of whose checks are visible: the worst of them would show what may not be seen. */
  pillars: HealthPillar[];
  /** A service without what may not be seen. */
  service(standing: ServiceStanding): ServiceStanding;
};

/** Says which metrics and pillars a reader may see. */
export async function visibleParts(
  options: {
    access: ExecutiveAccess;
    metricStore: Pick<MetricStoreService, 'definitions'>;
  },
  credentials: BackstageCredentials,
  formula: HealthFormula,
): Promise<VisibleParts> {
  const definitions = await options.metricStore.definitions();
  const readable = await options.access.readableMetrics(
    credentials,
    definitions,
  );
  const metrics = new Map(readable.map(each => [each.id, each]));
  const hidden = new Set(
    definitions.map(({ id }) => id).filter(id => !metrics.has(id)),
  );
  const pillars = formula.pillars.filter(({ checks }) =>
    checks.every(({ metricId }) => !hidden.has(metricId)),
  );
  const shown = new Set(pillars.map(({ id }) => id));
  return {
    metrics,
    pillars,
    service: standing => ({
      ...standing,
      pillars: standing.pillars.filter(({ pillarId }) => shown.has(pillarId)),
    }),
  };
}
