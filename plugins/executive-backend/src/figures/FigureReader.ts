import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { NodeContext } from '@portal/plugin-executive-common';
import type {
  MetricRollup,
  MetricValue,
  RegisteredMetric,
} from '@portal/plugin-metrics-common';
import type { MetricStoreService } from '@portal/plugin-metrics-node';
import type { ExecutiveAccess } from '../access/ExecutiveAccess';
import type { SnapshotReader } from '../snapshots/SnapshotReader';

/** A metric of a part of the organisation, or of a component. */
export type AskedFigure = { metricId: string; scope: string };

/** What was found of it. */
export type ScopeFigure = {
  metric: Pick<RegisteredMetric, 'title' | 'unit' | 'betterWhen'>;
  scopeTitle: string;
  /** Over 28 days, of services with a distribution the one in the middle; absent where the part is not measured. */
  value?: MetricValue;
};

/** What {@link FigureReader} reads. */
export type FigureReaderOptions = {
  access: Pick<ExecutiveAccess, 'readable' | 'readableMetrics'>;
  metricStore: Pick<MetricStoreService, 'definitions' | 'rollup'>;
  snapshots: Pick<SnapshotReader, 'nodes'>;
};

/** Reads single figures of the snapshot of a page, and of components from the metric store. */
export class FigureReader {
  readonly #options: FigureReaderOptions;

  private constructor(options: FigureReaderOptions) {
    this.#options = options;
  }

  static create(options: FigureReaderOptions): FigureReader {
    return new FigureReader(options);
  }

  /** @returns in the order asked; undefined where the caller may not read it, nobody publishes it, or there is no such part */
  async read(
    credentials: BackstageCredentials,
    asked: readonly AskedFigure[],
    { day, hierarchy }: NodeContext,
  ): Promise<Array<ScopeFigure | undefined>> {
    const metricIds = new Set(asked.map(({ metricId }) => metricId));
    const metrics = await this.#readable(credentials, metricIds);
    const scopes = await this.#options.access.readable(credentials, [
      ...new Set(asked.map(({ scope }) => scope)),
    ]);
    const wanted = asked.filter(
      ({ metricId, scope }) => metrics.has(metricId) && scopes.has(scope),
    );
    const [nodes, components] = await Promise.all([
      this.#ofNodes(wanted, day, hierarchy),
      this.#ofComponents(wanted, day),
    ]);
    return asked.map(({ metricId, scope }) => {
      const metric = metrics.get(metricId);
      const found = (isComponent(scope) ? components : nodes).get(scope);
      if (!metric || !found) {
        return undefined;
      }
      const value = valueOf(found.figures[metricId]);
      return { metric, scopeTitle: found.title, ...(value && { value }) };
    });
  }

  async #readable(
    credentials: BackstageCredentials,
    metricIds: ReadonlySet<string>,
  ): Promise<Map<string, RegisteredMetric>> {
    const { access, metricStore } = this.#options;
    const definitions = (await metricStore.definitions()).filter(({ id }) =>
      metricIds.has(id),
    );
    const readable = await access.readableMetrics(credentials, definitions);
    return new Map(readable.map(metric => [metric.id, metric]));
  }

  async #ofNodes(
    wanted: readonly AskedFigure[],
    day: string,
    hierarchy: NodeContext['hierarchy'],
  ): Promise<Map<string, Found>> {
    const own = wanted.filter(({ scope }) => !isComponent(scope));
    const nodes = await this.#options.snapshots.nodes(
      day,
      hierarchy,
      [...new Set(own.map(({ scope }) => scope))],
      { metricIds: [...new Set(own.map(({ metricId }) => metricId))] },
    );
    return new Map(
      nodes.map(({ figures, node }) => [
        node.ref,
        { title: node.title, figures },
      ]),
    );
  }

  async #ofComponents(
    wanted: readonly AskedFigure[],
    day: string,
  ): Promise<Map<string, Found>> {
    const own = wanted.filter(({ scope }) => isComponent(scope));
    if (own.length === 0) {
      return new Map();
    }
    const { scopes } = await this.#options.metricStore.rollup({
      metricIds: [...new Set(own.map(({ metricId }) => metricId))],
      scopes: [...new Set(own.map(({ scope }) => scope))],
      day,
    });
    return new Map(
      scopes.map(({ metrics, scope }) => [
        scope,
        {
          title: scope.slice(scope.indexOf('/') + 1),
          figures: Object.fromEntries(
            metrics.map(rollup => [rollup.metricId, rollup]),
          ),
        },
      ]),
    );
  }
}

type Found = { title: string; figures: Record<string, MetricRollup> };

function isComponent(scope: string): boolean {
  return scope.startsWith('component:');
}

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
