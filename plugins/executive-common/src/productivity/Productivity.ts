import type { MetricRollup } from '@portal/plugin-metrics-common';
import type { NodeContext } from '../portfolio/Portfolio';
import type { OrgNode } from '../nodes/OrgNode';

/**
 * Throughput, stability and flow of a team or a service; never of a person.
 *
 * @public
 */
export type ProductivityRow = {
  node: OrgNode;
  services: number;
  /** By metric id. A metric that nobody publishes is left out. */
  figures: Record<string, MetricRollup>;
  previous: Record<string, MetricRollup>;
};

/**
 * What is usual among nodes of about the same number of services.
 *
 * @public
 */
export type ProductivityNorm = {
  /** Services of a node, both ends included; the last has no end. */
  size: { from: number; to?: number };
  nodes: number;
  /** Quartiles of the nodes that have a value, by metric id; absent where fewer than 4 have. */
  quartiles: Record<string, { q1: number; median: number; q3: number }>;
};

/** @public */
export type Productivity = {
  context: NodeContext;
  throughput: string[];
  stability: string[];
  flow: string[];
  teams: ProductivityRow[];
  services: ProductivityRow[];
  norms: ProductivityNorm[];
  /** What has to be said beside such figures. */
  caution: string;
};
