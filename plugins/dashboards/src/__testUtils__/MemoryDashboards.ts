import {
  type BoardDifference,
  type BoardSharing,
  type BoardVersion,
  type DashboardsApi,
  type HomeBoard,
  type PersonalBoard,
  type PersonalBoardContent,
} from '@portal/plugin-dashboards-common';
import { responseError } from '@portal/plugin-metrics-react/testUtils';

const me = 'user:default/ada';
const at = '2026-11-20T09:00:00Z';

/** Keeps boards in memory, by the rules of the backend. */
export class MemoryDashboards implements DashboardsApi {
  readonly boards = new Map<string, PersonalBoard>();
  home: string | undefined;
  versions: BoardVersion[] = [];
  difference: BoardDifference = { from: 0, to: 1, lines: [] };

  add(content: PersonalBoardContent, more: Partial<PersonalBoard> = {}) {
    const board: PersonalBoard = {
      ...content,
      id: `00000000-0000-4000-8000-00000000000${this.boards.size}`,
      ownerRef: me,
      mine: true,
      sharing: { with: 'nobody' },
      revision: 1,
      createdAt: at,
      updatedAt: at,
      ...more,
    };
    this.boards.set(board.id, board);
    return board;
  }

  async listBoards() {
    const items = [...this.boards.values()].map(
      ({ spec: _spec, ...board }) => board,
    );
    return { items };
  }

  async getBoard(id: string) {
    const board = this.boards.get(id);
    if (!board) {
      throw await responseError(
        404,
        'NotFoundError',
        `There is no board ${id}`,
      );
    }
    return board;
  }

  async createBoard(content: PersonalBoardContent) {
    return this.add(content);
  }

  async updateBoard(
    id: string,
    request: PersonalBoardContent & { revision: number },
  ) {
    return this.#change(id, request.revision, request);
  }

  async shareBoard(
    id: string,
    request: { sharing: BoardSharing; revision: number },
  ) {
    return this.#change(id, request.revision, { sharing: request.sharing });
  }

  async deleteBoard(id: string) {
    this.boards.delete(id);
  }

  async exportBoard(id: string) {
    const { title } = await this.getBoard(id);
    return `kind: Dashboard\nmetadata:\n  title: ${title}\n`;
  }

  async getHome(): Promise<HomeBoard> {
    return this.home ? { board: this.home, chosenBy: 'person' } : {};
  }

  async setHome(board: string | undefined) {
    this.home = board;
    return this.getHome();
  }

  async getHistory() {
    return { items: this.versions };
  }

  async getDifference(request: { from: number; to: number }) {
    const { from, to } = request;
    return { ...this.difference, from, to };
  }

  async #change(id: string, revision: number, change: Partial<PersonalBoard>) {
    const board = await this.getBoard(id);
    if (board.revision !== revision) {
      throw await responseError(409, 'ConflictError', 'It has changed');
    }
    const next = { ...board, ...change, revision: revision + 1 };
    this.boards.set(id, next);
    return next;
  }
}
