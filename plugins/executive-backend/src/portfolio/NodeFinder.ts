import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  Hierarchy,
  OrgNode,
  OrgNodeKind,
} from '@portal/plugin-executive-common';
import type { Knex } from 'knex';
import type { ExecutiveAccess } from '../access/ExecutiveAccess';
import type { NodeRow } from '../snapshots/SnapshotStore';

const mostNodes = 100;
const mostLooked = 2000;
const kindsOf: Record<Hierarchy, string[]> = {
  organisation: ['everything', 'group'],
  domains: ['everything', 'domain', 'system'],
};

/** Finds nodes of the newest snapshot by their words. */
export class NodeFinder {
  readonly #access: ExecutiveAccess;
  readonly #client: Knex;

  private constructor(options: { access: ExecutiveAccess; client: Knex }) {
    this.#access = options.access;
    this.#client = options.client;
  }

  static create(options: {
    access: ExecutiveAccess;
    client: Knex;
  }): NodeFinder {
    return new NodeFinder(options);
  }

  /** Those that the caller may read, by title; at most 100. */
  async find(
    credentials: BackstageCredentials,
    query: { hierarchy?: Hierarchy; text?: string },
  ): Promise<OrgNode[]> {
    const kinds = query.hierarchy
      ? kindsOf[query.hierarchy]
      : [...new Set([...kindsOf.organisation, ...kindsOf.domains])];
    const words = (query.text ?? '')
      .toLocaleLowerCase('en-US')
      .split(/\s+/)
      .filter(Boolean)
      .slice(0, 8);
    const rows: Array<Pick<NodeRow, 'ref' | 'kind' | 'title' | 'type'>> =
      await this.#client('node_snapshots')
        .where(
          'day',
          this.#client('snapshot_days').max('day') as unknown as string,
        )
        .whereIn('kind', kinds)
        .modify(restricted =>
          words.forEach(word =>
            restricted.whereRaw(`lower(title || ' ' || ref) LIKE ?`, [
              `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`,
            ]),
          ),
        )
        .orderByRaw(`kind = 'everything' DESC, lower(title), ref`)
        .limit(mostLooked)
        .select('ref', 'kind', 'title', 'type');
    const readable = await this.#access.readable(
      credentials,
      rows.map(({ ref }) => ref),
    );
    return rows
      .filter(({ ref }) => readable.has(ref))
      .slice(0, mostNodes)
      .map(({ ref, kind, title, type }) => ({
        ref,
        kind: kind as OrgNodeKind,
        title,
        ...(type !== null && { type }),
      }));
  }
}
