import { findSavings, realisedSaving } from '@portal/plugin-finops-common';
import type { Knex } from 'knex';
import type { OwnerFinder } from '../notify/OwnerFinder';
import { addDays, daysBetween, dayOf, firstOfMonth } from '../steering/days';
import { partOfShare } from '../steering/partOfShare';
import { readSavingFacts } from './readSavingFacts';
import type {
  AcceptedRecommendation,
  RecommendationStore,
} from './RecommendationStore';

const compareDays = 28;
const measureDays = 180;

/** What {@link SavingsFinder} works with. */
export type SavingsFinderOptions = {
  client: Knex;
  owners: OwnerFinder;
  store: RecommendationStore;
  utilisationColumn: string;
  now?: () => number;
};

/** Looks for savings once a day, and measures those that were accepted. */
export class SavingsFinder {
  readonly #options: SavingsFinderOptions;

  private constructor(options: SavingsFinderOptions) {
    this.#options = options;
  }

  static create(options: SavingsFinderOptions): SavingsFinder {
    return new SavingsFinder(options);
  }

  async run(): Promise<void> {
    const {
      client,
      owners,
      store,
      utilisationColumn,
      now = Date.now,
    } = this.#options;
    const { rows } = await client.raw(
      `SELECT to_char(max(charge_day) + 1, 'YYYY-MM-DD') AS to FROM daily_totals WHERE charge_day < ?::date`,
      [dayOf(now())],
    );
    const to: string | null = rows[0].to;
    if (to === null) {
      return;
    }
    const facts = await readSavingFacts(client, { to, utilisationColumn });
    const findings = findSavings(facts);
    await store.note({
      day: to,
      findings,
      owners: await owners.firstOwnersOf(
        findings.map(({ entityRef }) => entityRef),
      ),
    });
    for (const accepted of await store.listAccepted(
      addDays(to, -measureDays),
    )) {
      const realised = await this.#measure(accepted, to);
      if (realised) {
        await store.setRealised(accepted.id, realised);
      }
    }
  }

  /** The day of the decision itself is on neither side. */
  async #measure(accepted: AcceptedRecommendation, to: string) {
    const { client } = this.#options;
    const { acceptedOn } = accepted;
    const from = addDays(acceptedOn, -compareDays);
    const until = [addDays(acceptedOn, compareDays + 1), to].sort()[0];
    const { rows } = await client.raw(
      `SELECT coalesce(sum(cost) FILTER (WHERE charge_day < :acceptedOn::date), 0)::text AS before,
         coalesce(sum(cost) FILTER (WHERE charge_day > :acceptedOn::date), 0)::text AS after
       FROM (
         SELECT line.charge_day, coalesce(${partOfShare(
           'effective_cost',
         )}, ${partOfShare('billed_cost')}) AS cost
         FROM cost_items AS item
         JOIN cost_lines AS line ON line.item_id = item.id
         JOIN item_shares AS share ON share.billing_month = line.billing_month AND share.item_id = line.item_id
         WHERE item.resource_id = :resourceId AND item.provider_name = :providerName AND line.currency = :currency
           AND line.billing_month >= :fromMonth::date AND line.billing_month <= :toMonth::date
           AND line.charge_day >= :from::date AND line.charge_day < :until::date
       ) AS costs`,
      {
        ...accepted,
        from,
        until,
        fromMonth: firstOfMonth(from, -1),
        toMonth: firstOfMonth(until, 1),
      },
    );
    return realisedSaving({
      ...rows[0],
      beforeDays: compareDays,
      afterDays: daysBetween(addDays(acceptedOn, 1), until),
    });
  }
}
