import { randomUUID } from 'node:crypto';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  type BoardSharing,
  dashboardNameOf,
  type PersonalBoard,
  type PersonalBoardContent,
  type PersonalBoardSummary,
  toDashboardEntity,
  validateDashboard,
} from '@portal/plugin-dashboards-common';
import type { WidgetDefinition } from '@portal/plugin-widgets-common';
import { isDeepStrictEqual } from 'node:util';
import { stringify } from 'yaml';
import type { BoardStore, Reader } from '../database/BoardStore';
import { formatBoardCursor, parseBoardCursor } from './boardCursor';
import type { ChangeNotifier } from './ChangeNotifier';
import { isUuid } from './isUuid';

/** As many boards as one person may keep. */
const mostOfOne = 100;
/** More problems than these nobody reads in one message. */
const mostProblems = 10;

/** What {@link BoardService} needs. */
export type BoardServiceOptions = {
  notifier: ChangeNotifier;
  store: BoardStore;
  widgets: readonly WidgetDefinition[];
};

/** Boards that people keep in the portal: seen by those they are shared with, changed by their owners alone. */
export class BoardService {
  readonly #options: BoardServiceOptions;

  static create(options: BoardServiceOptions): BoardService {
    return new BoardService(options);
  }

  private constructor(options: BoardServiceOptions) {
    this.#options = options;
  }

  async list(
    reader: Reader,
    page: { cursor?: string; limit: number },
  ): Promise<{ items: PersonalBoardSummary[]; nextCursor?: string }> {
    const { cursor, limit } = page;
    const found = await this.#options.store.list(reader, {
      after: cursor === undefined ? undefined : parseBoardCursor(cursor),
      limit: limit + 1,
    });
    const items = found.slice(0, limit);
    const last = found.length > limit ? items[items.length - 1] : undefined;
    return { items, nextCursor: last && formatBoardCursor(last) };
  }

  async get(reader: Reader, id: string): Promise<PersonalBoard> {
    const board = isUuid(id)
      ? await this.#options.store.get(reader, id)
      : undefined;
    if (!board) {
      throw new NotFoundError(
        `There is no board ${id} that you can see; its owner may have deleted it, or shares it no longer`,
      );
    }
    return board;
  }

  async create(
    reader: Reader,
    request: PersonalBoardContent & { id?: string },
  ): Promise<PersonalBoard> {
    const { id = randomUUID(), ...content } = request;
    this.#check(content);
    const { notifier, store } = this.#options;
    const board = { ...content, id, at: new Date() };
    if (!(await store.insert(reader, board, mostOfOne))) {
      return this.#sameAsBefore(reader, id, content);
    }
    const created = await this.get(reader, id);
    await notifier.boardChanged(created);
    return created;
  }

  async update(
    reader: Reader,
    id: string,
    request: PersonalBoardContent & { revision: number },
  ): Promise<PersonalBoard> {
    const { revision, ...content } = request;
    this.#check(content);
    const before = await this.#mine(reader, id);
    const change = { id, revision, content, at: new Date() };
    if (!(await this.#options.store.update(reader, change))) {
      throw await this.#outdated(reader, id, revision);
    }
    await this.#options.notifier.boardChanged(before);
    return this.get(reader, id);
  }

  async share(
    reader: Reader,
    id: string,
    request: { sharing: BoardSharing; revision: number },
  ): Promise<PersonalBoard> {
    const { revision } = request;
    const sharing = checkSharing(request.sharing);
    const before = await this.#mine(reader, id);
    const change = { id, revision, sharing, at: new Date() };
    if (!(await this.#options.store.update(reader, change))) {
      throw await this.#outdated(reader, id, revision);
    }
    const after = await this.get(reader, id);
    // Those who saw it have to hear of it as those do who see it now.
    await this.#options.notifier.boardChanged(before, after);
    return after;
  }

  async remove(reader: Reader, id: string): Promise<void> {
    const board = await this.#mine(reader, id);
    await this.#options.store.remove(reader, id);
    await this.#options.notifier.boardChanged(board);
  }

  /** The board as YAML of the kind Dashboard. */
  async export(reader: Reader, id: string): Promise<string> {
    const board = await this.get(reader, id);
    return stringify(toDashboardEntity(board, dashboardNameOf(board.title)));
  }

  #check(content: PersonalBoardContent): void {
    const problems = validateDashboard(content.spec, {
      widgets: this.#options.widgets,
    });
    if (problems.length > 0) {
      const told = problems
        .slice(0, mostProblems)
        .map(({ path, message, cure }) => `${path} ${message}. ${cure}`);
      throw new InputError(`The board is not valid: ${told.join(' ')}`);
    }
  }

  async #mine(reader: Reader, id: string): Promise<PersonalBoard> {
    const board = await this.get(reader, id);
    if (!board.mine) {
      throw new NotAllowedError(
        `The board ${id} is ${board.ownerRef}'s, who alone may change it; copy it to have one of your own`,
      );
    }
    return board;
  }

  async #outdated(
    reader: Reader,
    id: string,
    revision: number,
  ): Promise<ConflictError> {
    const { revision: now } = await this.get(reader, id);
    return new ConflictError(
      `The board ${id} has revision ${now}, and your change is based on ${revision}: somebody, maybe you in another window, changed it meanwhile. Load it again, then repeat your change`,
    );
  }

  /** The answer to a creation that added nothing: it was repeated, or it can't be. */
  async #sameAsBefore(
    reader: Reader,
    id: string,
    content: PersonalBoardContent,
  ): Promise<PersonalBoard> {
    const board = await this.#options.store.get(reader, id);
    if (board?.mine && isDeepStrictEqual(board.spec, content.spec)) {
      return board;
    }
    throw new ConflictError(
      board
        ? `There is a board ${id} already; leave the id out to be given a free one`
        : `No board was added: you keep ${mostOfOne} boards, the most that one person can, or the id ${id} is taken. Delete a board, or leave the id out`,
    );
  }
}

function checkSharing(sharing: BoardSharing): BoardSharing {
  if (sharing.with !== 'group') {
    return { with: sharing.with };
  }
  let groupRef = '';
  try {
    const ref = parseEntityRef(sharing.groupRef ?? '', {
      defaultKind: 'group',
      defaultNamespace: 'default',
    });
    groupRef =
      ref.kind.toLowerCase() === 'group' ? stringifyEntityRef(ref) : '';
  } catch {
    // It is told below.
  }
  if (!groupRef) {
    throw new InputError(
      `sharing.groupRef: found ${JSON.stringify(
        sharing.groupRef,
      )}, expected the reference of a group, such as group:default/payments`,
    );
  }
  return { with: 'group', groupRef };
}
