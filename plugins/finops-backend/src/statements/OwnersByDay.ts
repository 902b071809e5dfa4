import type { OrgTree } from '@portal/plugin-org-history-node';

/** Finds who owned entities when. */
export interface OwnersByDay {
  /** The owner of each entity at the beginning of a day; an entity that nobody owned is left out. */
  ownersOn(day: string, refs: readonly string[]): Promise<Map<string, string>>;
}

/**
 * Asks the history of ownership. Of several owners the first by name has the cost, so that it is charged once; a change counts
 * from the day on that follows it, as it does everywhere else.
 */
export class TreeOwnersByDay implements OwnersByDay {
  readonly #tree: Pick<OrgTree, 'ownersOf' | 'refresh'>;

  private constructor(options: {
    tree: Pick<OrgTree, 'ownersOf' | 'refresh'>;
  }) {
    this.#tree = options.tree;
  }

  static create(options: {
    tree: Pick<OrgTree, 'ownersOf' | 'refresh'>;
  }): TreeOwnersByDay {
    return new TreeOwnersByDay(options);
  }

  async ownersOn(
    day: string,
    refs: readonly string[],
  ): Promise<Map<string, string>> {
    await this.#tree.refresh();
    const at = Date.parse(day);
    const owners = new Map<string, string>();
    for (const ref of refs) {
      const [owner] = this.#tree
        .ownersOf(ref)
        .filter(({ from, to }) => from <= at && at < to)
        .map(each => each.ref)
        .sort();
      if (owner) {
        owners.set(ref, owner);
      }
    }
    return owners;
  }
}
