import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import {
  dayName,
  type LatestAnswer,
  type LatestRequest,
  type MetricSubjects,
  type MetricWindow,
  type RegisteredMetric,
  type RollupAnswer,
  type RollupRequest,
  type SeriesAnswer,
  type SeriesRequest,
} from '@portal/plugin-metrics-common';
import { bucketsOf, toBucketDays } from './buckets';
import { EntityReader } from './EntityReader';
import type { Freshness } from './Freshness';
import type { MetricMembers, ScopeMember } from './MetricMembers';
import type { MetricsAccess } from './MetricsAccess';
import type { MetricStore, StoredMetric } from './MetricStore';
import { parseDay, parseDays } from './parse';
import { RollupReader } from './RollupReader';

const usualWindow: MetricWindow = 28;
const maxPoints = 200_000;
/** A dimension that was never reported: no row has it. */
const noDimension = -1;

/** Checks a question, checks who asks, and answers it from the store. */
export class DefaultMetricQueries {
  readonly #options: DefaultMetricQueriesOptions;
  readonly #entities: EntityReader;
  readonly #rollups: RollupReader;

  private constructor(options: DefaultMetricQueriesOptions) {
    this.#options = options;
    this.#entities = EntityReader.create(options);
    this.#rollups = RollupReader.create(options);
  }

  static create(options: DefaultMetricQueriesOptions): DefaultMetricQueries {
    return new DefaultMetricQueries(options);
  }

  async definitions(
    credentials: BackstageCredentials,
  ): Promise<RegisteredMetric[]> {
    await this.#options.access.requireRead(credentials);
    return this.#options.store.registered();
  }

