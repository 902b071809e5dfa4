import type { OrgHistoryService } from '@portal/plugin-org-history-node';

/** Finds who owned entities when. */
export interface OwnersByDay {
  /** The owner of each entity at the beginning of a day; an entity that nobody owned is left out. */
  ownersOn(day: string, refs: readonly string[]): Promise<Map<string, string>>;
}

/** Asks the history of ownership. Of several owners the first by name has the cost, so that it is charged once. */
export class HistoryOwnersByDay implements OwnersByDay {
  readonly #history: Pick<OrgHistoryService, 'ownersAt'>;

  private constructor(options: {
    history: Pick<OrgHistoryService, 'ownersAt'>;
  }) {
    this.#history = options.history;
  }

  static create(options: {
    history: Pick<OrgHistoryService, 'ownersAt'>;
  }): HistoryOwnersByDay {
    return new HistoryOwnersByDay(options);
  }

  async ownersOn(
    day: string,
    refs: readonly string[],
  ): Promise<Map<string, string>> {
    if (refs.length === 0) {
      return new Map();
    }
    const found = await this.#history.ownersAt({
      refs: [...refs],
      at: `${day}T00:00:00.000Z`,
    });
    return new Map(
      found.flatMap(({ ref, refs: owners }) => {
        const [owner] = [...owners].sort();
        return owner ? [[ref, owner] as const] : [];
      }),
    );
  }
}
