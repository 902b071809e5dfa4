import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { PermissionAccess } from '@portal/backend-access';
import {
  dayName,
  usualWindow,
  type LatestAnswer,
  type LatestRequest,
  type SeriesAnswer,
  type SeriesRequest,
} from '@portal/plugin-metrics-common';
import { bucketsOf, toBucketDays } from './buckets';
import { EntityReader } from './EntityReader';
import type { Freshness } from './Freshness';
import { maxPoints } from './limits';
import { MetricLookup } from './MetricLookup';
import type { MetricMembers } from './MetricMembers';
import type { AskedDay, MetricStore } from './MetricStore';
import { parseDay, parseDays } from './parse';

/** Answers questions about single entities, or about each component of a scope. */
export class EntityQueries {
  readonly #freshness: Freshness;
  readonly #lookup: MetricLookup;
  readonly #members: MetricMembers;
  readonly #reader: EntityReader;
  readonly #store: MetricStore;

  private constructor(options: EntityQueriesOptions) {
    this.#freshness = options.freshness;
    this.#lookup = MetricLookup.create(options);
    this.#members = options.members;
    this.#reader = EntityReader.create(options);
    this.#store = options.store;
  }

  static create(options: EntityQueriesOptions): EntityQueries {
    return new EntityQueries(options);
  }

  async latest(
    credentials: BackstageCredentials,
    request: LatestRequest,
  ): Promise<LatestAnswer> {
    const today = this.#freshness.today();
    const metrics = await this.#lookup.metrics(credentials, request.metricIds);
    const window = request.window ?? usualWindow;
    const askedDay = request.day && parseDay('day', request.day);
    const until = askedDay || today + 1;
    const dimensionId = await this.#lookup.dimensionId(request);
    const [{ entityRefs, ids }, lastDays] = await Promise.all([
      this.#subjects(
        this.#members.subjects(credentials, request, askedDay || today),
      ),
      this.#lookup.lastDays({ metrics, dimensionId, window, until }),
    ]);
    const answers = metrics.map(async metric => {
      const { definition } = metric;
      const day = askedDay || (lastDays.get(metric.id) ?? today);
      const freshFrom = askedDay
        ? this.#freshness.freshFromThen(definition, askedDay)
        : this.#freshness.freshFromNow(definition);
      const before = day - window;
      const read = (asked: AskedDay) =>
        this.#reader.latest({ metric, dimensionId, asked, window, ids });
      const [values, previous] = await Promise.all([
        read({ day, freshFrom }),
        request.previous &&
          read({
            day: before,
            freshFrom: this.#freshness.freshFromThen(definition, before),
          }),
      ]);
      return {
        metricId: definition.id,
        day: dayName(day),
        window,
        values,
        ...(previous && { previous }),
      };
    });
    return { entityRefs, metrics: await Promise.all(answers) };
  }

  async series(
    credentials: BackstageCredentials,
    request: SeriesRequest,
  ): Promise<SeriesAnswer> {
    const today = this.#freshness.today();
    const metrics = await this.#lookup.metrics(credentials, request.metricIds);
    const period = parseDays(request);
    const bucket = request.bucket ?? 'day';
    const buckets = bucketsOf({ ...period, bucket, today });
    const { entityRefs, ids } = await this.#subjects(
      this.#members.subjects(
        credentials,
        request,
        Math.min(period.to - 1, today),
      ),
    );
    const points = buckets.length * ids.length * metrics.length;
    if (points > maxPoints) {
      throw new InputError(
        `The answer would have ${points} values, and at most ${maxPoints} are given; ask for a longer bucket, a shorter period, or fewer entities or metrics`,
      );
    }
    const dimensionId = await this.#lookup.dimensionId(request);
    const window = request.window ?? usualWindow;
    const metricIds = metrics.map(({ id }) => id);
    const lastDays = await this.#store.lastDays(
      metricIds,
      dimensionId,
      [1],
      Infinity,
    );
    const answers = metrics.map(async metric => ({
      metricId: metric.definition.id,
      series: await this.#reader.series({
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

  async #subjects(asked: ReturnType<MetricMembers['subjects']>) {
    const { entityRefs, isVisible } = await asked;
    const ids = await this.#store.entityIds(entityRefs);
    return {
      entityRefs,
      ids: ids.map((id, index) =>
        isVisible(entityRefs[index]) ? id : undefined,
      ),
    };
  }
}

/** What {@link EntityQueries} asks. */
export type EntityQueriesOptions = {
  freshness: Freshness;
  members: MetricMembers;
  permissionAccess: PermissionAccess;
  store: MetricStore;
};