  async latest(
    credentials: BackstageCredentials,
    request: LatestRequest,
  ): Promise<LatestAnswer> {
    const { access, freshness, members } = this.#options;
    await access.requireRead(credentials);
    const metrics = await this.#metrics(request.metricIds);
    const window = request.window ?? usualWindow;
    const askedDay = request.day && parseDay('day', request.day);
    const until = askedDay || freshness.today() + 1;
    const dimensionId = await this.#dimension(request);
    const [{ entityRefs, ids }, lastDays] = await Promise.all([
      this.#subjects(
        members.subjects(credentials, request, askedDay || freshness.today()),
      ),
      this.#lastDays(metrics, dimensionId, window, until),
    ]);
    const answers = metrics.map(async metric => {
      const { definition } = metric;
      const day = askedDay || (lastDays.get(metric.id) ?? freshness.today());
      const freshFrom = askedDay
        ? freshness.freshFromThen(definition, askedDay)
        : freshness.freshFromNow(definition);
      const asked = { day, freshFrom };
      const values = await this.#entities.latest({
        metric,
        dimensionId,
        asked,
        window,
        ids,
      });
      return { metricId: definition.id, day: dayName(day), window, values };
    });
    return { entityRefs, metrics: await Promise.all(answers) };
  }

  async series(
    credentials: BackstageCredentials,
    request: SeriesRequest,
  ): Promise<SeriesAnswer> {
    const { access, freshness, members } = this.#options;
    await access.requireRead(credentials);
    const metrics = await this.#metrics(request.metricIds);
    const period = parseDays(request);
    const today = freshness.today();
    const bucket = request.bucket ?? 'day';
    const buckets = bucketsOf({ ...period, bucket, today });
    const { entityRefs, ids } = await this.#subjects(
      members.subjects(credentials, request, Math.min(period.to - 1, today)),
    );
    const points = buckets.length * ids.length * metrics.length;
    if (points > maxPoints) {
      throw new InputError(
        `The answer would have ${points} values, and at most ${maxPoints} are given; ask for a longer bucket, a shorter period, or fewer entities or metrics`,
      );
    }
    const dimensionId = await this.#dimension(request);
    const window = request.window ?? usualWindow;
    const { store } = this.#options;
    const metricIds = metrics.map(({ id }) => id);
    const lastDays = await store.lastDays(
      metricIds,
      dimensionId,
      [1],
      Infinity,
    );
    const answers = metrics.map(async metric => ({
      metricId: metric.definition.id,
      series: await this.#entities.series({
        metric,
        lastDay: lastDays.get(metric.id),
        dimensionId,
        buckets,
        window,
        ids,
      }),
    }));
    return {
      entityRefs,
      buckets: buckets.map(toBucketDays),
      metrics: await Promise.all(answers),
    };
  }

  async rollup(
    credentials: BackstageCredentials,
    request: RollupRequest,
  ): Promise<RollupAnswer> {
    const { access, freshness, members } = this.#options;
    await access.requireRead(credentials);
    const metrics = await this.#metrics(request.metricIds);
    const dimensionId = await this.#dimension(request);
    const asked = readPeriod(request, metrics);
    const window = request.window ?? usualWindow;
    const until = asked.to === undefined ? freshness.today() + 1 : asked.to - 1;
    const lastDays = await this.#lastDays(metrics, dimensionId, window, until);

    // Metrics that end with the same day, usually all, ask for the same members.
    const known = new Map<number, Promise<ScopeMember[][]>>();
    const answers = metrics.map(async metric => {
      const { definition } = metric;
      const lastDay = lastDays.get(metric.id);
      const to = asked.to ?? (lastDay ?? freshness.today()) + 1;
      const period = { from: asked.from ?? to - window, to };
      const ofScopes =
        known.get(to) ??
        members.ofScopes(credentials, request.scopes, period, request.asOf);
      known.set(to, ofScopes);
      return this.#rollups.read({
        metric,
        dimensionId,
        period,
        window,
        lastDay,
        freshFrom:
          asked.to === undefined
            ? freshness.freshFromNow(definition)
            : freshness.freshFromThen(definition, asked.to - 1),
        scopes: await ofScopes,
      });
    });
    const found = await Promise.all(answers);
    return {
      scopes: request.scopes.map((scope, index) => ({
        scope,
        metrics: found.map(ofMetric => ofMetric[index]),
      })),
    };
  }

  async #metrics(names: string[]): Promise<StoredMetric[]> {
    const found = await this.#options.store.metrics(names);
    return names.map(name => {
      const metric = found.get(name);
      if (!metric) {
        throw new NotFoundError(
          `There is no metric "${name}"; see the definitions for those that there are`,
        );
      }
      return metric;
    });
  }

  async #subjects(asked: ReturnType<MetricMembers['subjects']>) {
    const { entityRefs, isVisible } = await asked;
    const ids = await this.#options.store.entityIds(entityRefs);
    return {
      entityRefs,
      ids: ids.map((id, index) =>
        isVisible(entityRefs[index]) ? id : undefined,
      ),
    };
  }

  async #lastDays(
    metrics: StoredMetric[],
    dimensionId: number,
    window: MetricWindow,
    until: number,
  ): Promise<Map<number, number>> {
    const ids = metrics.map(({ id }) => id);
    const { store } = this.#options;
    return store.lastDays(ids, dimensionId, [1, window], until);
  }

  async #dimension(request: Pick<MetricSubjects, 'dimension'>) {
    const { store } = this.#options;
    return (await store.dimensionId(request.dimension ?? '')) ?? noDimension;
  }
}

/** What {@link DefaultMetricQueries} asks. */
export type DefaultMetricQueriesOptions = {
  access: MetricsAccess;
  freshness: Freshness;
  members: MetricMembers;
  store: MetricStore;
};

/** Days `[from, to)`, as far as the request says them. */
function readPeriod(
  request: RollupRequest,
  metrics: StoredMetric[],
): { from?: number; to?: number } {
  const { day, from, to, window } = request;
  if (from === undefined && to === undefined) {
    return day === undefined ? {} : { to: parseDay('day', day) + 1 };
  }
  if ((from === undefined || to === undefined || day) ?? window) {
    throw new InputError(
      'from and to: give both, or instead of both day and window',
    );
  }
  const distribution = metrics.find(
    ({ definition }) => definition.aggregation === 'distribution',
  );
  if (distribution) {
    throw new InputError(
      `from and to: ${distribution.definition.id} does not add and is there for windows of 28, 90 and 365 days only; give day and window`,
    );
  }
  return parseDays({ from, to });
}
