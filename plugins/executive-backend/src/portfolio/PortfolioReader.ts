import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  withPillars,
  type HealthFormula,
  type HealthPillar,
  type NodeContext,
  type NodeFigure,
  type NodeFigures,
  type NodeHealth,
  type NodeQuery,
  type Portfolio,
  type PortfolioRow,
} from '@portal/plugin-executive-common';
import type { RegisteredMetric } from '@portal/plugin-metrics-common';
import type { MetricStoreService } from '@portal/plugin-metrics-node';
import type { Knex } from 'knex';
import type { ExecutiveAccess } from '../access/ExecutiveAccess';
import type { FormulaStore } from '../health/FormulaStore';
import { addDays } from '../snapshots/days';
import { belongTo } from '../snapshots/DatabaseSnapshotReader';
import type { NodeSnapshot, SnapshotReader } from '../snapshots/SnapshotReader';
import { healthAsOf } from '../snapshots/TodaysNodes';
import type { ContextReader } from './PortfolioContext';
import { serviceFigures } from './serviceFigures';
import { trendOf } from './trendOf';
import { visibleParts } from './VisibleParts';

const usualDepth = 2;
const trendDays = 364;
/** What the metric store answers in one request. */
const mostMetrics = 100;

/** What {@link PortfolioReader} reads. */
export type PortfolioReaderOptions = {
  access: ExecutiveAccess;
  client: Knex;
  context: ContextReader;
  formulas: FormulaStore;
  metricStore: Pick<MetricStoreService, 'definitions' | 'latest' | 'rollup'>;
  snapshots: SnapshotReader;
};

/** Answers how parts of the organisation are doing, from snapshots. */
export class PortfolioReader {
  readonly #options: PortfolioReaderOptions;

  private constructor(options: PortfolioReaderOptions) {
    this.#options = options;
  }

  static create(options: PortfolioReaderOptions): PortfolioReader {
    return new PortfolioReader(options);
  }

