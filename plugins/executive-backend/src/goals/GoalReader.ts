import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  goalProgress,
  type Goal,
  type GoalInput,
  type GoalRow,
  type GoalsAnswer,
  type GoalStanding,
  type NodeContext,
  type NodeQuery,
} from '@portal/plugin-executive-common';
import type { MetricStoreService } from '@portal/plugin-metrics-node';
import { everything } from '@portal/plugin-org-history-common';
import type { ExecutiveAccess } from '../access/ExecutiveAccess';
import type { FigureReader, ScopeFigure } from '../figures/FigureReader';
import type { ContextReader } from '../portfolio/PortfolioContext';
import type { NodeScope } from '../stewardship/NodeScope';
import type { StewardshipReading } from '../stewardship/StewardshipReading';
import { toGoal, type GoalStore } from './GoalStore';

const fromWorst: GoalStanding[] = [
  'missed',
  'behind',
  'unknown',
  'on-track',
  'reached',
];

/** What {@link GoalReader} reads. */
export type GoalReaderOptions = {
  access: ExecutiveAccess;
  context: ContextReader;
  figures: FigureReader;
  goals: GoalStore;
  metricStore: Pick<MetricStoreService, 'definitions'>;
  reading: Pick<StewardshipReading, 'scope'>;
};

/** How the goals of a node and of what is below it are doing. */
export class GoalReader {
  readonly #options: GoalReaderOptions;

  private constructor(options: GoalReaderOptions) {
    this.#options = options;
  }

  static create(options: GoalReaderOptions): GoalReader {
    return new GoalReader(options);
  }

  async read(
    credentials: BackstageCredentials,
    query: NodeQuery,
  ): Promise<GoalsAnswer> {
    const { access, figures, goals, metricStore, reading } = this.#options;
    const context = await this.#options.context(credentials, query);
    const [all, scope, definitions] = await Promise.all([
      goals.list(),
      reading.scope(context),
      metricStore.definitions(),
    ]);
    const here = all.map(toGoal).filter(goal => isOf(goal, context, scope));
    const [readable, metrics] = await Promise.all([
      access.readable(credentials, [...new Set(here.map(each => each.scope))]),
      access.readableMetrics(credentials, definitions),
    ]);
    const shown = here.filter(goal => readable.has(goal.scope));
    const found = await figures.read(credentials, shown, context);
    return {
      context,
      rows: shown
        .map((goal, index) => rowOf(goal, found[index], context.day, scope))
        .sort(
          (one, other) =>
            fromWorst.indexOf(one.standing) -
              fromWorst.indexOf(other.standing) ||
            one.goal.due.localeCompare(other.goal.due) ||
            one.goal.name.localeCompare(other.goal.name),
        ),
      hidden: here.length - shown.length,
      metrics: metrics
        .map(({ id, title, unit }) => ({ id, title, unit }))
        .sort((one, other) => one.title.localeCompare(other.title)),
    };
  }

  /** Fails with InputError where there is no such metric, or the caller may not read it. */
  async requireMetric(
    credentials: BackstageCredentials,
    metricId: string,
  ): Promise<void> {
    const { access, metricStore } = this.#options;
    const definitions = (await metricStore.definitions()).filter(
      ({ id }) => id === metricId,
    );
    const [metric] = await access.readableMetrics(credentials, definitions);
    if (!metric) {
      throw new InputError(
        `goal: metricId: there is no metric ${metricId}, or you may not read it`,
      );
    }
  }

  /**
   * Where a goal begins that is written down now: at the figure of the newest snapshot.
   *
   * @throws InputError where there is no such figure
   */
  async baselineOf(
    credentials: BackstageCredentials,
    goal: Pick<GoalInput, 'metricId' | 'scope'>,
  ): Promise<GoalInput['baseline']> {
    const { figures } = this.#options;
    const context = await this.#options.context(credentials, {});
    const [found] = await figures.read(credentials, [goal], context);
    if (found?.value?.value === undefined) {
      throw new InputError(
        found
          ? `goal: baseline: ${found.metric.title} of ${found.scopeTitle} is not measured on ${context.day}; say where it begins, as in { "value": 3, "day": "${context.day}" }`
          : `goal: scope: there is no ${goal.metricId} of ${goal.scope}, or you may not read it`,
      );
    }
    return { value: found.value.value, day: context.day };
  }
}

function isOf(
  { scope: ref }: Goal,
  { node }: NodeContext,
  scope: NodeScope,
): boolean {
  return (
    node.ref === everything ||
    ref === node.ref ||
    scope.systems.has(ref) ||
    Boolean(scope.groups?.includes(ref)) ||
    scope.services.some(service => service.ref === ref)
  );
}

function rowOf(
  goal: Goal,
  found: ScopeFigure | undefined,
  day: string,
  scope: NodeScope,
): GoalRow {
  const { metric, value } = found ?? {};
  const isFresh = value !== undefined && value.state !== 'stale';
  return {
    goal,
    metricTitle: metric?.title ?? goal.metricId,
    scopeTitle: found?.scopeTitle ?? scope.titleOf(goal.scope),
    unit: metric?.unit ?? 'count',
    betterWhen:
      metric?.betterWhen ??
      (goal.target > goal.baseline.value ? 'higher' : 'lower'),
    ...(value && { now: value }),
    ...goalProgress(goal, isFresh ? value.value : undefined, day),
    ...cureOf(found),
  };
}

function cureOf(found: ScopeFigure | undefined): { cure?: string } {
  if (!found) {
    return {
      cure: 'Nobody publishes the figure, the part is not there any more, or you may not read it.',
    };
  }
  if (found.value?.state === 'stale') {
    return { cure: 'The figure is not reported any more: mend its source.' };
  }
  return found.value?.value === undefined
    ? { cure: 'Nothing was reported in the last 28 days.' }
    : {};
}
