import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  dashboardKind,
  type HomeBoard,
} from '@portal/plugin-dashboards-common';
import type { DefaultHome } from '../config';
import type { BoardStore, Reader } from '../database/BoardStore';
import type { DatabaseHomeStore } from '../database/DatabaseHomeStore';
import { isUuid } from './isUuid';

/** Begins the reference of a board that a person keeps; its id follows. */
const boardPrefix = 'board:';

/** What {@link HomeService} needs. */
export type HomeServiceOptions = {
  boards: BoardStore;
  catalog: CatalogService;
  defaults: DefaultHome[];
  store: DatabaseHomeStore;
};

/** Which board a person begins with. */
export class HomeService {
  readonly #options: HomeServiceOptions;

  static create(options: HomeServiceOptions): HomeService {
    return new HomeService(options);
  }

  private constructor(options: HomeServiceOptions) {
    this.#options = options;
  }

  /** A board that the person can't see, or that is gone, counts as not chosen. */
  async get(
    reader: Reader,
    credentials: BackstageCredentials,
  ): Promise<HomeBoard> {
    const { defaults, store } = this.#options;
    const chosen = await store.get(reader.userRef);
    if (chosen && (await this.#isVisible(chosen, reader, credentials))) {
      return { board: chosen, chosenBy: 'person' };
    }
    for (const { groups, board } of defaults) {
      const fits =
        !groups || groups.some(group => reader.groupRefs.includes(group));
      if (fits && (await this.#isVisible(board, reader, credentials))) {
        return { board, chosenBy: 'group' };
      }
    }
    return {};
  }

  async set(
    reader: Reader,
    credentials: BackstageCredentials,
    board: string | undefined,
  ): Promise<HomeBoard> {
    const ref = board === undefined ? undefined : readBoardRef(board);
    if (ref && !(await this.#isVisible(ref, reader, credentials))) {
      throw new InputError(
        `board: found ${board}, which is no board that you can see; list the boards to find one`,
      );
    }
    await this.#options.store.set(reader.userRef, ref);
    return this.get(reader, credentials);
  }

  async #isVisible(
    board: string,
    reader: Reader,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    const { boards, catalog } = this.#options;
    const found = board.startsWith(boardPrefix)
      ? await boards.get(reader, board.slice(boardPrefix.length))
      : await catalog.getEntityByRef(board, { credentials });
    return Boolean(found);
  }
}

function readBoardRef(text: string): string {
  if (text.startsWith(boardPrefix) && isUuid(text.slice(boardPrefix.length))) {
    return text;
  }
  try {
    const ref = parseEntityRef(text);
    if (ref.kind.toLowerCase() === dashboardKind.toLowerCase()) {
      return stringifyEntityRef(ref);
    }
  } catch {
    // It is told below.
  }
  throw new InputError(
    `board: found ${JSON.stringify(
      text,
    )}, expected dashboard:<namespace>/<name> or board:<id>`,
  );
}
