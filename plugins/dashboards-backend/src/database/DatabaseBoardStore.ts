import type {
  BoardSharing,
  DashboardSpec,
  PersonalBoard,
  PersonalBoardContent,
  PersonalBoardSummary,
} from '@portal/plugin-dashboards-common';
import type { Knex } from 'knex';
import type {
  BoardChange,
  BoardCursor,
  BoardStore,
  Reader,
} from './BoardStore';

type SummaryRow = {
  id: string;
  owner_ref: string;
  title: string;
  description: string | null;
  copied_from: string | null;
  shared_with: BoardSharing['with'];
  group_ref: string | null;
  revision: number;
  created_at: Date;
  updated_at: Date;
};
type BoardRow = SummaryRow & { spec: DashboardSpec };

const summaryColumns = [
  'id',
  'owner_ref',
  'title',
  'description',
  'copied_from',
  'shared_with',
  'group_ref',
  'revision',
  'created_at',
  'updated_at',
];

/** Keeps boards in PostgreSQL. */
export class DatabaseBoardStore implements BoardStore {
  readonly #client: Knex;

  private constructor(client: Knex) {
    this.#client = client;
  }

  static create(options: { client: Knex }): DatabaseBoardStore {
    return new DatabaseBoardStore(options.client);
  }

  async list(
    reader: Reader,
    page: { after?: BoardCursor; limit: number },
  ): Promise<PersonalBoardSummary[]> {
    const query = this.#visibleTo(reader)
      .select(summaryColumns)
      .orderBy([
        { column: 'updated_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(page.limit);
    if (page.after) {
      query.whereRaw('(updated_at, id) < (?, ?)', [
        new Date(page.after.updatedAt),
        page.after.id,
      ]);
    }
    const rows: SummaryRow[] = await query;
    return rows.map(row => toSummary(row, reader));
  }

  async get(reader: Reader, id: string): Promise<PersonalBoard | undefined> {
    const row: BoardRow | undefined = await this.#visibleTo(reader)
      .where('id', id)
      .first([...summaryColumns, 'spec']);
    return row && { ...toSummary(row, reader), spec: row.spec };
  }

  async insert(
    reader: Reader,
    board: PersonalBoardContent & { id: string; at: Date },
    mostOfOne: number,
  ): Promise<boolean> {
    const { rowCount } = await this.#client.raw(
      `INSERT INTO boards (id, owner_ref, title, description, spec, copied_from, shared_with, revision, created_at, updated_at)
       SELECT CAST(:id AS uuid), :owner, :title, :description, CAST(:spec AS json), :copiedFrom, 'nobody', 1, :at, :at
       WHERE (SELECT count(*) FROM boards WHERE owner_ref = :owner) < :mostOfOne
       ON CONFLICT (id) DO NOTHING`,
      {
        ...toColumns(board),
        id: board.id,
        owner: reader.userRef,
        at: board.at,
        mostOfOne,
      },
    );
    return rowCount === 1;
  }

  async update(
    reader: Reader,
    change: BoardChange & { id: string; revision: number; at: Date },
  ): Promise<boolean> {
    const { id, revision, at, content, sharing } = change;
    const columns = content && toColumns(content);
    const count = await this.#client('boards')
      .where({ id, revision, owner_ref: reader.userRef })
      .update({
        ...(columns && {
          title: columns.title,
          description: columns.description,
          spec: columns.spec,
          copied_from: columns.copiedFrom,
        }),
        ...(sharing && {
          shared_with: sharing.with,
          group_ref: sharing.with === 'group' ? sharing.groupRef : null,
        }),
        revision: revision + 1,
        updated_at: at,
      });
    return count === 1;
  }

  async remove(reader: Reader, id: string): Promise<boolean> {
    const count = await this.#client('boards')
      .where({ id, owner_ref: reader.userRef })
      .delete();
    return count === 1;
  }

  #visibleTo({ userRef, groupRefs }: Reader) {
    return this.#client('boards').whereRaw(
      `(owner_ref = ? OR shared_with = 'everyone' OR shared_with = 'group' AND group_ref = ANY(?))`,
      [userRef, groupRefs],
    );
  }
}

function toColumns(content: PersonalBoardContent) {
  return {
    title: content.title,
    description: content.description ?? null,
    spec: JSON.stringify(content.spec),
    copiedFrom: content.copiedFrom ?? null,
  };
}

function toSummary(row: SummaryRow, reader: Reader): PersonalBoardSummary {
  return {
    id: row.id,
    ownerRef: row.owner_ref,
    mine: row.owner_ref === reader.userRef,
    title: row.title,
    description: row.description ?? undefined,
    copiedFrom: row.copied_from ?? undefined,
    sharing: toSharing(row),
    revision: row.revision,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}

function toSharing(row: SummaryRow): BoardSharing {
  return row.shared_with === 'group'
    ? { with: 'group', groupRef: row.group_ref! }
    : { with: row.shared_with };
}
