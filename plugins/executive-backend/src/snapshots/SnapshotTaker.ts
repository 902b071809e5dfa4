import {
  nodeHealthOf,
  type HealthFormula,
} from '@portal/plugin-executive-common';
import { BackgroundPace } from '@portal/background-work';
import type { RegisteredMetric } from '@portal/plugin-metrics-common';
import type { MetricStoreService } from '@portal/plugin-metrics-node';
import { everything } from '@portal/plugin-org-history-common';
import type { ExemptionStore } from '../exemptions/ExemptionStore';
import type { FormulaStore } from '../health/FormulaStore';
import type { NodeCatalog } from '../nodes/NodeCatalog';
import { endOfDay } from './days';
import {
  judgeServices,
  standingsOf,
  type JudgedServices,
} from './judgeServices';
import {
  readOrgShape,
  type OrgShape,
  type ReadOrgShapeOptions,
} from './OrgShape';
import type {
  NodeRow,
  PlacedService,
  ServiceRow,
  SnapshotStore,
} from './SnapshotStore';

/** The store answers so many nodes and metrics at once. */
const scopesPerRequest = 50;
const metricsPerRequest = 50;
const figureWindow = 28;
/** Waits for nobody: people wait for the running day. */
const atOnce = BackgroundPace.create({ share: 1 });

/** What {@link SnapshotTaker} reads and writes. */
export type SnapshotTakerOptions = ReadOrgShapeOptions & {
  exemptions: Pick<ExemptionStore, 'list'>;
  formulas: FormulaStore;
  metricStore: Pick<MetricStoreService, 'definitions' | 'latest' | 'rollup'>;
  nodes: NodeCatalog;
  store: SnapshotStore;
};

/** Takes down what is known of every node and service at the end of a day. */
export class SnapshotTaker {
  readonly #options: SnapshotTakerOptions;

  private constructor(options: SnapshotTakerOptions) {
    this.#options = options;
  }

  static create(options: SnapshotTakerOptions): SnapshotTaker {
    return new SnapshotTaker(options);
  }

  /** The whole of a day, in one transaction: whoever is stopped in the middle leaves what was there. A final day is left alone. */
  async take(
    day: string,
    options: {
      signal?: AbortSignal;
      now?: Date;
      /** Nothing is written while there are no services: the catalog is being read for the first time. */
      unlessEmpty?: boolean;
      /** Makes way for others after each step: nobody waits for a day that is over. */
      pace?: BackgroundPace;
    } = {},
  ): Promise<void> {
    const { metricStore, nodes, store } = this.#options;
    const { signal, now = new Date(), unlessEmpty, pace = atOnce } = options;
    if (await store.isFinal(day)) {
      return;
    }
    const formula = await this.#formulaOf(day);
    const definitions = await metricStore.definitions({ signal });
    const at = endOfDay(day, now);
    const known = await nodes.list(at);
    const isPast = day < now.toISOString().slice(0, 10);
    const shape = await readOrgShape(this.#options, known, at, { isPast });
    const judged = await pace.step(
      async () => judgeServices(this.#options, formula, definitions, day),
      { signal },
    );
    if (unlessEmpty && judged.size === 0) {
      return;
    }
    const services = serviceRowsOf(shape, judged, known);
    const figures = await this.#figuresOf(
      shape.nodes.map(({ ref }) => ref),
      definitions,
      day,
      { signal, pace },
    );
    const rows = nodeRowsOf(shape, services, formula, figures);
    await pace.step(
      async () =>
        store.write({
          day,
          now,
          formulaVersion: formula.version,
          nodes: rows,
          services,
        }),
      { signal },
    );
    if (day === now.toISOString().slice(0, 10)) {
      await store.writeReaders(readersOf(shape, services));
    }
  }

  /**
   * Rolls the nodes of the running day up again whose services are others than the snapshot has: after an owner or a parent changed.
   *
   * @param options - `upTo`: the change of the organisation that has to be in it
   * @returns the nodes that were rolled up again
   */
  async reroll(
    options: { signal?: AbortSignal; now?: Date; upTo?: number } = {},
  ): Promise<string[]> {
    const { metricStore, nodes, store } = this.#options;
    const { signal, now = new Date(), upTo } = options;
    const day = now.toISOString().slice(0, 10);
    const before = await store.services(day);
    if (before.length === 0) {
      return [];
    }
    const known = await nodes.list();
    const shape = await readOrgShape(this.#options, known, now, { upTo });
    const after = before.map(row => ({
      ...row,
      scopes: shape.scopesOf.get(row.ref) ?? [],
      owner_ref: shape.ownerOf(row.ref) ?? null,
      system_ref: shape.systemOf(row.ref) ?? null,
    }));
    const touched = new Set<string>();
    const moved = after.filter((row, index) => {
      const then = before[index];
      const changed = differenceOf(row.scopes, then.scopes);
      changed.forEach(ref => touched.add(ref));
      return (
        changed.length > 0 ||
        row.owner_ref !== then.owner_ref ||
        row.system_ref !== then.system_ref
      );
    });
    const parents = await store.parents(day);
    for (const { ref } of shape.nodes) {
      const then = parents.get(ref);
      const isSame =
        then?.organisation_parent ===
          (shape.organisationParent.get(ref) ?? null) &&
        then?.domains_parent === (shape.domainsParent.get(ref) ?? null);
      if (!isSame) {
        touched.add(ref);
      }
    }
    if (touched.size === 0 && moved.length === 0) {
      return [];
    }
    const formula = await this.#formulaOf(day);
    const definitions = await metricStore.definitions({ signal });
    const refs = shape.nodes
      .map(({ ref }) => ref)
      .filter(ref => touched.has(ref));
    const figures = await this.#figuresOf(refs, definitions, day, {
      signal,
      pace: atOnce,
    });
    const rows = nodeRowsOf(shape, after, formula, figures, touched);
    await store.rewrite({ day, now, nodes: rows, services: moved });
    await store.writeReaders(readersOf(shape, after));
    return refs;
  }

