import type { MetricWindow } from '@portal/plugin-metrics-common';

/**
 * One expectation of a service.
 *
 * Which direction is better is said by the definition of the metric.
 *
 * @public
 */
export type HealthCheck = {
  metricId: string;
  /** Days that end with the day of the snapshot. */
  window: MetricWindow;
  /**
   * What is compared with the limits: the value, or how it changed: value / value of the window before − 1. A change has no
   * value where the window before is 0 or unknown.
   */
  of: 'value' | 'change';
  /** The expectation is met from here on, in the unit of the metric, or as a ratio where `of` is `change`. */
  target: number;
  /** Beyond it the service is below its expectation; between both it is watched. It is not better than `target`. */
  floor: number;
};

/** @public */
export type HealthPillar = {
  /** Stable name, such as `delivery`. */
  id: string;
  /** Plain words, sentence case. */
  title: string;
  /** Share of the overall health, relative to the weights of the other pillars; 0 shows a pillar that does not count. */
  weight: number;
  checks: HealthCheck[];
};

/**
 * What is expected of services, and how much each part counts. A change makes a new version; snapshots name theirs.
 *
 * @public
 */
export type HealthFormula = {
  /** From 1 on. */
  version: number;
  pillars: HealthPillar[];
  /** When it came into force, ISO 8601. */
  since: string;
  /** Entity reference of who changed it, or `configuration`. */
  changedBy: string;
  reason: string;
};
