import type { FindingEvent } from '@portal/plugin-security-score-common';
import type { Knex } from 'knex';
import { dueSql, type SlaDays } from './dueSql';
import { stateSql } from './stateSql';

/** Why findings are looked at again. */
export type RestatementCause = {
  /** What is written down of those that change; `report`: it follows from how they change. */
  kind: FindingEvent['kind'] | 'report';
  /** An entity reference, or the tool. */
  by: string;
  reason?: string;
  /** When it happened; default: now. */
  at?: Date;
  /** Also those are written down whose state stays: a triage that confirms, a new assignee. */
  always?: boolean;
};

/** Which findings are stated again, and why. */
export type Restatement = {
  cause: RestatementCause;
  slaDays: SlaDays;
} & (
  | { ids: ReadonlyArray<string | number> }
  /** A condition over the table `findings`. */
  | { where: Knex.Raw }
  /** A query of `id`, `from_state` (null: the finding is new) and `from_severity`: how they stood before they were changed. */
  | {
      before: Knex.Raw;
      /** They were inserted in this transaction, so that nobody else can hold them. */
      areNew?: boolean;
    }
);

/** How many findings changed, by how. */
export type RestatementResult = {
  opened: number;
  fixed: number;
  reopened: number;
  changed: number;
};

/**
 * Says again where findings stand, after what decides it was changed, in the same transaction. Whoever changes such a column
 * (triage, vex, accepted_until, present, tool_suppressed, severity) calls this: it alone writes states, what happened, the sums of
 * the day, the ends of SLAs, and which scores are to be calculated again.
 */
