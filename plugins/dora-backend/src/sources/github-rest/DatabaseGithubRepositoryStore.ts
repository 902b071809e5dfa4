import type { Knex } from 'knex';
import type { NamedRepository } from '@portal/github-rest';
import type {
  DueRepository,
  GithubRepositoryStatus,
  GithubRepositoryStore,
} from './GithubRepositoryStore';

const ms = `* interval '1 millisecond'`;

/** Keeps them in the table `github_repositories`. */
export class DatabaseGithubRepositoryStore implements GithubRepositoryStore {
  readonly #client: Knex;

  private constructor(client: Knex) {
    this.#client = client;
  }

  static create(options: { client: Knex }): DatabaseGithubRepositoryStore {
    return new DatabaseGithubRepositoryStore(options.client);
  }

  async keepOnly(repositories: readonly NamedRepository[]): Promise<void> {
    const byName = new Map<string, NamedRepository & { refs: Set<string> }>();
    for (const each of repositories) {
      const known = byName.get(each.name) ?? { ...each, refs: new Set() };
      known.refs.add(each.entityRef);
      byName.set(each.name, known);
    }
    const rows = [...byName.values()].map(({ name, host, slug, refs }) => ({
      name,
      host,
      slug,
      entity_refs: [...refs].sort(),
    }));
    await this.#client.raw(
      `WITH named AS (
         SELECT name, host, slug,
           ARRAY(SELECT jsonb_array_elements_text(entity_refs)) AS entity_refs
         FROM jsonb_to_recordset(?::jsonb) AS x (name text, host text, slug text, entity_refs jsonb)
       ), gone AS (
         UPDATE github_repositories SET entity_refs = '{}', failing_since = NULL, error = NULL, failures = 0
         WHERE entity_refs <> '{}' AND name NOT IN (SELECT name FROM named)
       )
       INSERT INTO github_repositories AS r (name, host, slug, entity_refs, next_at)
       SELECT name, host, slug, entity_refs, now() FROM named ORDER BY name
       ON CONFLICT (name) DO UPDATE SET slug = excluded.slug, entity_refs = excluded.entity_refs,
         next_at = CASE WHEN r.entity_refs = '{}' THEN now() ELSE r.next_at END
       WHERE r.slug <> excluded.slug OR r.entity_refs <> excluded.entity_refs`,
      [JSON.stringify(rows)],
    );
  }

  async takeDue(options: {
    lease: number;
  }): Promise<DueRepository | undefined> {
    const { rows } = await this.#client.raw(
      `UPDATE github_repositories SET next_at = now() + ?::bigint ${ms}
       WHERE name = (
         SELECT name FROM github_repositories WHERE entity_refs <> '{}' AND next_at <= now()
         ORDER BY read_at NULLS FIRST, name LIMIT 1 FOR UPDATE SKIP LOCKED
       ) RETURNING name, host, slug, cursor, error`,
      [options.lease],
    );
    const [row] = rows;
    return (
      row && {
        name: row.name,
        host: row.host,
        slug: row.slug,
        cursor: row.cursor ?? undefined,
        error: row.error ?? undefined,
      }
    );
  }

  async saveCursor(name: string, cursor: string): Promise<void> {
    await this.#update(name, { cursor });
  }

  async recordSuccess(
    name: string,
    options: { nextIn: number },
  ): Promise<void> {
    await this.#update(name, {
      next_at: this.#in(options.nextIn),
      read_at: this.#client.fn.now(),
      last_success_at: this.#client.fn.now(),
      failing_since: null,
      failures: 0,
      error: null,
    });
  }

  async recordFailure(
    name: string,
    options: { error: string; nextIn: number; nextInAtMost: number },
  ): Promise<void> {
    const { error, nextIn, nextInAtMost } = options;
    await this.#update(name, {
      next_at: this.#client.raw(
        `now() + least(?::bigint * 2 ^ least(failures, 20), ?::bigint) ${ms}`,
        [nextIn, nextInAtMost],
      ),
      read_at: this.#client.fn.now(),
      failing_since: this.#client.raw('coalesce(failing_since, now())'),
      failures: this.#client.raw('failures + 1'),
      error,
    });
  }

  async postpone(
    name: string,
    options: { until: Date; wasRead: boolean },
  ): Promise<void> {
    await this.#update(name, {
      next_at: options.until,
      ...(options.wasRead && { read_at: this.#client.fn.now() }),
    });
  }

  async statusOf(
    entityRef: string,
  ): Promise<GithubRepositoryStatus | undefined> {
    const row = await this.#client('github_repositories')
      .whereRaw('entity_refs @> ARRAY[?]::text[]', [entityRef])
      .first('host', 'slug', 'last_success_at', 'failing_since', 'error');
    return (
      row && {
        location: `${row.host}/${row.slug}`,
        lastSuccessAt: row.last_success_at ?? undefined,
        failingSince: row.failing_since ?? undefined,
        error: row.error ?? undefined,
      }
    );
  }

  #in(milliseconds: number): Knex.Raw {
    return this.#client.raw(`now() + ?::bigint ${ms}`, [
      Math.round(milliseconds),
    ]);
  }

  async #update(
    name: string,
    values: Record<string, Knex.Value | Knex.Raw | null>,
  ): Promise<void> {
    await this.#client('github_repositories').where({ name }).update(values);
  }
}
