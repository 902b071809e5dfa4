import type {
  ActivitySource,
  PullRequest,
} from '@portal/plugin-activity-common';
import type { Knex } from 'knex';

/** A name by which a source knows a person. */
export type Account = { source: ActivitySource; name: string };

/** One that is open, before it is known whose the repository is. */
export type OpenPullRequest = Omit<PullRequest, 'entityRefs'> & {
  repositoryId: string;
};

type Row = {
  repository_id: string;
  source: ActivitySource;
  repository: string;
  number: string;
  title: string;
  url: string | null;
  author: string | null;
  opened_at: Date;
  state: string;
  review: PullRequest['review'] | null;
  demo: boolean;
  total: number;
};

/**
 * Those that were opened, by the accounts where any are asked for, and neither merged nor closed since; the latest first. Which
 * step is the last follows from when it was taken, not from when it was told, and a merge is final.
 */
export async function openPullRequests(
  client: Knex,
  options: {
    repositoryIds: readonly string[];
    accounts?: readonly Account[];
    limit: number;
  },
): Promise<{ items: OpenPullRequest[]; total: number }> {
  const { repositoryIds, accounts, limit } = options;
  const { rows } = await client.raw<{ rows: Row[] }>(
    `WITH opened AS (
       SELECT DISTINCT ON (a.repository_id, a.subject) a.repository_id, a.subject, a.actor, a.at
       FROM activities a JOIN repositories r ON r.id = a.repository_id
       WHERE a.kind = 'pull-request' AND a.state = 'opened' AND a.subject IS NOT NULL
         AND a.repository_id = ANY (:repositories::bigint[])
         ${
           accounts
             ? `AND lower(a.actor) = ANY (:names::text[])
                AND (r.source, lower(a.actor)) IN (SELECT * FROM unnest(:sources::text[], :names::text[]))`
             : ''
         }
       ORDER BY a.repository_id, a.subject, a.at
     )
     SELECT o.repository_id, r.source, r.name AS repository, o.subject AS number, last.title, last.url, o.actor AS author,
       o.at AS opened_at, last.state, verdict.state AS review, last.demo, count(*) OVER ()::integer AS total
     FROM opened o
     JOIN repositories r ON r.id = o.repository_id
     CROSS JOIN LATERAL (
       SELECT a.title, a.url, a.state, a.demo FROM activities a
       WHERE a.repository_id = o.repository_id AND a.subject = o.subject AND a.kind = 'pull-request'
       ORDER BY a.state = 'merged' DESC, a.at DESC, a.rank DESC, a.id DESC LIMIT 1) last
     LEFT JOIN LATERAL (
       SELECT a.state FROM activities a
       WHERE a.repository_id = o.repository_id AND a.subject = o.subject AND a.kind = 'review'
         AND a.state IN ('approved', 'changes-requested')
       ORDER BY a.at DESC, a.id DESC LIMIT 1) verdict ON true
     WHERE last.state NOT IN ('merged', 'closed')
     ORDER BY o.at DESC, o.repository_id, o.subject LIMIT :limit`,
    {
      repositories: [...repositoryIds],
      sources: accounts?.map(({ source }) => source) ?? [],
      names: accounts?.map(({ name }) => name.toLowerCase()) ?? [],
      limit,
    },
  );
  return { items: rows.map(toPullRequest), total: rows[0]?.total ?? 0 };
}

function toPullRequest(row: Row): OpenPullRequest {
  return {
    repositoryId: String(row.repository_id),
    source: row.source,
    repository: row.repository,
    number: row.number,
    title: row.title,
    url: row.url ?? undefined,
    author: row.author ?? undefined,
    openedAt: row.opened_at.toISOString(),
    draft: row.state === 'draft',
    review: row.review ?? undefined,
    demo: row.demo,
  };
}
