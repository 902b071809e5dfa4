import type { WindowFacts } from '@portal/plugin-dora-common';
import type { NamedWindow } from '../derive/namedWindows';

/** A stretch of days `[from, to)` in which an entity belongs, as dates; open where nothing bounds it. */
export type MemberDays = { entityRef: string; from?: string; to?: string };

/** What adds up over the days of a point. */
export type DaySums = { deployments: number; failed: number; reworks: number };

/** Whose rows are read: those of some entities, or everybody's. */
export type OverviewMembers = readonly string[] | 'everybody';

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
   * What adds up in each point, in their order.
   *
   * @param options - Points are days `[from, to)`, as dates.
   */
  sumDays(options: {
    points: readonly { from: string; to: string }[];
    environment: string;
    members: readonly MemberDays[] | 'everybody';
  }): Promise<DaySums[]>;

  /**
   * Production environments to which some of the entities were deployed, sorted.
   *
   * @param window - One that is kept, to look at fewer rows: each has all environments of its entities.
   */
  listEnvironments(
    members: OverviewMembers,
    window?: NamedWindow,
  ): Promise<string[]>;
}