  /** A day that was taken keeps the version that it was judged by. */
  async #formulaOf(day: string): Promise<HealthFormula> {
    const { formulas, store } = this.#options;
    const current = await formulas.current();
    const today = new Date().toISOString().slice(0, 10);
    const version = day < today ? await store.formulaVersion(day) : undefined;
    return (
      (version === undefined ? undefined : await formulas.get(version)) ??
      current
    );
  }

  async #figuresOf(
    refs: readonly string[],
    definitions: readonly RegisteredMetric[],
    day: string,
    { signal, pace }: { signal?: AbortSignal; pace: BackgroundPace },
  ): Promise<Map<string, NodeRow['figures']>> {
    const { metricStore } = this.#options;
    const metricIds = definitions.map(({ id }) => id);
    const figures = new Map<string, NodeRow['figures']>(
      refs.map(ref => [ref, {}]),
    );
    for (const ids of chunksOf(metricIds, metricsPerRequest)) {
      for (const scopes of chunksOf(refs, scopesPerRequest)) {
        signal?.throwIfAborted();
        const answer = await pace.step(
          async () =>
            metricStore.rollup(
              { metricIds: ids, scopes, day, window: figureWindow },
              { signal },
            ),
          { signal },
        );
        for (const { scope, metrics } of answer.scopes) {
          for (const rollup of metrics) {
            if (rollup.coverage.have > 0 || rollup.value.state === 'stale') {
              figures.set(scope, {
                ...figures.get(scope),
                [rollup.metricId]: rollup,
              });
            }
          }
        }
      }
    }
    return figures;
  }
}

function serviceRowsOf(
  shape: OrgShape,
  judged: JudgedServices,
  known: ReadonlyArray<{ ref: string; title: string }>,
): ServiceRow[] {
  const titles = new Map(known.map(({ ref, title }) => [ref, title]));
  return [...judged].map(([ref, pillars]) => ({
    ref,
    title: titles.get(ref) ?? ref.slice(ref.indexOf('/') + 1),
    owner_ref: shape.ownerOf(ref) ?? null,
    system_ref: shape.systemOf(ref) ?? null,
    scopes: shape.scopesOf.get(ref) ?? [],
    standings: standingsOf(pillars),
    pillars,
  }));
}

function nodeRowsOf(
  shape: OrgShape,
  services: readonly PlacedService[],
  formula: HealthFormula,
  figures: Map<string, NodeRow['figures']>,
  only?: ReadonlySet<string>,
): NodeRow[] {
  const servicesOf = new Map<string, PlacedService[]>([
    [everything, [...services]],
  ]);
  for (const service of services) {
    for (const scope of service.scopes) {
      const list = servicesOf.get(scope) ?? [];
      list.push(service);
      servicesOf.set(scope, list);
    }
  }
  return shape.nodes
    .filter(({ ref }) => only?.has(ref) ?? true)
    .map(node => ({
      ref: node.ref,
      kind: node.kind,
      title: node.title,
      type: node.type ?? null,
      organisation_parent: shape.organisationParent.get(node.ref) ?? null,
      domains_parent: shape.domainsParent.get(node.ref) ?? null,
      health: nodeHealthOf(
        formula.pillars,
        (servicesOf.get(node.ref) ?? []).map(({ standings }) => standings),
      ),
      figures: figures.get(node.ref) ?? {},
    }));
}

/** Who may read what: a group its own members and those of the groups above; anything else where all in it is owned below a group. */
function readersOf(
  shape: OrgShape,
  services: readonly PlacedService[],
): Array<{ ref: string; group_ref: string }> {
  const above = (ref: string): string[] => {
    const found: string[] = [];
    for (
      let group: string | undefined = ref;
      group !== undefined && group !== everything;
      group = shape.organisationParent.get(group)
    ) {
      found.push(group);
    }
    return found;
  };
  const ownersIn = new Map<string, Set<string>>();
  for (const { ref, owner_ref, scopes } of services) {
    for (const scope of [ref, ...scopes]) {
      const owners = ownersIn.get(scope) ?? new Set();
      ownersIn.set(scope, owners.add(owner_ref ?? ''));
    }
  }
  const common = (owners: Iterable<string>): string[] => {
    const [first, ...others] = [...owners].map(above);
    return (first ?? []).filter(group =>
      others.every(groups => groups.includes(group)),
    );
  };
  const groups = [...shape.organisationParent.keys()];
  const others = [...ownersIn.keys()].filter(
    ref => !shape.organisationParent.has(ref),
  );
  return [
    ...groups.flatMap(ref => above(ref).map(group_ref => ({ ref, group_ref }))),
    ...others.flatMap(ref =>
      common(ownersIn.get(ref) ?? []).map(group_ref => ({ ref, group_ref })),
    ),
  ];
}

function differenceOf(
  one: readonly string[],
  other: readonly string[],
): string[] {
  return [
    ...one.filter(each => !other.includes(each)),
    ...other.filter(each => !one.includes(each)),
  ];
}

function chunksOf<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
