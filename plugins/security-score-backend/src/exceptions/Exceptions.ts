import { randomUUID } from 'node:crypto';
import { ConflictError, InputError, NotAllowedError } from '@backstage/errors';
import type { SecurityException } from '@portal/plugin-security-score-common';
import type { Knex } from 'knex';
import type { SlaDays } from '../findings/dueSql';
import { addNotices } from '../notify/addNotices';
import { lockFindings } from '../triage/FindingTriage';
import { acceptFindings } from './acceptFindings';
import { exceptionNotice } from './exceptionNotice';
import { ExceptionStore } from './ExceptionStore';

/** What somebody asks for. */
export type Proposal = {
  findingIds: string[];
  reason: string;
  evidence?: string;
  expiresAt: Date;
  renews?: string;
  by: string;
  /** Default: now. */
  at?: Date;
  demo?: boolean;
};

/** What somebody says of it. */
export type Decision = {
  decision: 'approve' | 'reject' | 'withdraw';
  reason?: string;
  by: string;
  /** Default: now. */
  at?: Date;
};

/** What {@link Exceptions} works with. */
export type ExceptionsOptions = {
  client: Knex;
  slaDays: SlaDays;
  /** Who is told that one waits. */
  approvers: string[];
};

const mostDays = 366;
const dayLength = 86_400_000;
const states = {
  approve: 'approved',
  reject: 'rejected',
  withdraw: 'withdrawn',
} as const;

/** Accepts risks for a time, with two people agreeing. */
export class Exceptions {
  readonly #options: ExceptionsOptions;
  readonly #store: ExceptionStore;

  private constructor(options: ExceptionsOptions) {
    this.#options = options;
    this.#store = ExceptionStore.create(options);
  }

  static create(options: ExceptionsOptions): Exceptions {
    return new Exceptions(options);
  }

  readonly list: ExceptionStore['list'] = async filter =>
    this.#store.list(filter);

  readonly get: ExceptionStore['get'] = async (id, refs) =>
    this.#store.get(id, refs);