export async function restateFindings(
  transaction: Knex.Transaction,
  restatement: Restatement,
): Promise<RestatementResult> {
  const { cause, slaDays } = restatement;
  const before = beforeOf(transaction, restatement);
  const at = cause.at ?? new Date();
  const lock =
    'areNew' in restatement && restatement.areNew
      ? ''
      : 'ORDER BY findings.id FOR UPDATE OF findings';
  const due = dueSql(slaDays, {
    since: 'opened.open_since',
    severity: 'opened.severity',
  });
  const { rows } = await transaction.raw<{ rows: RestatementResult[] }>(
    `WITH before AS MATERIALIZED (?),
     moment AS (SELECT ?::timestamptz AS at, ?::text AS kind, ?::text AS by, ?::text AS reason, ?::boolean AS always),
     locked AS MATERIALIZED (
       SELECT findings.id, findings.service_id, findings.kind, findings.severity, before.from_state, before.from_severity,
              findings.open_since, findings.due_at, findings.fixed_at, ${stateSql(
                'findings',
              )} AS state
       FROM findings JOIN before ON before.id = findings.id
       ${lock}
     ),
     after AS MATERIALIZED (
       SELECT opened.*, ${due} AS due_at
       FROM (
         SELECT locked.id, service_id, locked.kind AS finding_kind, severity, from_state, from_severity, state,
                open_since AS was_open_since, due_at AS was_due_at, fixed_at AS was_fixed_at,
                CASE WHEN state <> 'fixed' THEN NULL WHEN from_state = 'fixed' THEN fixed_at ELSE at END AS fixed_at,
                -- The time runs anew only for what had been gone: neither a triage taken back nor an exception that ends gives more.
                CASE WHEN from_state = 'fixed' AND state <> 'fixed' THEN at ELSE open_since END AS open_since
         FROM locked, moment
       ) AS opened
     ),
     updated AS (
       UPDATE findings SET
         state = after.state,
         open_since = after.open_since,
         due_at = after.due_at,
         fixed_at = after.fixed_at,
         reopened = reopened + CASE WHEN after.from_state = 'fixed' AND after.state = 'open' THEN 1 ELSE 0 END
       FROM after
       -- What stays as it is need not be written again.
       WHERE findings.id = after.id AND (
         findings.state <> after.state OR findings.open_since <> after.open_since
         OR findings.due_at IS DISTINCT FROM after.due_at
         OR (findings.fixed_at IS NULL) = (after.state = 'fixed')
       )
     ),
     events AS (
       INSERT INTO finding_events (finding_id, at, kind, from_state, to_state, by, reason)
       SELECT id, at,
         CASE
           WHEN kind <> 'report' THEN kind
           WHEN state = 'fixed' THEN 'fixed'
           WHEN state = 'suppressed' THEN 'suppressed'
           WHEN from_state IS NULL THEN 'opened'
           WHEN from_state = 'fixed' THEN 'reopened'
           WHEN from_state = 'suppressed' THEN 'suppressed'
           ELSE 'vex'
         END,
         from_state, state, by, reason
       FROM after, moment WHERE always OR from_state IS DISTINCT FROM state ORDER BY id
     ),
     -- What joins the open ones and what leaves them; a severity that changes does both.
     moves AS (
       SELECT service_id, severity, 1 AS step, from_state, 0::double precision AS hours FROM after
       WHERE state = 'open' AND (from_state IS DISTINCT FROM 'open' OR from_severity <> severity)
       UNION ALL
       SELECT service_id, from_severity, -1, state, CASE WHEN state = 'fixed'
         THEN greatest(0, extract(epoch FROM at - was_open_since) / 3600) ELSE 0 END FROM after, moment
       WHERE from_state = 'open' AND (state <> 'open' OR from_severity <> severity)
     ),
     days AS (
       INSERT INTO finding_days AS kept (service_id, day, severity, opened, fixed, reopened, other, fixed_hours)
       SELECT service_id, (at AT TIME ZONE 'UTC')::date, severity,
         count(*) FILTER (WHERE step = 1 AND from_state IS NULL),
         count(*) FILTER (WHERE step = -1 AND from_state = 'fixed'),
         count(*) FILTER (WHERE step = 1 AND from_state = 'fixed'),
         coalesce(sum(step) FILTER (WHERE from_state <> 'fixed'), 0),
         sum(hours)
       FROM moves, moment GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
       ON CONFLICT (service_id, day, severity) DO UPDATE SET
         opened = kept.opened + excluded.opened,
         fixed = kept.fixed + excluded.fixed,
         reopened = kept.reopened + excluded.reopened,
         other = kept.other + excluded.other,
         fixed_hours = kept.fixed_hours + excluded.fixed_hours
     ),
     totals AS (
       INSERT INTO finding_totals AS kept (service_id, kind, state, severity, findings)
       SELECT service_id, finding_kind, state, severity, sum(step) FROM (
         SELECT service_id, finding_kind, state, severity, 1 AS step FROM after
         WHERE from_state IS DISTINCT FROM state OR from_severity <> severity
         UNION ALL
         SELECT service_id, finding_kind, from_state, from_severity, -1 FROM after
         WHERE from_state IS NOT NULL AND (from_state <> state OR from_severity <> severity)
       ) AS steps GROUP BY 1, 2, 3, 4 HAVING sum(step) <> 0 ORDER BY 1, 2, 3, 4
       ON CONFLICT (service_id, kind, state, severity) DO UPDATE SET findings = kept.findings + excluded.findings
     ),
     -- When the time of what is open or fixed ends, by day: see the migration of sums.
     ends AS (
       INSERT INTO finding_end_sums (day, kind, state, severity, findings, met)
       SELECT (due_at AT TIME ZONE 'UTC')::date, finding_kind, state, severity, sum(step),
         sum(CASE WHEN state = 'fixed' AND fixed_at <= due_at THEN step ELSE 0 END)
       FROM (
         SELECT finding_kind, state, severity, due_at, fixed_at, 1 AS step FROM after
         UNION ALL
         SELECT finding_kind, from_state, from_severity, was_due_at, was_fixed_at, -1 FROM after
       ) AS steps WHERE due_at IS NOT NULL AND state IN ('open', 'fixed') GROUP BY 1, 2, 3, 4
       HAVING sum(step) <> 0 OR sum(CASE WHEN state = 'fixed' AND fixed_at <= due_at THEN step ELSE 0 END) <> 0
     ),
     queue AS (
       INSERT INTO score_queue (service_id)
       SELECT DISTINCT service_id FROM after
       WHERE from_state IS DISTINCT FROM state OR from_severity IS DISTINCT FROM severity ORDER BY 1
       ON CONFLICT (service_id) DO NOTHING
     )
     SELECT count(*) FILTER (WHERE state = 'open' AND from_state IS NULL)::integer AS opened,
            count(*) FILTER (WHERE state = 'fixed' AND from_state <> 'fixed')::integer AS fixed,
            count(*) FILTER (WHERE state = 'open' AND from_state = 'fixed')::integer AS reopened,
            count(*) FILTER (WHERE state IS DISTINCT FROM from_state)::integer AS changed
     FROM after`,
    [
      before,
      at,
      cause.kind,
      cause.by,
      cause.reason ?? null,
      cause.always ?? false,
    ] as Knex.RawBinding[],
  );
  return rows[0];
}

function beforeOf(
  transaction: Knex.Transaction,
  restatement: Restatement,
): Knex.Raw {
  if ('before' in restatement) {
    return restatement.before;
  }
  const columns = 'id, state AS from_state, severity AS from_severity';
  return 'ids' in restatement
    ? transaction.raw(
        `SELECT ${columns} FROM findings WHERE id = ANY(?::bigint[])`,
        [restatement.ids.map(String)],
      )
    : transaction.raw(`SELECT ${columns} FROM findings WHERE ?`, [
        restatement.where,
      ]);
}
