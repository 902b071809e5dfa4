import type {
  Comparison,
  MetricValue,
  Period,
} from '@portal/plugin-metrics-common';
import type { DoraMetricId, DoraMetrics, EntityTiers } from '../api';
import type { TierDistribution, TierEditionYear } from '../tiers';

/**
 * The windows for which services are compared, in days. Figures that do not add up are kept for these.
 *
 * @public
 */
export const overviewWindows = [28, 90, 365] as const;

/** @public */
export type OverviewWindow = (typeof overviewWindows)[number];

/**
 * The scope that holds every component.
 *
 * @public
 */
export const wholeCompany = 'everything';

/**
 * Whose delivery is looked at.
 *
 * @public
 */
export type OverviewScope = {
  /** Reference of a group, system or domain; or {@link wholeCompany}. */
  scope: string;
  /** Default: 90. */
  days?: OverviewWindow;
  /** What the window is compared with. Default: the one before it. */
  compare?: Comparison;
  /** Name of one production environment. Default: all of them together. */
  environment?: string;
  /** Of the reports that tiers are from. Default: the default edition. */
  edition?: TierEditionYear;
  /**
   * With `now`, what the scope holds now is counted for the whole period. Default: everything is counted for whom it belonged
   * to at its time.
   */
  asOf?: 'now';
};

/**
 * Where the values of services lie, in the unit of their metric: the quartiles of services, never a figure of a team.
 *
 * @public
 */
export type ServiceSpread = {
  min: number;
  p25: number;
  median: number;
  p75: number;
  max: number;
};

/**
 * A metric over the services of a scope.
 *
 * @public
 */
export type OverviewMetric = {
  /** How many of the services have a value. */
  coverage: { have: number; of: number };
  /** Missing for a metric for which DORA has no tiers. */
  tiers?: TierDistribution;
  /** The same for the period that it is compared with. */
  tiersBefore?: TierDistribution;
  spread?: ServiceSpread;
  /** Only of what adds up: the sum of frequencies, and rates over all deployments together. */
  total?: MetricValue;
  totalBefore?: MetricValue;
  /** How many services are better, worse or as they were in the other period; those without a value in one are left out. */
  better: number;
  worse: number;
  same: number;
  /** The services that changed most, most first. */
  improved: Mover[];
  declined: Mover[];
};

/**
 * A service whose figure changed.
 *
 * @public
 */
export type Mover = { entityRef: string; before: number; value: number };

/**
 * Answer of `GET /v1/overview`.
 *
 * @public
 */
export type DeliveryOverview = {
  scope: string;
  period: Period;
  /** The period that it is compared with, of the same length. */
  comparison: Period;
  environment?: string;
  /** Names of the production environments with deployments here. */
  environments: string[];
  edition: TierEditionYear;
  /** Components that belong to the scope at the end of the period. */
  services: number;
  /** Those of them of which any deployment is known. */
  measured: number;
  /** True when some of their facts were made by the demo generator. */
  demo: boolean;
  metrics: Record<DoraMetricId, OverviewMetric>;
};

/**
 * A service with its figures.
 *
 * @public
 */
export type ServiceFigures = {
  entityRef: string;
  metrics: DoraMetrics;
  /** Of the period that it is compared with. */
  before: DoraMetrics;
  tiers: EntityTiers['metrics'];
};

/** @public */
export type ServiceOrder = 'value' | 'change' | 'name';

/**
 * Answer of `GET /v1/overview/services`, the worst first. Services without any known deployment come last, without figures.
 *
 * @public
 */
export type ServicePage = {
  items: (Omit<ServiceFigures, 'metrics' | 'before' | 'tiers'> &
    Partial<ServiceFigures>)[];
  total: number;
  nextCursor?: string;
};

/**
 * A point of what adds up over the services of a scope.
 *
 * @public
 */
export type OverviewTrendPoint = {
  period: Period;
  complete: boolean;
  metrics: Pick<
    DoraMetrics,
    'deploymentFrequency' | 'changeFailRate' | 'deploymentReworkRate'
  >;
};

/**
 * Answer of `GET /v1/overview/trend`.
 *
 * @public
 */
export type OverviewTrend = {
  /** The window, widened to whole intervals. */
  period: Period;
  interval: 'day' | 'week' | 'month';
  points: OverviewTrendPoint[];
};
