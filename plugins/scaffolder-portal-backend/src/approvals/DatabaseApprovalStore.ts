import type { ApprovalStatus } from '@portal/plugin-scaffolder-portal-common';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import type {
  ApprovalStore,
  NewApproval,
  StoredApproval,
} from './ApprovalStore';

type Row = {
  id: string;
  template_ref: string;
  template_etag: string | null;
  requested_by: string;
  requested_at: Date;
  expires_at: Date;
  approvers: string;
  reason: string;
  values: string;
  status: ApprovalStatus;
  decided_by: string | null;
  decided_at: Date | null;
  comment: string | null;
  started_task_id: string | null;
  used_by_task_id: string | null;
  /** What it is by now, of those that are read. */
  state?: ApprovalStatus;
};

const state = `CASE WHEN status = 'pending' AND expires_at <= now() THEN 'expired' ELSE status END AS state`;

/** How long nobody else starts a run that is being started. */
const longestStart = '1 minute';

/** Keeps approvals in PostgreSQL. */
export class DatabaseApprovalStore implements ApprovalStore {
  readonly #client: Knex;

  private constructor(client: Knex) {
    this.#client = client;
  }

  static create(options: { client: Knex }): DatabaseApprovalStore {
    return new DatabaseApprovalStore(options.client);
  }

  async request(request: NewApproval) {
    const requestedAt = new Date();
    const inserted: Row[] = await this.#client('approvals')
      .insert({
        id: randomUUID(),
        requesting_task_id: request.taskId,
        template_ref: request.templateRef,
        template_etag: request.templateEtag ?? null,
        requested_by: request.requestedBy,
        requested_at: requestedAt,
        expires_at: new Date(requestedAt.getTime() + request.lifetime),
        approvers: request.approvers,
        reason: request.reason,
        values: JSON.stringify(request.values),
      })
      .onConflict(['requesting_task_id', 'approvers'])
      .ignore()
      .returning('*');
    const row: Row =
      inserted[0] ??
      (await this.#current()
        .where({
          requesting_task_id: request.taskId,
          approvers: request.approvers,
        })
        .first());
    return { approval: toApproval(row), isNew: inserted.length > 0 };
  }

  async find(id: string): Promise<StoredApproval | undefined> {
    const row: Row | undefined = await this.#current().where({ id }).first();
    return row && toApproval(row);
  }

  async list(options: {
    requestedBy: string;
    approvers: readonly string[];
    status?: ApprovalStatus;
    limit: number;
  }): Promise<StoredApproval[]> {
    const { requestedBy, approvers, status, limit } = options;
    const rows: Row[] = await this.#current()
      .where(query =>
        query
          .where({ requested_by: requestedBy })
          .orWhereIn('approvers', approvers),
      )
      .andWhere(status ? { state: status } : {})
      .orderBy([
        { column: 'requested_at', order: 'desc' },
        { column: 'id', order: 'asc' },
      ])
      .limit(limit);
    return rows.map(toApproval);
  }

  async decide(
    id: string,
    decision: {
      status: 'approved' | 'rejected';
      decidedBy: string;
      comment?: string;
    },
  ): Promise<StoredApproval | undefined> {
    const [row]: Row[] = await this.#undecided(id)
      .update({
        status: decision.status,
        decided_by: decision.decidedBy,
        decided_at: new Date(),
        comment: decision.comment ?? null,
        // In the same statement, or who clicked twice could be quicker to start it.
        ...(decision.status === 'approved' && {
          starting_since: this.#client.fn.now(),
        }),
      })
      .returning('*');
    return row && toApproval(row);
  }

  async withdraw(
    id: string,
    requestedBy: string,
  ): Promise<StoredApproval | undefined> {
    const [row]: Row[] = await this.#undecided(id)
      .andWhere({ requested_by: requestedBy })
      .update({
        status: 'withdrawn',
        decided_by: requestedBy,
        decided_at: new Date(),
      })
      .returning('*');
    return row && toApproval(row);
  }

  async listExpired(limit: number): Promise<StoredApproval[]> {
    const rows: Row[] = await this.#client('approvals')
      .select('*', this.#client.raw(state))
      .where({ status: 'pending' })
      .whereNull('expiry_told_at')
      .andWhereRaw('expires_at <= now()')
      .orderBy('expires_at')
      .limit(limit);
    return rows.map(toApproval);
  }

  async saveExpiryTold(id: string): Promise<void> {
    await this.#client('approvals')
      .where({ id })
      .update({ expiry_told_at: this.#client.fn.now() });
  }

  async claimStart(id: string): Promise<boolean> {
    const claimed = await this.#client('approvals')
      .where({ id, status: 'approved' })
      .whereNull('started_task_id')
      .andWhere(query =>
        query
          .whereNull('starting_since')
          .orWhereRaw('starting_since < now() - ?::interval', [longestStart]),
      )
      .update({ starting_since: this.#client.fn.now() });
    return claimed > 0;
  }

  async reopen(id: string): Promise<void> {
    await this.#client('approvals')
      .where({ id, status: 'approved' })
      .whereNull('started_task_id')
      .update({
        status: 'pending',
        decided_by: null,
        decided_at: null,
        comment: null,
        starting_since: null,
      });
  }

  async saveStarted(id: string, taskId: string): Promise<StoredApproval> {
    const [row]: Row[] = await this.#client('approvals')
      .where({ id })
      .update({ started_task_id: this.#orElse('started_task_id', taskId) })
      .returning('*');
    return toApproval(row);
  }

  async use(id: string, taskId: string): Promise<boolean> {
    const used = await this.#client('approvals')
      .where({ id, status: 'approved' })
      .andWhere(query =>
        query.whereNull('used_by_task_id').orWhere({ used_by_task_id: taskId }),
      )
      .update({
        used_by_task_id: taskId,
        // Where the portal stopped between starting the run and writing it down.
        started_task_id: this.#orElse('started_task_id', taskId),
      });
    return used > 0;
  }

  #current() {
    return this.#client
      .select('*')
      .from(
        this.#client('approvals')
          .select('*', this.#client.raw(state))
          .as('current'),
      );
  }

  #undecided(id: string) {
    return this.#client('approvals')
      .where({ id, status: 'pending' })
      .andWhereRaw('expires_at > now()');
  }

  /** What a column has, or the value where it has none. */
  #orElse(column: string, value: string) {
    return this.#client.raw('coalesce(??, ?)', [column, value]);
  }
}

function toApproval(row: Row): StoredApproval {
  return {
    id: row.id,
    templateRef: row.template_ref,
    templateEtag: row.template_etag ?? undefined,
    requestedBy: row.requested_by,
    requestedAt: row.requested_at,
    expiresAt: row.expires_at,
    approvers: row.approvers,
    reason: row.reason,
    values: JSON.parse(row.values),
    status: row.state ?? row.status,
    decidedBy: row.decided_by ?? undefined,
    decidedAt: row.decided_at ?? undefined,
    comment: row.comment ?? undefined,
    startedTaskId: row.started_task_id ?? undefined,
    usedByTaskId: row.used_by_task_id ?? undefined,
  };
}
