import type {
  MetricDefinition,
  MetricValue,
  Period,
} from '@portal/plugin-metrics-common';
import type { FailureReasonKind } from './events/eventAttribution';
import type {
  PerformanceTier,
  TierEditionYear,
  TierMetricId,
} from './tiers/tierEditions';

/**
 * The five metrics of the DORA definition of 2024, by the names that the API uses.
 *
 * @public
 */
export const doraMetricIds = [
  'deploymentFrequency',
  'changeLeadTime',
  'changeFailRate',
  'failedDeploymentRecoveryTime',
  'deploymentReworkRate',
] as const;

/** @public */
export type DoraMetricId = (typeof doraMetricIds)[number];

/** @public */
export type DoraMetrics = Record<DoraMetricId, MetricValue>;

/**
 * Answer of `GET /v1/entities/{kind}/{namespace}/{name}/metrics`.
 *
 * @public
 */
export type EntityMetrics = {
  period: Period;
  metrics: DoraMetrics;
  tiers: EntityTiers;
};

/**
 * The tiers that the values of an entity have in an edition of DORA's reports. A metric without a value has none, and so
 * has the deployment rework rate, for which DORA has published none.
 *
 * @public
 */
export type EntityTiers = {
  edition: TierEditionYear;
  metrics: Partial<Record<TierMetricId, MetricTier>>;
};

/** @public */
export type MetricTier = {
  tier: PerformanceTier;
  /** The band of that tier in the words of the report. */
  band: string;
};

/**
 * How long a point of a trend is.
 *
 * @public
 */
export type TrendInterval = 'day' | 'week' | 'month';

/** @public */
export type TrendPoint = {
  period: Period;
  /** False for a point that the present or the asked period cuts short. */
  complete: boolean;
  metrics: DoraMetrics;
};

/**
 * Answer of `GET /v1/entities/{kind}/{namespace}/{name}/trend`.
 *
 * @public
 */
export type EntityTrend = {
  period: Period;
  interval: TrendInterval;
  points: TrendPoint[];
};

/**
 * A production deployment and what became of it.
 *
 * @public
 */
export type Deployment = {
  /** Stands for it in addresses. */
  id: string;
  /** Full sha of the commit that was deployed, as far as it is known. */
  sha?: string;
  /** The release's tag, or the version that was deployed; absent where the commit is its own deployment. */
  tag?: string;
  /** Name of the catalog's environment; absent where a release stands for the deployment. */
  environment?: string;
  /** A page of the tool that deployed. */
  url?: string;
  deployedAt: string;
  /** The first known deployment of the entity: no change and no failure is charged to it. */
  baseline: boolean;
  /** Changes that it brought first. */
  changes: number;
  /** Median hours from commit to this deployment over its changes, where it has any that count. */
  leadTimeMedian?: number;
  /** True when it had to be repaired, or an incident is charged to it. */
  failed: boolean;
  /** Why it counts as failed, the strongest first; empty where it does not. */
  reasons: FailureReasonKind[];
  /** The deployment that recovered it, or the end of an incident, and the hours until then. */
  recovery?: {
    id?: string;
    sha?: string;
    tag?: string;
    incident?: { title?: string; url?: string };
    hours: number;
  };
  /** True when this deployment repaired an earlier one. */
  rework: boolean;
  /** Made by the demo generator. */
  demo: boolean;
};

/**
 * Answer of `GET /v1/entities/{kind}/{namespace}/{name}/deployments`, newest first.
 *
 * @public
 */
export type DeploymentPage = { items: Deployment[]; nextCursor?: string };

/**
 * Where an entity's delivery facts come from and how that source is doing.
 *
 * @public
 */
export type DeliverySource = {
  /** `git`, `import`, or the sender of reports, such as `github`. */
  source: string;
  /** Path or URL of the repository, without credentials. */
  location?: string;
  state: 'ok' | 'pending' | 'error';
  lastSuccessAt?: string;
  /** What failed and what to do, when the last attempt failed. */
  error?: string;
  failingSince?: string;
  /** Reported changes among them. */
  commits: number;
  /** Reported deployments among them, to any environment. */
  releases: number;
  /** True when these facts were made by the demo generator. */
  demo: boolean;
};

/**
 * Answer of `GET /v1/entities/{kind}/{namespace}/{name}/sources`.
 *
 * @public
 */
export type EntitySources = { items: DeliverySource[] };

/**
 * Answer of `GET /v1/metrics`.
 *
 * @public
 */
export type DoraMetricDefinitions = {
  items: (MetricDefinition & { id: DoraMetricId })[];
};

/**
 * A line of an import that was not taken, and why.
 *
 * @public
 */
export type ImportRejection = { line: number; reason: string };

/**
 * Answer of `POST /v1/import`. Every line that is not blank is counted once.
 *
 * @public
 */
export type ImportResult = {
  /** Records that were new. */
  accepted: number;
  /** Records that were known already, from this stream or an earlier one. */
  duplicate: number;
  rejected: number;
  /** The first 1,000 of the rejected lines. */
  rejections: ImportRejection[];
};
