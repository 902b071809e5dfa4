import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { TtlCache } from '@portal/backend-access';
import type {
  NodeContext,
  NodeQuery,
  Productivity,
  ProductivityNorm,
  ProductivityRow,
} from '@portal/plugin-executive-common';
import type { MetricStoreService } from '@portal/plugin-metrics-node';
import { everything } from '@portal/plugin-org-history-common';
import type { ExecutiveAccess } from '../access/ExecutiveAccess';
import type { ContextReader } from '../portfolio/PortfolioContext';
import type { NodeSnapshot, SnapshotReader } from '../snapshots/SnapshotReader';
import { normsOf } from './normsOf';

const throughput = ['deploymentFrequency', 'changeLeadTime'];
const stability = [
  'changeFailRate',
  'failedDeploymentRecoveryTime',
  'deploymentReworkRate',
];
const flow = ['workInProgress', 'waitingShare'];
const deepest = 20;
const mostServices = 200;
/** How long norms and values of services are kept, in milliseconds: those of a snapshot hardly change. */
const lifetime = 600_000;
const scopesPerRequest = 50;
const caution =
  'These figures describe how work flows through teams and services. They are for finding what is in the way: a team that is measured against another one learns to look good, and nothing here is about a person.';

/** What {@link ProductivityReader} reads. */
export type ProductivityReaderOptions = {
  access: ExecutiveAccess;
  context: ContextReader;
  metricStore: Pick<MetricStoreService, 'definitions' | 'rollup'>;
  snapshots: SnapshotReader;
};

/** Throughput and stability side by side, of teams and of services. */
export class ProductivityReader {
  readonly #options: ProductivityReaderOptions;
  readonly #knownNorms = TtlCache.create<ProductivityNorm[]>({
    lifetime,
  });
  readonly #knownServices = TtlCache.create<
    Map<string, ProductivityRow['figures']>
  >({ lifetime });

  private constructor(options: ProductivityReaderOptions) {
    this.#options = options;
  }

  static create(options: ProductivityReaderOptions): ProductivityReader {
    return new ProductivityReader(options);
  }

  async read(
    credentials: BackstageCredentials,
    query: NodeQuery,
  ): Promise<Productivity> {
    const { access, metricStore, snapshots } = this.#options;
    const context = await this.#options.context(credentials, query);
    const { compareDay, day, hierarchy, node } = context;
    const published = await access.readableMetrics(
      credentials,
      await metricStore.definitions(),
    );
    const ids = new Set(published.map(({ id }) => id));
    const shown = (wanted: string[]) => wanted.filter(id => ids.has(id));
    const metricIds = shown([...throughput, ...stability, ...flow]);
    const below = await snapshots.below(day, hierarchy, node.ref, 1, {
      metricIds,
    });
    const readable = await access.readable(
      credentials,
      below.map(each => each.node.ref),
    );
    const nodes = below.filter(
      each => each.depth === 0 || readable.has(each.node.ref),
    );
    const before = compareDay
      ? await snapshots.nodes(
          compareDay,
          hierarchy,
          nodes.map(each => each.node.ref),
          { metricIds },
        )
      : [];
    const [services, norms] = await Promise.all([
      this.#services(context, metricIds),
      this.#norms(context, metricIds),
    ]);
    return {
      context,
      throughput: shown(throughput),
      stability: shown(stability),
      flow: shown(flow),
      teams: nodes.map(each =>
        rowOf(
          each,
          before.find(then => then.node.ref === each.node.ref),
          metricIds,
        ),
      ),
      services,
      norms,
      caution,
    };
  }

  /** The same for all readers of a snapshot: quartiles of all teams show none of them. */
  async #norms(
    { day, hierarchy, takenAt }: NodeContext,
    metricIds: readonly string[],
  ): Promise<ProductivityNorm[]> {
    const key = [day, hierarchy, takenAt, ...metricIds].join(' ');
    return this.#knownNorms.get(key, async () => {
      const all = await this.#options.snapshots.below(
        day,
        hierarchy,
        everything,
        deepest,
        { metricIds },
      );
      return normsOf(
        all.filter(({ node }) => node.kind !== 'everything'),
        metricIds.map(id => ({ id })),
      );
    });
  }

  async #services(
    { compareDay, day, node, takenAt }: NodeContext,
    metricIds: readonly string[],
  ): Promise<ProductivityRow[]> {
    const services = (
      await this.#options.snapshots.services(day, node.ref)
    ).slice(0, mostServices);
    if (metricIds.length === 0) {
      return [];
    }
    const refs = services.map(({ entityRef }) => entityRef);
    const rollup = (on: string) =>
      this.#knownServices.get(
        [on, takenAt, node.ref, ...metricIds].join(' '),
        () => this.#rollup(refs, metricIds, on),
      );
    const [now, then] = await Promise.all([
      rollup(day),
      compareDay ? rollup(compareDay) : new Map(),
    ]);
    return services.map(({ entityRef, ownerRef, title }) => ({
      node: {
        ref: entityRef,
        kind: 'component',
        title,
        ...(ownerRef && { parentRef: ownerRef }),
      },
      services: 1,
      figures: now.get(entityRef) ?? {},
      previous: then.get(entityRef) ?? {},
    }));
  }

  async #rollup(
    refs: readonly string[],
    metricIds: readonly string[],
    day: string,
  ): Promise<Map<string, ProductivityRow['figures']>> {
    const found = new Map<string, ProductivityRow['figures']>();
    for (let start = 0; start < refs.length; start += scopesPerRequest) {
      const { scopes } = await this.#options.metricStore.rollup({
        scopes: refs.slice(start, start + scopesPerRequest),
        metricIds: [...metricIds],
        day,
      });
      for (const { scope, metrics } of scopes) {
        found.set(
          scope,
          Object.fromEntries(
            metrics
              .filter(({ coverage }) => coverage.have > 0)
              .map(rollup => [rollup.metricId, rollup]),
          ),
        );
      }
    }
    return found;
  }
}

function rowOf(
  now: NodeSnapshot,
  then: NodeSnapshot | undefined,
  metricIds: readonly string[],
): ProductivityRow {
  const only = (figures: NodeSnapshot['figures'] | undefined) =>
    Object.fromEntries(
      metricIds.flatMap(id => (figures?.[id] ? [[id, figures[id]]] : [])),
    );
  return {
    node: now.node,
    services: now.health.services,
    figures: only(now.figures),
    previous: only(then?.figures),
  };
}
