import { deepStrictEqual, strictEqual } from 'node:assert';
import { isError } from '@backstage/errors';
import type { ExceptionState } from '@portal/plugin-security-score-common';
import type { Knex } from 'knex';
import { Exceptions, type Decision } from '../exceptions/Exceptions';
import {
  closeExceptions,
  settleExceptions,
} from '../exceptions/settleExceptions';

const dayLength = 86_400_000;

/** Who asks and decides in tests, by number. */
export const people = ['user:default/ann', 'user:default/bob'];

/** What somebody does, or time. */
export type Step =
  | {
      type: 'propose';
      findings: number[];
      days: number;
      by: number;
      renews?: number;
    }
  | {
      type: 'decide';
      exception: number;
      decision: Decision['decision'];
      by: number;
    }
  | { type: 'wait'; days: number }
  | { type: 'settle' };

/** An exception as the rules have it, in days since the beginning. */
type Known = {
  id: string;
  findings: number[];
  by: number;
  end: number;
  state: ExceptionState;
  decided: boolean;
};

/** What was answered; undefined where it was refused. */
async function settled<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (
      isError(error) &&
      ['ConflictError', 'InputError', 'NotAllowedError'].includes(error.name)
    ) {
      return undefined;
    }
    throw error;
  }
}

/** The rules beside the database: each step is done in both, and they are compared. */
export class ExceptionLife {
  readonly #known: Known[] = [];
  readonly #exceptions: Exceptions;
  #today = 0;

  private constructor(
    private readonly client: Knex,
    private readonly ids: string[],
  ) {
    this.#exceptions = Exceptions.create({
      client,
      slaDays: {},
      approvers: [],
    });
  }

  static create(client: Knex, ids: string[]): ExceptionLife {
    return new ExceptionLife(client, ids);
  }

  async live(steps: readonly Step[]): Promise<void> {
    for (const each of steps) {
      await this.#take(each);
      // As every route does before it reads.
      await settleExceptions(this.client, { slaDays: {} });
      await this.#compare();
    }
  }

  async #take(each: Step): Promise<void> {
    if (each.type === 'propose') {
      await this.#propose(each);
    } else if (each.type === 'decide') {
      await this.#decide(each);
    } else if (each.type === 'settle') {
      await closeExceptions(this.client);
    } else {
      this.#today += each.days;
      await this.#passDays(each.days);
    }
  }

  async #propose(each: Step & { type: 'propose' }): Promise<void> {
    const renewed =
      each.renews === undefined ? undefined : this.#at(each.renews);
    const isAsked = each.renews !== undefined && renewed !== undefined;
    const isAllowed =
      each.days > 0 &&
      each.days <= 366 &&
      each.findings.every(finding => isAsked || !this.#holds(finding)) &&
      !this.#known.some(
        known =>
          this.#stateOf(known) === 'proposed' &&
          known.findings.some(finding => each.findings.includes(finding)),
      ) &&
      (!isAsked ||
        (renewed.decided &&
          ['approved', 'expired'].includes(this.#stateOf(renewed))));
    const answer = await settled(
      this.#exceptions.propose({
        findingIds: each.findings.map(finding => this.ids[finding]),
        reason: 'It is behind a wall',
        expiresAt: new Date(Date.now() + each.days * dayLength),
        by: people[each.by],
        ...(isAsked && { renews: renewed.id }),
      }),
    );
    strictEqual(answer !== undefined, isAllowed);
    if (answer) {
      this.#known.push({
        id: answer.id,
        findings: each.findings,
        by: each.by,
        end: this.#today + each.days,
        state: 'proposed',
        decided: false,
      });
    }
  }

  async #decide(each: Step & { type: 'decide' }): Promise<void> {
    const known = this.#at(each.exception);
    if (!known) {
      return;
    }
    const state = this.#stateOf(known);
    const isOwn = known.by === each.by;
    const isAllowed =
      each.decision === 'withdraw'
        ? isOwn && (state === 'proposed' || state === 'approved')
        : !isOwn && state === 'proposed';
    const answer = await settled(
      this.#exceptions.decide(known.id, {
        decision: each.decision,
        by: people[each.by],
      }),
    );
    strictEqual(answer !== undefined, isAllowed);
    if (answer) {
      known.state = (
        {
          approve: 'approved',
          reject: 'rejected',
          withdraw: 'withdrawn',
        } as const
      )[each.decision];
      known.decided = true;
    }
  }

  /** Time passes by moving everything into the past. */
  async #passDays(days: number): Promise<void> {
    await this.client.raw(
      `UPDATE exceptions e SET requested_at = requested_at - make_interval(days => :days),
         decided_at = decided_at - make_interval(days => :days), expires_at = expires_at - make_interval(days => :days)
       FROM exception_findings ef WHERE ef.exception_id = e.id AND ef.finding_id = ANY(:ids::bigint[])`,
      { days, ids: this.ids },
    );
    await this.client.raw(
      `UPDATE findings SET accepted_until = accepted_until - make_interval(days => :days),
         open_since = open_since - make_interval(days => :days) WHERE id = ANY(:ids::bigint[])`,
      { days, ids: this.ids },
    );
  }

  async #compare(): Promise<void> {
    const rows = await this.client('findings')
      .whereIn('id', this.ids)
      .orderBy('id')
      .select('state', 'open_since', 'accepted_until');
    deepStrictEqual(
      rows.map(({ state }) => state),
      this.ids.map((_, index) => (this.#holds(index) ? 'accepted' : 'open')),
    );
    for (const row of rows) {
      // An exception never gives more time than there was.
      const days = (Date.now() - row.open_since.getTime()) / dayLength;
      strictEqual(Math.round(days), this.#today);
      strictEqual(row.accepted_until !== null, row.state === 'accepted');
    }
    for (const known of this.#known) {
      const { state } = await this.#exceptions.get(known.id);
      strictEqual(state, this.#stateOf(known));
    }
  }

  #holds(finding: number): boolean {
    return this.#known.some(
      known =>
        this.#stateOf(known) === 'approved' && known.findings.includes(finding),
    );
  }

  #stateOf({ state, end }: Known): ExceptionState {
    return (state === 'proposed' || state === 'approved') && end <= this.#today
      ? 'expired'
      : state;
  }

  #at(index: number): Known | undefined {
    return this.#known.length > 0
      ? this.#known[index % this.#known.length]
      : undefined;
  }
}
