import { addAmounts, multiplyAmounts } from '@portal/amounts';
import type { Initiative, Spend } from '@portal/plugin-executive-common';
import type { Currency } from '../money/Currency';
import type { PeopleCosts } from '../people/PeopleCosts';
import type { CloudCosts, Days } from '../stewardship/CloudCosts';
import type { NodeScope } from '../stewardship/NodeScope';

const mostNamed = 3;

/** What {@link SpendCounter} counts with, for one page. */
export type SpendCounterOptions = {
  cloud: CloudCosts;
  /** Why no cloud cost is shown. */
  cloudMissing?: string;
  currency: Currency;
  people: PeopleCosts;
  scope: NodeScope;
};

type Part = Initiative['systems'][number];

/** Counts what systems and teams cost in a time: cloud by allocation, people by rate. */
export class SpendCounter {
  readonly #options: SpendCounterOptions;

  private constructor(options: SpendCounterOptions) {
    this.#options = options;
  }

  static create(options: SpendCounterOptions): SpendCounter {
    return new SpendCounter(options);
  }

  /** Each times its share; what could not be counted is said in words. */
  async count(
    parts: { systems: readonly Part[]; teams: readonly Part[] },
    days: Days,
  ): Promise<Spend> {
    const { currency } = this.#options;
    const missing: string[] = [];
    const cloud = await this.#cloud(parts.systems, days, missing);
    const people = this.#people(parts.teams, days, missing);
    return {
      cloud: currency.money(cloud),
      people: currency.money(people),
      total: currency.money(addAmounts([cloud, people])),
      missing,
    };
  }

  async #cloud(
    systems: readonly Part[],
    days: Days,
    missing: string[],
  ): Promise<string> {
    const { cloud, cloudMissing, scope } = this.#options;
    if (systems.length === 0) {
      return '0';
    }
    if (cloudMissing !== undefined) {
      missing.push(cloudMissing);
      return '0';
    }
    const costs = await cloud.between(
      systems.map(({ ref }) => ref),
      days,
    );
    const without = systems.filter(({ ref }) => !costs.has(ref));
    if (without.length > 0 && days.from < days.to) {
      missing.push(
        `cloud of ${named(
          without.map(({ ref }) => scope.titleOf(ref)),
        )}, which ${
          without.length === 1 ? 'has' : 'have'
        } no cost in this time`,
      );
    }
    return addAmounts(
      systems.map(({ ref, share }) =>
        multiplyAmounts(costs.get(ref) ?? '0', String(share)),
      ),
    );
  }

  #people(teams: readonly Part[], days: Days, missing: string[]): string {
    const { people, scope } = this.#options;
    const unknown = new Set<string>();
    const amounts = teams.map(({ ref, share }) => {
      const groups = scope.groupsBelow(ref);
      const costs = people.costOf(groups, days.from, days.to);
      // A department has no people besides those of its teams.
      costs.unknown
        .filter(
          group => people.has(group) || scope.groupsBelow(group).length <= 1,
        )
        .forEach(group => unknown.add(group));
      return multiplyAmounts(costs.amount, String(share));
    });
    if (unknown.size > 0) {
      missing.push(
        `people of ${named(
          [...unknown].map(ref => scope.titleOf(ref)),
        )}, who have no rate for all of the time`,
      );
    }
    return addAmounts(amounts);
  }
}

/** The first of them, and how many more. */
function named(titles: readonly string[]): string {
  const more = titles.length - mostNamed;
  return more > 0
    ? `${titles.slice(0, mostNamed).join(', ')} and ${more} more`
    : titles.join(', ');
}
