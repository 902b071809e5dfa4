import type { Knex } from 'knex';
import type { ParsedActivity, Repository } from '../parse/ParsedActivity';
import type {
  ActivityChanges,
  ActivityStore,
  KnownRepository,
  StoredActivity,
} from './ActivityStore';
import { openPullRequests } from './openPullRequests';
import { toStoredActivity, type ActivityRow } from './toStoredActivity';

/** From how many repositories on one walk through everything is cheaper than one through each. */
const manyRepositories = 200;
const deletedAtOnce = 5000;

const columns = `a.id, a.repository_id, a.natural_id, a.kind, a.title, a.detail, a.actor, a.at, a.url, a.state, a.demo,
  to_char(a.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS position`;

/** Keeps it in PostgreSQL. */
export class DatabaseActivityStore implements ActivityStore {
  readonly #client: Knex;

  private constructor(client: Knex) {
    this.#client = client;
  }

  static create(options: { client: Knex }): DatabaseActivityStore {
    return new DatabaseActivityStore(options.client);
  }

  async write(activities: readonly ParsedActivity[]): Promise<ActivityChanges> {
    const changed = new Set<string>();
    let isNew = false;
    // By their names, so that two writers never wait for each other in a circle.
    const ordered = [...activities].sort((one, other) =>
      one.naturalId < other.naturalId ? -1 : 1,
    );
    await this.#client.transaction(async transaction => {
      const ids = new Map<string, string>();
      for (const activity of ordered) {
        const { repository, demo = false } = activity;
        let id = ids.get(repository.key);
        if (!id) {
          const known = await writeRepository(transaction, repository, demo);
          id = known.id;
          isNew ||= known.isNew;
          ids.set(repository.key, id);
        }
        if (await writeActivity(transaction, id, activity)) {
          changed.add(id);
        }
      }
    });
    return { repositories: [...changed], isNew };
  }

  async list(
    options: Parameters<ActivityStore['list']>[0],
  ): Promise<StoredActivity[]> {
    const { repositoryIds, kinds, after, limit } = options;
    const bindings = {
      repositories: [...repositoryIds],
      kinds: kinds ? [...kinds] : [],
      at: after?.at ?? '',
      id: after?.id ?? '0',
      limit,
    };
    const conditions = `
      ${kinds ? 'AND a.kind = ANY(:kinds)' : ''}
      ${after ? 'AND (a.at, a.id) < (:at::timestamptz, :id::bigint)' : ''}`;
    const found =
      repositoryIds.length > manyRepositories
        ? `SELECT * FROM activities a WHERE a.repository_id = ANY(:repositories::bigint[]) ${conditions}
           ORDER BY a.at DESC, a.id DESC LIMIT :limit`
        : `SELECT a.* FROM unnest(:repositories::bigint[]) AS r(id) CROSS JOIN LATERAL (
             SELECT * FROM activities a WHERE a.repository_id = r.id ${conditions}
             ORDER BY a.at DESC, a.id DESC LIMIT :limit) a
           ORDER BY a.at DESC, a.id DESC LIMIT :limit`;
    const { rows } = await this.#client.raw<{ rows: ActivityRow[] }>(
      `SELECT ${columns}, r.source, r.name AS repository FROM (${found}) a
       JOIN repositories r ON r.id = a.repository_id ORDER BY a.at DESC, a.id DESC`,
      bindings,
    );
    return rows.map(toStoredActivity);
  }

  async openPullRequests(
    options: Parameters<ActivityStore['openPullRequests']>[0],
  ) {
    return openPullRequests(this.#client, options);
  }

  async repositories(): Promise<KnownRepository[]> {
    const rows = await this.#client('repositories').select(
      'id',
      'name',
      'key',
      'loose_key',
      'entity_refs',
    );
    return rows.map(row => ({
      id: String(row.id),
      name: row.name,
      key: row.key,
      looseKey: row.loose_key ?? undefined,
      entityRefs: row.entity_refs,
    }));
  }

  async deleteBefore(instant: Date, signal?: AbortSignal): Promise<void> {
    let deleted = deletedAtOnce;
    while (deleted === deletedAtOnce && !signal?.aborted) {
      const { rowCount } = await this.#client.raw(
        `DELETE FROM activities WHERE id IN
           (SELECT id FROM activities WHERE at < ? ORDER BY at, id LIMIT ${deletedAtOnce})`,
        [instant],
      );
      deleted = rowCount;
    }
    await this.#client.raw(
      'DELETE FROM repositories r WHERE NOT EXISTS (SELECT 1 FROM activities a WHERE a.repository_id = r.id)',
    );
  }

  async removeDemo(): Promise<void> {
    await this.#client.transaction(async transaction => {
      await transaction('activities').where('demo', true).delete();
      await transaction('repositories').where('demo', true).delete();
    });
  }
}

async function writeRepository(
  transaction: Knex.Transaction,
  repository: Repository,
  demo: boolean,
): Promise<{ id: string; isNew: boolean }> {
  const { source, name, key, looseKey, entityRefs = [] } = repository;
  // What is real of a repository makes all of it real; a name is shown as it was told last.
  const { rows } = await transaction.raw(
    `INSERT INTO repositories AS r (source, name, key, loose_key, entity_refs, demo)
     VALUES (:source, :name, :key, :looseKey, :entityRefs, :demo)
     ON CONFLICT (key) DO UPDATE SET
       loose_key = coalesce(EXCLUDED.loose_key, r.loose_key),
       entity_refs = (SELECT coalesce(array_agg(DISTINCT ref ORDER BY ref), '{}')
         FROM unnest(r.entity_refs || EXCLUDED.entity_refs) AS ref),
       demo = r.demo AND EXCLUDED.demo
     RETURNING id, xmax = 0 AS is_new`,
    { source, name, key, looseKey: looseKey ?? null, entityRefs, demo },
  );
  return { id: String(rows[0].id), isNew: rows[0].is_new };
}

/** Answers whether anything changed. */
async function writeActivity(
  transaction: Knex.Transaction,
  repositoryId: string,
  activity: ParsedActivity,
): Promise<boolean> {
  const { rowCount } = await transaction.raw(
    `INSERT INTO activities AS a
       (repository_id, natural_id, kind, title, detail, actor, at, rank, url, state, demo)
     VALUES (:repositoryId, :naturalId, :kind, :title, :detail, :actor, :at, :rank, :url, :state, :demo)
     ON CONFLICT (natural_id) DO UPDATE SET title = EXCLUDED.title, detail = EXCLUDED.detail,
       actor = coalesce(EXCLUDED.actor, a.actor), at = EXCLUDED.at, rank = EXCLUDED.rank, url = EXCLUDED.url,
       state = EXCLUDED.state, demo = EXCLUDED.demo
     WHERE (EXCLUDED.rank, EXCLUDED.at, EXCLUDED.title, coalesce(EXCLUDED.state, ''))
         > (a.rank, a.at, a.title, coalesce(a.state, ''))`,
    {
      repositoryId,
      naturalId: activity.naturalId,
      kind: activity.kind,
      title: activity.title,
      detail: activity.detail ?? null,
      actor: activity.actor ?? null,
      at: activity.at,
      rank: activity.rank,
      url: activity.url ?? null,
      state: activity.state ?? null,
      demo: activity.demo ?? false,
    },
  );
  return rowCount > 0;
}
