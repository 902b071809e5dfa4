import type {
  BoardCommit,
  BoardVersion,
} from '@portal/plugin-dashboards-common';
import type { Knex } from 'knex';

/** A version that was seen, before it is known whether it is a new one. */
export type SeenVersion = {
  entityRef: string;
  hash: string;
  yaml: string;
  seenAt: Date;
  commit?: BoardCommit;
};

type VersionRow = {
  version: number;
  hash: string;
  seen_at: Date;
  commit_id: string | null;
  commit_author: string | null;
  commit_subject: string | null;
  commit_at: Date | null;
};

/** So many versions of one dashboard are kept; older ones are in Git. */
const mostVersions = 200;

/** The versions of dashboards in the catalog. */
export class DatabaseVersionStore {
  readonly #client: Knex;

  private constructor(client: Knex) {
    this.#client = client;
  }

  static create(options: { client: Knex }): DatabaseVersionStore {
    return new DatabaseVersionStore(options.client);
  }

  /** Hashes of the newest versions, by reference. */
  async newest(entityRefs: string[]): Promise<Map<string, string>> {
    const { rows } = await this.#client.raw(
      `SELECT DISTINCT ON (entity_ref) entity_ref, hash FROM versions
       WHERE entity_ref = ANY(:entityRefs) ORDER BY entity_ref, version DESC`,
      { entityRefs },
    );
    return new Map(
      rows.map((row: { entity_ref: string; hash: string }) => [
        row.entity_ref,
        row.hash,
      ]),
    );
  }

  /** Adds a version unless the newest one is the same: twice, or by two replicas at once, is as once. */
  async add(seen: SeenVersion): Promise<boolean> {
    const { entityRef, commit } = seen;
    return this.#client.transaction(async transaction => {
      const { rowCount } = await transaction.raw(
        `INSERT INTO versions
           (entity_ref, version, hash, yaml, seen_at, commit_id, commit_author, commit_subject, commit_at)
         SELECT :entityRef, coalesce(newest.version, 0) + 1, :hash, :yaml, :seenAt, :id, :author, :subject, :at
         FROM (SELECT 1) one
           LEFT JOIN (SELECT version, hash FROM versions WHERE entity_ref = :entityRef ORDER BY version DESC LIMIT 1) newest
             ON true
         WHERE newest.hash IS DISTINCT FROM CAST(:hash AS text)
         ON CONFLICT DO NOTHING`,
        {
          ...seen,
          id: commit?.id ?? null,
          author: commit?.author ?? null,
          subject: commit?.subject ?? null,
          at: commit ? new Date(commit.at) : null,
        },
      );
      if (rowCount !== 1) {
        return false;
      }
      await transaction.raw(
        `DELETE FROM versions WHERE entity_ref = :entityRef AND version <=
           (SELECT max(version) FROM versions WHERE entity_ref = :entityRef) - :mostVersions`,
        { entityRef, mostVersions },
      );
      return true;
    });
  }

  /** Newest first. */
  async list(entityRef: string): Promise<BoardVersion[]> {
    const rows = await this.#client<VersionRow & { entity_ref: string }>(
      'versions',
    )
      .where('entity_ref', entityRef)
      .select(
        'version',
        'hash',
        'seen_at',
        'commit_id',
        'commit_author',
        'commit_subject',
        'commit_at',
      )
      .orderBy('version', 'desc');
    return rows.map(toVersion);
  }

  /** The canonical YAML of a version; undefined where there is none. */
  async yamlOf(
    entityRef: string,
    version: number,
  ): Promise<string | undefined> {
    const row = await this.#client('versions')
      .where({ entity_ref: entityRef, version })
      .first('yaml');
    return row?.yaml;
  }
}

function toVersion(row: VersionRow): BoardVersion {
  return {
    version: row.version,
    hash: row.hash,
    seenAt: row.seen_at.toISOString(),
    ...(row.commit_id && {
      commit: {
        id: row.commit_id,
        author: row.commit_author ?? '',
        subject: row.commit_subject ?? '',
        at: (row.commit_at ?? row.seen_at).toISOString(),
      },
    }),
  };
}
