import type { MetricRollup } from '@portal/plugin-metrics-common';
import type {
  Hierarchy,
  NodeHealth,
  OrgNode,
  ServiceStanding,
} from '@portal/plugin-executive-common';

/** A day of which there is a snapshot. */
export type SnapshotDay = {
  /** `YYYY-MM-DD` */
  day: string;
  takenAt: string;
  final: boolean;
  formulaVersion: number;
};

/** What of figures is read: those of some metrics, or of none. They are the most of a snapshot. Default: all. */
export type FigureChoice = { metricIds: readonly string[] };

/** A node as it was at the end of a day. */
export type NodeSnapshot = {
  day: string;
  /** Its parent is that of the asked hierarchy. */
  node: OrgNode;
  health: NodeHealth;
  /** By metric id. A metric that nobody published by then is left out. */
  figures: Record<string, MetricRollup>;
};

/** Reads what was the case at the end of days. It answers for every node: who may read which is asked before. */
export interface SnapshotReader {
  /** The snapshot of the day, or the last one before it; undefined where none is that old. Default: the newest. */
  dayAt(day?: string): Promise<SnapshotDay | undefined>;

  /** The nodes by their references; those that were not there are left out. */
  nodes(
    day: string,
    hierarchy: Hierarchy,
    refs: readonly string[],
    figures?: FigureChoice,
  ): Promise<NodeSnapshot[]>;

  /** The node and what is below it, at most `depth` steps, depth first, siblings by title. */
  below(
    day: string,
    hierarchy: Hierarchy,
    ref: string,
    depth: number,
    figures?: FigureChoice,
  ): Promise<Array<NodeSnapshot & { depth: number; hasChildren: boolean }>>;

  /** From the top down to the node, itself left out. */
  above(day: string, hierarchy: Hierarchy, ref: string): Promise<OrgNode[]>;

  /** The node on days, oldest first: the last snapshot of each week of `[from, to]`. */
  weekly(
    ref: string,
    from: string,
    to: string,
    figures?: FigureChoice,
  ): Promise<NodeSnapshot[]>;

  /** Where each service of the node stood, by its title. */
  services(day: string, ref: string): Promise<ServiceStanding[]>;
}
