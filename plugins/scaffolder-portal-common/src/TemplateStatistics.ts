import type { MetricValue } from '@portal/plugin-metrics-common';

/** @public */
export type RunStatus =
  | 'open'
  | 'processing'
  | 'completed'
  | 'failed'
  | 'cancelled';

/**
 * How a template did in the days of a period.
 *
 * @public
 */
export type TemplateStatistics = {
  templateRef: string;
  title: string;
  owner?: string;
  /** Annotation `portal/template-version`. */
  version?: number;
  /** Runs that began in the period. */
  runs: number;
  /** Runs that completed, of those that completed or failed. */
  successRate: MetricValue;
  /** From the start of a run to its completion, of completed runs. */
  medianDuration: MetricValue;
  lastRun?: { at: string; status: RunStatus };
};

/** @public */
export type TemplateStatisticsList = {
  items: TemplateStatistics[];
  /** Days that the figures are of. */
  days: number;
  /** When runs were last read from the scaffolder, as an ISO 8601 instant. */
  readAt?: string;
};

/**
 * One run of a template.
 *
 * @public
 */
export type TemplateRun = {
  taskId: string;
  templateRef: string;
  templateTitle: string;
  /** The version that ran. */
  templateVersion?: number;
  /** The version that would run today. Absent where the catalog has the template no more, or it has none. */
  currentVersion?: number;
  /** Reference of who started it. */
  createdBy?: string;
  status: RunStatus;
  startedAt: string;
  endedAt?: string;
  failedStep?: { id: string; name: string };
  /** What it made. */
  entityRefs: string[];
};

/** @public */
export type TemplateRunsRequest = {
  /** Runs that made this entity. */
  entityRef?: string;
  /** Runs of this template. */
  templateRef?: string;
  /** Default: 20. At most 100. */
  limit?: number;
};

/** @public */
export type TemplateRunList = {
  /** Latest first. */
  items: TemplateRun[];
  readAt?: string;
};
