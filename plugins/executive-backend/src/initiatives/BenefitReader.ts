import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  BenefitProgress,
  NodeContext,
  PlannedBenefit,
} from '@portal/plugin-executive-common';
import type { MetricRollup, MetricValue } from '@portal/plugin-metrics-common';
import type { MetricStoreService } from '@portal/plugin-metrics-node';
import type { ExecutiveAccess } from '../access/ExecutiveAccess';
import type { SnapshotReader } from '../snapshots/SnapshotReader';

/** What {@link BenefitReader} reads. */
export type BenefitReaderOptions = {
  access: ExecutiveAccess;
  metricStore: Pick<MetricStoreService, 'definitions' | 'rollup'>;
  snapshots: SnapshotReader;
};

/** Measures what initiatives were to bring. */
export class BenefitReader {
  readonly #options: BenefitReaderOptions;

  private constructor(options: BenefitReaderOptions) {
    this.#options = options;
  }

  static create(options: BenefitReaderOptions): BenefitReader {
    return new BenefitReader(options);
  }

  /** @param expected - where a straight line would be, 0 to 1 */
  async read(
    credentials: BackstageCredentials,
    benefit: PlannedBenefit,
    context: NodeContext,
    expected: number,
  ): Promise<BenefitProgress> {
    if (benefit.kind === 'money') {
      const { achieved, perYear } = benefit;
      return {
        expected,
        ...(achieved?.currency === perYear.currency &&
          Number(perYear.amount) > 0 && {
            progress: Number(achieved.amount) / Number(perYear.amount),
          }),
      };
    }
    const found = await this.#now(credentials, benefit, context);
    const now = found?.value;
    const way = benefit.target - benefit.baseline;
    return {
      expected,
      ...(found && { measured: found.title }),
      ...(now && { now }),
      ...(now?.value !== undefined &&
        way !== 0 && { progress: (now.value - benefit.baseline) / way }),
    };
  }

  /** Undefined where the caller may not read it, or nobody publishes it; without a value where it is not measured. */
  async #now(
    credentials: BackstageCredentials,
    { metricId, scope }: PlannedBenefit & { kind: 'metric' },
    { day, hierarchy }: NodeContext,
  ): Promise<{ title: string; value?: MetricValue } | undefined> {
    const { access, metricStore, snapshots } = this.#options;
    const definition = (await metricStore.definitions()).find(
      ({ id }) => id === metricId,
    );
    if (!definition) {
      return undefined;
    }
    const [[readable], nodes] = await Promise.all([
      access.readableMetrics(credentials, [definition]),
      access.readable(credentials, [scope]),
    ]);
    if (!readable || !nodes.has(scope)) {
      return undefined;
    }
    if (scope.startsWith('component:')) {
      const { scopes } = await metricStore.rollup({
        metricIds: [metricId],
        scopes: [scope],
        day,
      });
      const service = scope.slice(scope.indexOf('/') + 1);
      return {
        title: `${definition.title} of ${service}`,
        value: valueOf(scopes[0]?.metrics[0]),
      };
    }
    const [node] = await snapshots.nodes(day, hierarchy, [scope], {
      metricIds: [metricId],
    });
    return (
      node && {
        title: `${definition.title} of ${node.node.title}`,
        value: valueOf(node.figures[metricId]),
      }
    );
  }
}

/** Of services with a distribution the one in the middle. */
function valueOf(rollup: MetricRollup | undefined): MetricValue | undefined {
  if (!rollup) {
    return undefined;
  }
  return rollup.aggregation === 'distribution' && rollup.distribution
    ? {
        ...rollup.value,
        state: 'ok',
        value: rollup.distribution.quantiles.p50,
      }
    : rollup.value;
}