  /**
   * Asks for one, and where it comes with a decision decides it as well: both or neither.
   *
   * @param refs - The services whose findings may be read; undefined: all. A finding of another is not found.
   */
  async propose(
    proposal: Proposal,
    refs?: string[],
    decision?: Decision,
  ): Promise<SecurityException> {
    const id = randomUUID();
    requireEnd(proposal);
    await this.#options.client.transaction(async transaction => {
      const serviceId = await this.#requireFindings(
        transaction,
        proposal,
        refs,
      );
      await transaction('exceptions').insert({
        id,
        service_id: serviceId,
        reason: proposal.reason,
        evidence: proposal.evidence ?? null,
        state: 'proposed',
        requested_by: proposal.by,
        requested_at: proposal.at ?? new Date(),
        expires_at: proposal.expiresAt,
        renews: proposal.renews ?? null,
        demo: proposal.demo ?? false,
      });
      await transaction.raw(
        `INSERT INTO exception_findings (exception_id, finding_id) SELECT :id::uuid, unnest(:findingIds::bigint[])`,
        { id, findingIds: proposal.findingIds },
      );
      if (decision) {
        await this.#decide(transaction, id, decision);
      } else {
        await this.#tell(transaction, id, 'proposed', this.#options.approvers);
      }
    });
    return this.#store.get(id);
  }

  /** Approves, rejects or withdraws one. Whether the caller may is for the caller of this to ask; nobody decides on the own. */
  async decide(id: string, decision: Decision): Promise<SecurityException> {
    await this.#options.client.transaction(async transaction => {
      const { requested_by: requestedBy } = await this.#decide(
        transaction,
        id,
        decision,
      );
      if (decision.decision !== 'withdraw') {
        await this.#tell(transaction, id, states[decision.decision], [
          requestedBy,
        ]);
      }
    });
    return this.#store.get(id);
  }

  async #decide(
    transaction: Knex.Transaction,
    id: string,
    { decision, by, reason, at }: Decision,
  ): Promise<{ requested_by: string }> {
    const row: { state: string; requested_by: string; is_over: boolean } =
      await transaction('exceptions')
        .where({ id })
        .forUpdate()
        .first(
          'state',
          'requested_by',
          transaction.raw('expires_at <= now() AS is_over'),
        );
    const isOwn = row.requested_by === by;
    if (decision === 'withdraw' && !isOwn) {
      throw new NotAllowedError(
        `${row.requested_by} asked for this exception, and is the one to withdraw it`,
      );
    }
    if (decision !== 'withdraw' && isOwn) {
      throw new NotAllowedError(
        'You asked for this exception: somebody else decides on it',
      );
    }
    const waits = row.state === 'proposed';
    const holds = row.state === 'approved';
    if (!waits && !(decision === 'withdraw' && holds)) {
      throw new ConflictError(
        `The exception is ${row.state}; propose another one`,
      );
    }
    // Made-up history may be over by today.
    if (row.is_over && !at) {
      throw new ConflictError(
        'The exception is past its end; propose another one',
      );
    }
    await transaction('exceptions')
      .where({ id })
      .update({
        state: states[decision],
        decided_by: by,
        decided_at: at ?? new Date(),
        decision_reason: reason ?? null,
      });
    if (decision !== 'reject' && (holds || decision === 'approve')) {
      await acceptFindings(transaction, id, {
        by,
        reason,
        at,
        slaDays: this.#options.slaDays,
      });
    }
    return row;
  }

  async #requireFindings(
    transaction: Knex.Transaction,
    { findingIds, renews }: Proposal,
    refs: string[] | undefined,
  ): Promise<number> {
    const found = await lockFindings(transaction, findingIds, refs);
    const [{ service_id: serviceId, ref }] = found;
    const other = found.find(row => row.service_id !== serviceId);
    if (other) {
      throw new InputError(
        `findingIds: found findings of ${ref} and of ${other.ref}, expected those of one service`,
      );
    }
    const closed = found.find(
      ({ state }) => state !== 'open' && !(renews && state === 'accepted'),
    );
    if (closed) {
      throw new InputError(
        closed.state === 'accepted'
          ? `findingIds: finding ${closed.id} is accepted already; renew its exception`
          : `findingIds: finding ${closed.id} is ${closed.state}, expected an open one: nothing is to be accepted`,
      );
    }
    const waiting = await transaction('exceptions AS e')
      .join('exception_findings AS ef', 'ef.exception_id', 'e.id')
      .whereIn('ef.finding_id', findingIds)
      .where('e.state', 'proposed')
      .where('e.expires_at', '>', transaction.fn.now())
      .first('e.id', 'ef.finding_id');
    if (waiting) {
      throw new ConflictError(
        `An exception for finding ${waiting.finding_id} waits already: ${waiting.id}`,
      );
    }
    if (renews) {
      await requireRenewable(transaction, renews, serviceId);
    }
    return serviceId;
  }

  async #tell(
    transaction: Knex.Transaction,
    id: string,
    what: 'proposed' | 'approved' | 'rejected',
    recipients: string[],
  ): Promise<void> {
    const exception = await ExceptionStore.create({ client: transaction }).get(
      id,
    );
    await addNotices(
      transaction,
      recipients
        .filter(recipient => /^(user|group):/.test(recipient))
        .map(recipient => ({
          recipient,
          payload: exceptionNotice(exception, what),
        })),
    );
  }
}

function requireEnd({ expiresAt, at, demo }: Proposal): void {
  const start = at?.getTime() ?? Date.now();
  const days = (expiresAt.getTime() - start) / dayLength;
  if (days <= 0 && !demo) {
    throw new InputError(
      `expiresAt: found ${expiresAt.toISOString()}, expected an instant that is still to come`,
    );
  }
  if (days > mostDays) {
    throw new InputError(
      `expiresAt: found ${expiresAt.toISOString()}, expected an instant at most a year ahead`,
    );
  }
}

/** One that holds or held, of the same service. */
async function requireRenewable(
  transaction: Knex.Transaction,
  id: string,
  serviceId: number,
): Promise<void> {
  const row: { state: string } | undefined = await transaction('exceptions')
    .where({ id, service_id: serviceId })
    .whereIn('state', ['approved', 'expired'])
    // One that was past its end before somebody decided has nothing to renew.
    .whereNotNull('decided_by')
    .first('state');
  if (!row) {
    throw new InputError(
      `renews: found ${id}, expected an exception of the same service that holds or held`,
    );
  }
}
