import type { Knex } from 'knex';
import { exceptionNotice } from '../exceptions/exceptionNotice';
import { ExceptionStore } from '../exceptions/ExceptionStore';
import { addNotices } from './addNotices';
import type { OwnerFinder } from './OwnerFinder';

/** What {@link ExceptionTeller} works with. */
export type ExceptionTellerOptions = {
  client: Knex;
  owners: OwnerFinder;
  /** Days before the end. */
  warnDays: number;
};

/** Those that end soon and that nobody renews yet; not before half of their time is over. */
const endsSoon = `e.state = 'approved' AND e.told_at IS NULL AND e.expires_at > now()
  AND e.expires_at <= now() + make_interval(days => :days)
  AND now() >= e.decided_at + (e.expires_at - e.decided_at) / 2
  AND NOT EXISTS (SELECT FROM exceptions r WHERE r.renews = e.id AND r.state IN ('proposed', 'approved'))`;

/** Tells who asked for an exception once that it ends soon; where that was no person, the owner of the service. */
export class ExceptionTeller {
  readonly #options: ExceptionTellerOptions;

  private constructor(options: ExceptionTellerOptions) {
    this.#options = options;
  }

  static create(options: ExceptionTellerOptions): ExceptionTeller {
    return new ExceptionTeller(options);
  }

  async tell(options: { signal?: AbortSignal } = {}): Promise<void> {
    const { client, owners, warnDays: days } = this.#options;
    const { rows } = await client.raw(
      `SELECT e.id, s.ref, e.requested_by FROM exceptions e JOIN services s ON s.id = e.service_id WHERE ${endsSoon}`,
      { days },
    );
    const found: Array<{ id: string; ref: string; requested_by: string }> =
      rows;
    const owned = await owners.ownersOf(found.map(({ ref }) => ref));
    for (const { id, ref, requested_by: requestedBy } of found) {
      const recipient = /^(user|group):/.test(requestedBy)
        ? requestedBy
        : owned.get(ref);
      if (options.signal?.aborted) {
        return;
      }
      if (recipient) {
        await this.#tellOnce(id, recipient);
      }
    }
  }

  async #tellOnce(id: string, recipient: string): Promise<void> {
    await this.#options.client.transaction(async transaction => {
      const marked = await transaction('exceptions')
        .where({ id })
        .whereNull('told_at')
        .update({ told_at: transaction.fn.now() });
      if (marked > 0) {
        const store = ExceptionStore.create({ client: transaction });
        const payload = exceptionNotice(await store.get(id), 'ending');
        await addNotices(transaction, [{ recipient, payload }]);
      }
    });
  }
}
