import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { endSql } from '../findings/dueSql';
import { addNotices } from './addNotices';
import { breachNotice, type Breach } from './breachNotice';
import type { OwnerFinder } from './OwnerFinder';

/** What {@link BreachTeller} works with. */
export type BreachTellerOptions = {
  client: Knex;
  /** Days after which the group above is told; absent: never. */
  escalateAfterDays?: number;
  /** Who is told of what nobody owns; may be nobody. */
  fallbackOwner?: string;
  logger: LoggerService;
  owners: OwnerFinder;
};

type Step = 'overdue' | 'escalated';

const mostAtOnce = 10_000;
/** Findings that are open as they were when they became overdue. */
const isSame =
  "f.id = b.finding_id AND f.open_since = b.open_since AND f.state = 'open'";

/**
 * Notes findings whose time to fix is over, tells their owner once, and after a while the group above. What became overdue since the
 * last run is one notice an owner, not one a finding.
 */
export class BreachTeller {
  readonly #options: BreachTellerOptions;

  private constructor(options: BreachTellerOptions) {
    this.#options = options;
  }

  static create(options: BreachTellerOptions): BreachTeller {
    return new BreachTeller(options);
  }

  /** Writes down what became overdue, and forgets what is repaired. What is accepted for a time is kept: it was told. */
  async note(options: { signal?: AbortSignal } = {}): Promise<void> {
    await this.#options.client.raw(
      `DELETE FROM finding_breaches b USING findings f
        WHERE f.id = b.finding_id AND (f.state = 'fixed' OR f.open_since <> b.open_since)`,
    );
    let noted = mostAtOnce;
    while (noted === mostAtOnce && !options.signal?.aborted) {
      const { rowCount } = await this.#options.client.raw(
        `WITH due AS (
           SELECT f.id, f.open_since, f.due_at FROM findings f
            WHERE f.state = 'open' AND ${endSql('f')} <= now()
              AND NOT EXISTS (SELECT FROM finding_breaches b WHERE b.finding_id = f.id AND b.open_since = f.open_since)
            LIMIT ${mostAtOnce}
         ), noted AS (
           INSERT INTO finding_breaches (finding_id, open_since) SELECT id, open_since FROM due
           ON CONFLICT DO NOTHING RETURNING finding_id
         )
         INSERT INTO finding_events (finding_id, at, kind, by)
         SELECT due.id, due.due_at, 'overdue', 'security-score' FROM due JOIN noted ON noted.finding_id = due.id`,
      );
      noted = rowCount;
    }
  }

  /** Tells owners, and then those above them. */
  async tell(options: { signal?: AbortSignal } = {}): Promise<void> {
    const { escalateAfterDays, fallbackOwner, owners } = this.#options;
    const untold = await this.#servicesWith('b.told_at IS NULL');
    const owned = await owners.ownersOf(untold);
    await this.#tellEach(
      'overdue',
      groupByRecipient(untold, ref => owned.get(ref) ?? fallbackOwner),
      options.signal,
    );
    if (escalateAfterDays === undefined) {
      return;
    }
    const waiting = await this.#servicesWith(
      'b.escalated_at IS NULL AND b.told_at <= now() - make_interval(days => :days)',
      escalateAfterDays,
    );
    const told = await owners.ownersOf(waiting);
    const above = await owners.aboveOf([...told.values()]);
    await this.#tellEach(
      'escalated',
      groupByRecipient(waiting, ref => {
        const owner = told.get(ref);
        // Nobody is told of the same twice.
        return (owner && above.get(owner)) ?? (owner && fallbackOwner);
      }),
      options.signal,
    );
  }

  async #tellEach(
    step: Step,
    byRecipient: Map<string, string[]>,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    for (const [recipient, refs] of byRecipient) {
      if (signal?.aborted) {
        return;
      }
      await this.#options.client.transaction(async transaction => {
        const breaches = await this.#mark(transaction, step, refs);
        if (breaches.length > 0) {
          await addNotices(transaction, [
            { recipient, payload: breachNotice(breaches, { recipient, step }) },
          ]);
        }
      });
    }
  }

  /** Two instances mark each breach once: the second waits, and finds it marked. */
  async #mark(
    transaction: Knex.Transaction,
    step: Step,
    refs: string[],
  ): Promise<Breach[]> {
    const { rows } = await transaction.raw(
      `UPDATE finding_breaches b SET ${
        step === 'overdue' ? 'told_at' : 'escalated_at'
      } = now()
         FROM findings f JOIN services s ON s.id = f.service_id
        WHERE ${isSame} AND s.ref = ANY(:refs::text[]) AND ${
        step === 'overdue'
          ? 'b.told_at IS NULL'
          : 'b.escalated_at IS NULL AND b.told_at <= now() - make_interval(days => :days)'
      }
        RETURNING s.ref, f.name, f.severity, f.title`,
      { refs, days: this.#options.escalateAfterDays ?? 0 },
    );
    return rows;
  }

  async #servicesWith(condition: string, days = 0): Promise<string[]> {
    const { rows } = await this.#options.client.raw(
      `SELECT DISTINCT s.ref FROM finding_breaches b JOIN findings f ON ${isSame}
         JOIN services s ON s.id = f.service_id WHERE ${condition} ORDER BY 1`,
      condition.includes(':days') ? { days } : {},
    );
    return rows.map(({ ref }: { ref: string }) => ref);
  }
}

function groupByRecipient(
  refs: readonly string[],
  recipientOf: (ref: string) => string | undefined,
): Map<string, string[]> {
  const grouped = Map.groupBy(refs, recipientOf);
  grouped.delete(undefined);
  return grouped as Map<string, string[]>;
}
