import {
  type Board,
  type DashboardEntity,
  type PersonalBoard,
  type PersonalBoardContent,
  toBoard,
  toDashboardEntity,
} from '@portal/plugin-dashboards-common';
import { personalRef } from './boardRef';

/** A board to show. */
export type LoadedBoard = {
  /** `dashboard:<namespace>/<name>` or `board:<id>`. */
  boardRef: string;
  board: Board;
  /** What the catalog says is wrong with the newest version of it. */
  problems: string[];
  /** Set where a person keeps it. */
  personal?: PersonalBoard;
};

/** Reads a board that the catalog has. */
export function fromEntity(entity: DashboardEntity): LoadedBoard {
  const { items = [] } =
    (entity as { status?: { items?: StatusItem[] } }).status ?? {};
  const board = toBoard(entity);
  return {
    boardRef: board.entityRef,
    board,
    problems: items
      .filter(({ level }) => level === 'error')
      .map(({ message, error }) => error?.message ?? message),
  };
}

/** Reads a board that a person keeps. */
export function fromPersonal(personal: PersonalBoard): LoadedBoard {
  const boardRef = personalRef(personal.id);
  const board = {
    ...toBoard(toDashboardEntity(personal, personal.id)),
    entityRef: boardRef,
  };
  return { boardRef, board, problems: [], personal };
}

/** The longest title that a board may have. */
export const longestTitle = 80;

/** What a copy of a board begins with. */
export function copyOf({ board, boardRef }: LoadedBoard): PersonalBoardContent {
  const { type, owner, environments, period, refreshSeconds, tiles } = board;
  const ending = ' (copy)';
  return {
    title: board.title.slice(0, longestTitle - ending.length) + ending,
    ...(board.description && { description: board.description.slice(0, 500) }),
    spec: { type, owner, environments, period, refreshSeconds, tiles },
    copiedFrom: boardRef,
  };
}

/** What the catalog says of the last time it read an entity. */
type StatusItem = {
  level: string;
  message: string;
  error?: { message: string };
};
