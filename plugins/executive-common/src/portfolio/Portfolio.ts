import type { MetricValue, MetricRollup } from '@portal/plugin-metrics-common';
import type { HealthFormula, NodeHealth, Standing } from '../health';
import type { Hierarchy, OrgNode } from '../nodes/OrgNode';

/**
 * Which part of the organisation, and when. Every page takes it.
 *
 * @public
 */
export type NodeQuery = {
  /** Default: the highest node that the caller may read. */
  node?: string;
  /** Default: `organisation`. */
  hierarchy?: Hierarchy;
  /** `YYYY-MM-DD`. The snapshot of the day, or the last one before. Default: the newest. */
  day?: string;
  /** `YYYY-MM-DD`. What is compared with. Default: 28 days before `day`. */
  compare?: string;
  /** Who belongs to the node today belongs to it on both days. Default: who belonged then. */
  asOf?: 'today';
};

/**
 * What an answer rests on. Every page has it.
 *
 * @public
 */
export type NodeContext = {
  node: OrgNode;
  hierarchy: Hierarchy;
  /** From the top of what the caller may read down to the node, the node left out. */
  above: OrgNode[];
  /** The day of the snapshot. */
  day: string;
  /** Its end; absent where no snapshot is that old. */
  compareDay?: string;
  /** When the snapshot was last taken, ISO 8601. */
  takenAt: string;
  /** The day is over and the snapshot stands. */
  final: boolean;
  asOf?: 'today';
  formulaVersion: number;
};

/** @public */
export type PortfolioRow = {
  node: OrgNode;
  /** 0: the asked node, 1: its children, and so on. */
  depth: number;
  /** Whether there are nodes below it. */
  hasChildren: boolean;
  health: NodeHealth;
  /** On the day that is compared with; absent where the node was not there. */
  previous?: NodeHealth;
};

/** @public */
export type Portfolio = {
  context: NodeContext;
  formula: HealthFormula;
  /** The asked node first, then depth first, siblings by title. */
  rows: PortfolioRow[];
  /** Services in the node that no group owns, and those of which nothing is measured. */
  gaps: { unowned: number; unmeasured: number };
};

/**
 * A figure of a node, as the metric store rolls it up.
 *
 * @public
 */
export type NodeFigure = {
  metricId: string;
  title: string;
  /** The pillar that a check of it belongs to. */
  pillarId?: string;
  betterWhen: 'higher' | 'lower';
  rollup: MetricRollup;
  /** Of the day that is compared with. */
  previous?: MetricValue;
};

/** @public */
export type NodeTrendPoint = {
  day: string;
  share?: number;
  /** By pillar id; a pillar without a share is left out. */
  pillars: Record<string, number>;
};

/** @public */
export type NodeFigures = {
  context: NodeContext;
  health: NodeHealth;
  previous?: NodeHealth;
  figures: NodeFigure[];
  /** One a week, oldest first, at most 53. */
  trend: NodeTrendPoint[];
};

/** @public */
export type CheckResult = {
  metricId: string;
  title: string;
  of: 'value' | 'change';
  standing: Standing;
  value: MetricValue;
  /** value / previous − 1, where `of` is `change`. */
  change?: number;
  target: number;
  floor: number;
};

/** @public */
export type ServiceStanding = {
  entityRef: string;
  title: string;
  ownerRef?: string;
  systemRef?: string;
  pillars: Array<{
    pillarId: string;
    standing: Standing;
    checks: CheckResult[];
  }>;
};

/** @public */
export type ServiceQuery = NodeQuery & {
  pillar?: string;
  standing?: Standing;
  cursor?: string;
  /** Default 50, at most 200. */
  limit?: number;
};

/** @public */
export type ServicePage = {
  context: NodeContext;
  items: ServiceStanding[];
  total: number;
  nextCursor?: string;
};
