import type { WindowFacts } from '@portal/plugin-dora-common';
import type { Comparison } from '@portal/plugin-metrics-common';
import type { NamedWindow } from '../derive/namedWindows';

/** A stretch of days `[from, to)` in which an entity belongs, as dates; open where nothing bounds it. */
export type MemberDays = { entityRef: string; from?: string; to?: string };

/** What adds up over the days of a point. */
export type DaySums = { deployments: number; failed: number; reworks: number };

/** Whose rows are read: those of some entities, or everybody's. */
export type OverviewMembers = readonly string[] | 'everybody';

/** The facts of a window, and of the one that it is compared with. */
export type WindowPair = { now?: WindowFacts; before?: WindowFacts };

/** The windows of a service that changed, by environment. None where nothing of it is known any more. */
export type ChangedWindows = {
  entityRef: string;
  /** The transaction that made them; another one each time. */
  changedIn: string;
  windows: ReadonlyMap<string, WindowPair>;
};

/** Reads what is kept ready for views of many entities. */
export interface OverviewStore {
  /** The end of the newest windows that are whole; nothing where none were ever made. */
  newestEnd(): Promise<string | undefined>;

  /** The windows of entities; an entity without any known deployment has none. */
  listWindows(options: {
    window: NamedWindow;
    environment: string;
    members: OverviewMembers;
  }): Promise<WindowFacts[]>;

  /**
   * The windows, and those that they are compared with, of entities for which they were made by a transaction that is not older than one.
   *
   * @param options - `since` is the `horizon` of the answer before, or '0' for all. An entity may be told again.
   */
  listChangedWindows(options: {
    window: NamedWindow;
    comparison: Comparison;
    since: string;
  }): Promise<{ horizon: string; services: ChangedWindows[] }>;

  /**
   * References of the entities that have days `[from, to)`, as dates, but no such window: those that came in since windows were made,
   * and those of which all deployments lie just outside of it.
   */
  listWithoutWindow(options: {
    window: NamedWindow;
    from: string;
    to: string;
  }): Promise<string[]>;

  /**
   * What adds up in each point, in their order.
   *
   * @param options - Points are days `[from, to)`, as dates. `allBut` takes everybody's days without some.
   */
  sumDays(options: {
    points: readonly { from: string; to: string }[];
    environment: string;
    members: readonly MemberDays[] | { allBut: readonly MemberDays[] };
  }): Promise<DaySums[]>;

  /** Production environments to which anything was ever deployed, sorted. */
  listEnvironments(): Promise<string[]>;

  /** References of the entities of which the demo generator made facts; none where there is no demo. */
  listWithDemo(): Promise<Set<string>>;
}
