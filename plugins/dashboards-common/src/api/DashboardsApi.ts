import type { BoardDifference, BoardVersion } from './BoardVersion';
import type {
  BoardSharing,
  PersonalBoard,
  PersonalBoardContent,
  PersonalBoardSummary,
} from './PersonalBoard';

/**
 * The board that a person begins with.
 *
 * @public
 */
export type HomeBoard = {
  /** `dashboard:<namespace>/<name>` of the catalog, or `board:<id>` of a personal one. Absent: there is none. */
  board?: string;
  /** `person`: chosen. `group`: the default of one of the person's groups, or of everyone. */
  chosenBy?: 'person' | 'group';
};

/** @public */
export type DashboardsRequestOptions = { token?: string; signal?: AbortSignal };

/**
 * Names of a dashboard of the catalog.
 *
 * @public
 */
export type DashboardName = { namespace: string; name: string };

/**
 * The channel of signals that say which boards changed: `{ boards: string[] }`, references as in {@link HomeBoard}, no content.
 *
 * @public
 */
export const dashboardsSignalChannel = 'dashboards';

/**
 * What people keep in the portal about dashboards, and the history of those in the catalog.
 *
 * @public
 */
export interface DashboardsApi {
  /** Own boards and those that are shared with the caller, last changed first. */
  listBoards(
    request?: { cursor?: string; limit?: number },
    options?: DashboardsRequestOptions,
  ): Promise<{ items: PersonalBoardSummary[]; nextCursor?: string }>;
  getBoard(
    id: string,
    options?: DashboardsRequestOptions,
  ): Promise<PersonalBoard>;
  /** Private at first. The same `id`, a UUID of the caller's, makes a repeated request harmless. */
  createBoard(
    content: PersonalBoardContent & { id?: string },
    options?: DashboardsRequestOptions,
  ): Promise<PersonalBoard>;
  /** Fails with a ConflictError when the board has another revision by now. */
  updateBoard(
    id: string,
    request: PersonalBoardContent & { revision: number },
    options?: DashboardsRequestOptions,
  ): Promise<PersonalBoard>;
  shareBoard(
    id: string,
    request: { sharing: BoardSharing; revision: number },
    options?: DashboardsRequestOptions,
  ): Promise<PersonalBoard>;
  deleteBoard(id: string, options?: DashboardsRequestOptions): Promise<void>;
  /** YAML of the kind Dashboard, to propose it for a repository. */
  exportBoard(id: string, options?: DashboardsRequestOptions): Promise<string>;
  getHome(options?: DashboardsRequestOptions): Promise<HomeBoard>;
  /** Without a board: back to the default. */
  setHome(
    board: string | undefined,
    options?: DashboardsRequestOptions,
  ): Promise<HomeBoard>;
  /** Versions of a dashboard of the catalog, newest first. */
  getHistory(
    request: DashboardName,
    options?: DashboardsRequestOptions,
  ): Promise<{ items: BoardVersion[] }>;
  getDifference(
    request: DashboardName & { from: number; to: number },
    options?: DashboardsRequestOptions,
  ): Promise<BoardDifference>;
}
