import { everything } from '@portal/plugin-org-history-common';
import type { OrgTree } from '@portal/plugin-org-history-node';
import type { Knex } from 'knex';
import type { ReadableNode } from './belowGroupsOfPermissionRule';
import { thenOf } from '../snapshots/OrgShape';

/** Says which nodes members of groups may read; the table is written with each snapshot. */
export class NodeReaders {
  readonly #client: Knex;
  readonly #tree: OrgTree;

  private constructor(options: { client: Knex; tree: OrgTree }) {
    this.#client = options.client;
    this.#tree = options.tree;
  }

  static create(options: { client: Knex; tree: OrgTree }): NodeReaders {
    return new NodeReaders(options);
  }

  /** The groups that a user is a direct member of today. */
  async groupsOf(userRef: string): Promise<string[]> {
    await this.#tree.refresh();
    return thenOf(this.#tree.groupsOf(userRef), new Date());
  }

  /** Which of the nodes members of the groups may read. */
  async readable(
    groups: readonly string[],
    refs: readonly string[],
  ): Promise<Set<string>> {
    const rows: Array<{ ref: string }> = await this.#client('node_readers')
      .whereIn('ref', [...refs])
      .whereIn('group_ref', [...groups])
      .distinct('ref');
    return new Set(rows.map(({ ref }) => ref));
  }

  /** The groups that there are figures of, by title. */
  async known(groups: readonly string[]): Promise<string[]> {
    const rows: Array<{ ref: string }> = await this.#client('nodes')
      .whereIn('ref', [...groups])
      .whereNull('deleted_at')
      .orderByRaw('lower(title), ref')
      .select('ref');
    return rows.map(({ ref }) => ref);
  }

  /** Nodes for the rules of permissions: who reads each as a member of a group. Undefined where there is none. */
  async resources(
    refs: readonly string[],
  ): Promise<Array<ReadableNode | undefined>> {
    await this.#tree.refresh();
    const rows: Array<{ ref: string; group_ref: string }> = await this.#client(
      'node_readers',
    ).whereIn('ref', [...refs]);
    return Promise.all(
      refs.map(async ref => {
        const groups = rows
          .filter(row => row.ref === ref)
          .map(row => row.group_ref);
        return ref === everything || (await this.has(ref))
          ? {
              ref,
              isBelowGroupsOf: (userRef: string) =>
                thenOf(this.#tree.groupsOf(userRef), new Date()).some(group =>
                  groups.includes(group),
                ),
            }
          : undefined;
      }),
    );
  }

  /** Whether anything is known of a node, today or of the past. */
  async has(ref: string): Promise<boolean> {
    return Boolean(await this.#client('nodes').where({ ref }).first('ref'));
  }
}
