import type {
  BoardSharing,
  PersonalBoard,
  PersonalBoardContent,
  PersonalBoardSummary,
} from '@portal/plugin-dashboards-common';

/** Who asks: a person, and the groups that the person belongs to. */
export type Reader = { userRef: string; groupRefs: string[] };

/** The last board of a page. */
export type BoardCursor = { updatedAt: string; id: string };

/** Boards that people keep. Each statement is one transaction, so that a kill leaves a board as it was or as it is to be. */
export interface BoardStore {
  /** Boards that the reader sees, last changed first. */
  list(
    reader: Reader,
    page: { after?: BoardCursor; limit: number },
  ): Promise<PersonalBoardSummary[]>;
  /** Undefined where there is none that the reader sees. */
  get(reader: Reader, id: string): Promise<PersonalBoard | undefined>;
  /** False where the id is taken, or the person has as many boards as one may have. */
  insert(
    reader: Reader,
    board: PersonalBoardContent & { id: string; at: Date },
    mostOfOne: number,
  ): Promise<boolean>;
  /** False where the reader has no such board of that revision. */
  update(
    reader: Reader,
    change: BoardChange & { id: string; revision: number; at: Date },
  ): Promise<boolean>;
  /** False where the reader has no such board. */
  remove(reader: Reader, id: string): Promise<boolean>;
}

/** What a change sets; what it leaves out stays. */
export type BoardChange = {
  content?: PersonalBoardContent;
  sharing?: BoardSharing;
};
