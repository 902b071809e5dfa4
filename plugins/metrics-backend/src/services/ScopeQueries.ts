import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { PermissionAccess } from '@portal/backend-access';
import {
  usualWindow,
  type MetricRollup,
  type RollupAnswer,
  type RollupRequest,
  type TrendAnswer,
  type TrendPoint,
  type TrendRequest,
} from '@portal/plugin-metrics-common';
import {
  bucketsOf,
  reportableDays,
  toBucketDays,
  type Bucket,
} from './buckets';
import type { Freshness } from './Freshness';
import { maxPoints } from './limits';
import { MetricLookup } from './MetricLookup';
import type { MetricMembers, ScopeMember } from './MetricMembers';
import type { MetricStore, StoredMetric } from './MetricStore';
import { parseDay, parseDays } from './parse';
import { RollupReader, type RollupPeriod } from './RollupReader';

/** Answers questions about groups, systems, domains and the whole company. */
export class ScopeQueries {
  readonly #freshness: Freshness;
  readonly #lookup: MetricLookup;
  readonly #members: MetricMembers;
  readonly #reader: RollupReader;

  private constructor(options: ScopeQueriesOptions) {
    this.#freshness = options.freshness;
    this.#lookup = MetricLookup.create(options);
    this.#members = options.members;
    this.#reader = RollupReader.create(options);
  }

  static create(options: ScopeQueriesOptions): ScopeQueries {
    return new ScopeQueries(options);
  }

  async rollup(
    credentials: BackstageCredentials,
    request: RollupRequest,
  ): Promise<RollupAnswer> {
    const today = this.#freshness.today();
    const metrics = await this.#lookup.metrics(credentials, request.metricIds);
    const dimensionId = await this.#lookup.dimensionId(request);
    const asked = readPeriod(request, metrics);
    const window = request.window ?? usualWindow;
    const until = asked.to === undefined ? today + 1 : asked.to - 1;
    const lastDays = await this.#lookup.lastDays({
      metrics,
      dimensionId,
      window,
      until,
    });

    // Metrics that end with the same day, usually all, ask for the same members.
    const known = new Map<number, Promise<ScopeMember[][]>>();
    const answers = metrics.map(async metric => {
      const { definition } = metric;
      const lastDay = lastDays.get(metric.id);
      const to = asked.to ?? (lastDay ?? today) + 1;
      const from = asked.from ?? to - window;
      const freshFrom =
        asked.to === undefined
          ? this.#freshness.freshFromNow(definition)
          : this.#freshness.freshFromThen(definition, asked.to - 1);
      const before = 2 * from - to;
      const periods = [
        { ...wholePeriod({ from, to }, lastDay), freshFrom },
        ...(request.previous
          ? [wholePeriod({ from: before, to: from }, lastDay)]
          : []),
      ];
      const ofScopes =
        known.get(to) ??
        this.#members.ofScopes(
          credentials,
          request.scopes,
          { from: request.previous ? before : from, to },
          request.asOf,
        );
      known.set(to, ofScopes);
      const found = await this.#reader.read({
        metric,
        dimensionId,
        periods,
        window,
        lastDay,
        scopes: await ofScopes,
      });
      return found.map(([current, previous]) => ({
        ...current,
        ...(previous && { previous: toTrendPoint(previous) }),
      }));
    });
    const found = await Promise.all(answers);
    return {
      scopes: request.scopes.map((scope, index) => ({
        scope,
        metrics: found.map(ofMetric => ofMetric[index]),
      })),
    };
  }

  async trend(
    credentials: BackstageCredentials,
    request: TrendRequest,
  ): Promise<TrendAnswer> {
    const { asOf, bucket = 'week', scopes, window = usualWindow } = request;
    const metrics = await this.#lookup.metrics(credentials, request.metricIds);
    const dimensionId = await this.#lookup.dimensionId(request);
    const period = parseDays(request);
    const today = this.#freshness.today();
    const buckets = bucketsOf({ ...period, bucket, today });
    const [members, lastDays] = await Promise.all([
      this.#members.ofScopes(credentials, scopes, period, asOf),
      this.#lookup.lastDays({ metrics, dimensionId, window, until: Infinity }),
    ]);
    requireFew(members, buckets, metrics);
    const found = await Promise.all(
      metrics.map(async metric =>
        this.#reader.read({
          metric,
          dimensionId,
          periods: buckets.map(days =>
            toRollupPeriod(days, lastDays.get(metric.id)),
          ),
          window,
          scopes: members,
        }),
      ),
    );
    return {
      buckets: buckets.map(toBucketDays),
      scopes: scopes.map((scope, index) => ({
        scope,
        metrics: metrics.map(({ definition }, place) => ({
          metricId: definition.id,
          aggregation: definition.aggregation,
          points: found[place][index].map(toTrendPoint),
        })),
      })),
    };
  }
}

/** What {@link ScopeQueries} asks. */
export type ScopeQueriesOptions = {
  freshness: Freshness;
  members: MetricMembers;
  permissionAccess: PermissionAccess;
  store: MetricStore;
};

function requireFew(
  members: ScopeMember[][],
  buckets: Bucket[],
  metrics: StoredMetric[],
): void {
  const points = members.flat().length * buckets.length * metrics.length;
  if (points > maxPoints) {
    throw new InputError(
      `The answer would rest on ${points} values of components, and on at most ${maxPoints} it can; ask for a longer bucket, a shorter period, or fewer scopes or metrics`,
    );
  }
}

/** A rate is over all its days, whether they were reported or not. */
function wholePeriod(
  { from, to }: { from: number; to: number },
  lastDay: number = Infinity,
): RollupPeriod {
  return { from, to, days: to - from, lastDay: Math.min(to - 1, lastDay) };
}

function toRollupPeriod(bucket: Bucket, lastDay: number = -1): RollupPeriod {
  const { from, to } = bucket;
  return {
    from,
    to,
    days: reportableDays(bucket, lastDay),
    lastDay: lastDay < from ? undefined : Math.min(to - 1, lastDay),
  };
}

function toTrendPoint(rollup: MetricRollup): TrendPoint {
  const { coverage, value } = rollup;
  return rollup.aggregation === 'distribution' && rollup.distribution
    ? { coverage, value, distribution: rollup.distribution }
    : { coverage, value };
}

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