  async portfolio(
    credentials: BackstageCredentials,
    query: NodeQuery & { depth?: number },
  ): Promise<Portfolio> {
    const { access, snapshots } = this.#options;
    const context = await this.#options.context(credentials, query);
    const { day, compareDay, hierarchy } = context;
    const formula = await this.#formulaOf(context);
    const { pillars } = await visibleParts(this.#options, credentials, formula);
    const below = await snapshots.below(
      day,
      hierarchy,
      context.node.ref,
      query.depth ?? usualDepth,
      { metricIds: [] },
    );
    // What is below a readable node is readable, but for systems that others own a part of.
    const readable = await access.readable(
      credentials,
      below.map(({ node }) => node.ref),
    );
    const shown = below.filter(
      ({ node, depth }) => depth === 0 || readable.has(node.ref),
    );
    const refs = shown.map(({ node }) => node.ref);
    const before = compareDay
      ? await snapshots.nodes(compareDay, hierarchy, refs, { metricIds: [] })
      : [];
    const now = await this.#healthOf(context, shown, pillars, day);
    const then = compareDay
      ? await this.#healthOf(context, before, pillars, compareDay)
      : new Map<string, NodeHealth>();
    return {
      context,
      formula: { ...formula, pillars },
      rows: shown.flatMap(({ node, depth, hasChildren }): PortfolioRow[] => {
        const health = now.get(node.ref);
        const previous = then.get(node.ref);
        return health
          ? [
              {
                node,
                depth,
                hasChildren,
                health,
                ...(previous && { previous }),
              },
            ]
          : [];
      }),
      gaps: await this.#gapsOf(context, pillars),
    };
  }

  async node(
    credentials: BackstageCredentials,
    query: NodeQuery,
  ): Promise<NodeFigures> {
    const { snapshots } = this.#options;
    const context = await this.#options.context(credentials, query);
    const { day, compareDay, hierarchy, node } = context;
    const formula = await this.#formulaOf(context);
    const { metrics, pillars } = await visibleParts(
      this.#options,
      credentials,
      formula,
    );
    const [[current], before, weeks] = await Promise.all([
      snapshots.nodes(day, hierarchy, [node.ref]),
      compareDay ? snapshots.nodes(compareDay, hierarchy, [node.ref]) : [],
      snapshots.weekly(node.ref, addDays(day, -trendDays), day, {
        metricIds: [],
      }),
    ]);
    const now = await this.#healthOf(context, [current], pillars, day);
    const then = compareDay
      ? await this.#healthOf(context, before, pillars, compareDay)
      : undefined;
    const previous = then?.get(node.ref);
    return {
      context,
      health: now.get(node.ref) ?? withPillars(current.health, pillars),
      ...(previous && { previous }),
      figures: await this.#figuresOf(context, {
        metrics: [...metrics.values()],
        pillars,
        current,
        before: before.at(0),
      }),
      trend: trendOf(weeks, pillars),
    };
  }

  async #formulaOf(context: NodeContext): Promise<HealthFormula> {
    const { formulas } = this.#options;
    return (
      (await formulas.get(context.formulaVersion)) ?? (await formulas.current())
    );
  }

  /** As it was kept, or of the members of today. */
  async #healthOf(
    context: NodeContext,
    found: readonly NodeSnapshot[],
    pillars: readonly HealthPillar[],
    day: string,
  ): Promise<Map<string, NodeHealth>> {
    const refs = found.map(({ node }) => node.ref);
    const newest = context.asOf && (await this.#options.snapshots.dayAt());
    if (newest) {
      return healthAsOf(this.#options.client, {
        day,
        asOf: newest.day,
        refs,
        pillars,
      });
    }
    return new Map(
      found.map(({ node, health }) => [node.ref, withPillars(health, pillars)]),
    );
  }

  async #figuresOf(
    context: NodeContext,
    options: {
      metrics: RegisteredMetric[];
      pillars: readonly HealthPillar[];
      current: NodeSnapshot;
      before: NodeSnapshot | undefined;
    },
  ): Promise<NodeFigure[]> {
    const { metrics, pillars, current, before } = options;
    // Those of a service are not taken down: they are few, and its own whoever owned it.
    const isLive = context.asOf ?? context.node.kind === 'component';
    const [figures, earlier] = await Promise.all([
      isLive ? this.#rollup(context, metrics, context.day) : current.figures,
      isLive && context.compareDay
        ? this.#rollup(context, metrics, context.compareDay)
        : before?.figures,
    ]);
    return metrics.flatMap(({ betterWhen, id, title }): NodeFigure[] => {
      const rollup = figures[id];
      const pillar = pillars.find(({ checks }) =>
        checks.some(({ metricId }) => metricId === id),
      );
      const previous = earlier?.[id]?.value;
      return rollup
        ? [
            {
              metricId: id,
              title,
              ...(pillar && { pillarId: pillar.id }),
              betterWhen,
              rollup,
              ...(previous && { previous }),
            },
          ]
        : [];
    });
  }

  /** As the metric store has it: of the members of today where that is asked for. */
  async #rollup(
    { asOf, node }: NodeContext,
    metrics: readonly RegisteredMetric[],
    day: string,
  ): Promise<NodeSnapshot['figures']> {
    if (node.kind === 'component') {
      return serviceFigures(this.#options.metricStore, node.ref, metrics, day);
    }
    const answer = await this.#options.metricStore.rollup({
      scopes: [node.ref],
      metricIds: metrics.map(({ id }) => id).slice(0, mostMetrics),
      day,
      ...(asOf && { asOf: 'now' }),
    });
    return Object.fromEntries(
      answer.scopes[0].metrics
        .filter(
          ({ coverage, value }) => coverage.have > 0 || value.state === 'stale',
        )
        .map(rollup => [rollup.metricId, rollup]),
    );
  }

  async #gapsOf(
    { day, node }: NodeContext,
    pillars: readonly HealthPillar[],
  ): Promise<Portfolio['gaps']> {
    const { client } = this.#options;
    const row = await client('service_snapshots')
      .where({ day })
      .modify(query => belongTo(query, node.ref))
      .first(
        client.raw(
          'count(*) FILTER (WHERE owner_ref IS NULL)::integer AS unowned',
        ),
        client.raw(
          `count(*) FILTER (WHERE NOT EXISTS (
             SELECT FROM jsonb_each_text(standings) AS each
             WHERE each.key = ANY(?::text[]) AND each.value <> 'unmeasured'
           ))::integer AS unmeasured`,
          [pillars.map(({ id }) => id)] as unknown as Knex.RawBinding[],
        ),
      );
    return { unowned: row.unowned, unmeasured: row.unmeasured };
  }
}
