import { parseEntityRef } from '@backstage/catalog-model';
import {
  costBuckets,
  type CostBucket,
  type CostDimension,
} from '@portal/plugin-finops-common';
import {
  comparisons,
  everything,
  type Comparison,
} from '@portal/plugin-metrics-common';
import {
  compareParam,
  explainDates,
  type ScopeKind,
} from '@portal/plugin-metrics-react';
import { namedPeriods, type CostPeriod } from './costPeriod';

/** The metrics that a reader chooses from; the file holds two more. */
export const shownMetrics = ['BilledCost', 'EffectiveCost'] as const;

/** @see shownMetrics */
export type ShownMetric = (typeof shownMetrics)[number];

/** What costs are grouped by on the page. */
export const groupings = [
  'domain',
  'owner',
  'system',
  'entity',
  'environment',
  'provider',
  'serviceCategory',
  'serviceName',
  'resource',
  'bucket',
] as const satisfies readonly CostDimension[];

/** @see groupings */
export type Grouping = (typeof groupings)[number];

/** What costs of one service can be grouped by: sums of teams and systems are not kept by service. */
export const groupingsOfService = [
  'resource',
  'entity',
  'environment',
  'provider',
  'bucket',
] as const satisfies readonly Grouping[];

/** How the table is sorted. */
export const orders = ['cost', 'change', 'name'] as const;

/** What can be chosen as a scope. */
export const scopeKinds: readonly ScopeKind[] = [
  'group',
  'domain',
  'system',
  'component',
];

/** What a view of cost shows. */
export type CostSelection = {
  scope: string;
  period: CostPeriod;
  compare: Comparison;
  metric: ShownMetric;
  environment?: string;
  provider?: string;
  serviceCategory?: string;
  /** Absent: what suits the scope. */
  groupBy?: Grouping;
  order: (typeof orders)[number];
  /** Whether lines are shown in place of groups. */
  lines?: 'all';
  /** Only this service, in groups as in lines. */
  serviceName?: string;
  /** Only lines of this resource. */
  resource?: string;
  bucket?: CostBucket;
  /** What the cost of one is asked of: the id of a metric of the store. Absent: a deployment. */
  per?: string;
};

const names = {
  scope: 'scope',
  compare: compareParam,
  metric: 'metric',
  environment: 'environment',
  provider: 'provider',
  serviceCategory: 'category',
  groupBy: 'by',
  order: 'order',
  lines: 'lines',
  serviceName: 'service',
  resource: 'resource',
  bucket: 'bucket',
  per: 'per',
} as const satisfies Record<Exclude<keyof CostSelection, 'period'>, string>;

const defaults: Partial<Record<keyof CostSelection, unknown>> = {
  scope: everything,
  compare: comparisons[0],
  metric: shownMetrics[0],
  order: orders[0],
};

function readScope(text: string | null): string {
  const scope = text?.toLocaleLowerCase('en-US');
  if (!scope) {
    return everything;
  }
  try {
    const { kind } = parseEntityRef(scope);
    // An environment is a resource.
    return [...scopeKinds, 'resource'].includes(kind) ? scope : everything;
  } catch {
    return everything;
  }
}

function readPeriod(params: URLSearchParams): CostPeriod {
  const from = params.get('from') ?? '';
  const to = params.get('to') ?? '';
  if ((from || to) && !explainDates(from, to)) {
    return { kind: 'custom', from, to };
  }
  const kind = namedPeriods.find(each => each === params.get('period'));
  return { kind: kind ?? namedPeriods[0] };
}

function writePeriod(params: URLSearchParams, period: CostPeriod) {
  for (const name of ['period', 'from', 'to']) {
    params.delete(name);
  }
  if (period.kind === 'custom') {
    params.set('from', period.from);
    params.set('to', period.to);
  } else if (period.kind !== namedPeriods[0]) {
    params.set('period', period.kind);
  }
}

/** Reads the selection from an address; anything that makes no sense is the default. */
export function readCost(params: URLSearchParams): CostSelection {
  const among = <T>(values: readonly T[], key: keyof typeof names) =>
    values.find(value => String(value) === params.get(names[key]));
  const text = (key: keyof typeof names) => params.get(names[key]) || undefined;
  return {
    scope: readScope(params.get(names.scope)),
    period: readPeriod(params),
    compare: among(comparisons, 'compare') ?? comparisons[0],
    metric: among(shownMetrics, 'metric') ?? shownMetrics[0],
    environment: text('environment'),
    provider: text('provider'),
    serviceCategory: text('serviceCategory'),
    groupBy: among(
      params.get(names.serviceName) ? groupingsOfService : groupings,
      'groupBy',
    ),
    order: among(orders, 'order') ?? orders[0],
    lines: among(['all'] as const, 'lines'),
    serviceName: text('serviceName'),
    resource: text('resource'),
    bucket: among(costBuckets, 'bucket'),
    per: text('per'),
  };
}

/** Writes a change of the selection into an address, keeping whatever else is in it. What is the default is left out. */
export function writeCost(
  params: URLSearchParams,
  change: Partial<CostSelection>,
): URLSearchParams {
  const next = new URLSearchParams(params);
  const { period, ...rest } = change;
  if (period) {
    writePeriod(next, period);
  }
  for (const key of Object.keys(rest) as (keyof typeof rest)[]) {
    const value = rest[key];
    if (value === undefined || value === defaults[key]) {
      next.delete(names[key]);
    } else {
      next.set(names[key], value);
    }
  }
  return next;
}

/** What costs of a scope are grouped by where the reader has not said: the parts that the scope has. */
export function groupingOf(scope: string): Grouping {
  if (scope === everything) {
    return 'owner';
  }
  switch (parseEntityRef(scope).kind.toLocaleLowerCase('en-US')) {
    case 'domain':
      return 'system';
    case 'group':
    case 'system':
    case 'resource':
      return 'entity';
    default:
      return 'serviceName';
  }
}

/** Nothing that is below a service: for whoever moves to another scope or grouping. */
export const noLines = {
  lines: undefined,
  serviceName: undefined,
  resource: undefined,
  bucket: undefined,
} satisfies Partial<CostSelection>;
