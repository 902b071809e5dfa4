import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { NotificationPayload } from '@backstage/plugin-notifications-common';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { BudgetUse } from '@portal/plugin-finops-common';
import type { Budgets } from '../budgets/Budgets';
import type { ToldStore } from '../steering/ToldStore';
import { spellAmount, spellAmounts, spellShare } from './spell';
import type { OwnerFinder } from './OwnerFinder';

const kind = 'budget';
/** What people can mute, or send elsewhere. */
export const budgetTopic = 'cost-budget';

/** What {@link BudgetTeller} works with. */
export type BudgetTellerOptions = {
  budgets: Budgets;
  /** Who is told of budgets that nobody owns; may be nobody. */
  fallbackOwner?: string;
  logger: LoggerService;
  notifications: NotificationService;
  owners: OwnerFinder;
  told: ToldStore;
};

/**
 * Tells the owner of a budget of each share that is reached, and of a forecast beyond it, once each in a period. When several
 * shares are reached at once the highest is told, and those below count as told.
 */
export class BudgetTeller {
  readonly #options: BudgetTellerOptions;

  private constructor(options: BudgetTellerOptions) {
    this.#options = options;
  }

  static create(options: BudgetTellerOptions): BudgetTeller {
    return new BudgetTeller(options);
  }

  async run(options: { signal?: AbortSignal } = {}): Promise<void> {
    const { budgets, logger } = this.#options;
    for (const budget of await budgets.listAll()) {
      if (options.signal?.aborted) {
        return;
      }
      try {
        const [use] = await budgets.useOf([budget]);
        await this.#tell(use);
      } catch (error) {
        logger.warn(
          `The owner of the budget ${
            budget.title
          } could not be told of its use, which is tried again: ${stringifyError(
            error,
          )}`,
        );
      }
    }
  }

  async #tell(use: BudgetUse): Promise<void> {
    const { told } = this.#options;
    const { budget, from, reached } = use;
    const subject = { kind, subject: budget.id, period: from };
    const known = await told.list(subject);
    const due = [...budget.thresholds]
      .filter(threshold => reached !== undefined && threshold <= reached)
      .map(threshold => `share ${threshold}`)
      .filter(what => !known.has(what));
    const highest = due.at(-1);
    if (highest) {
      await told.tellOnce({ ...subject, what: highest }, () =>
        this.#send(use, describeReached(use)),
      );
      // Those below say less than what was just told.
      for (const what of due.slice(0, -1)) {
        await told.tellOnce({ ...subject, what }, async () => undefined);
      }
    }
    if (budget.alertOnForecast && use.state === 'forecast-over') {
      await told.tellOnce({ ...subject, what: 'forecast' }, () =>
        this.#send(use, describeForecast(use)),
      );
    }
  }

  async #send(use: BudgetUse, title: string): Promise<void> {
    const { fallbackOwner, logger, notifications, owners } = this.#options;
    const { budget, from, to } = use;
    const found = budget.owner
      ? [budget.owner]
      : await owners.ownersOf(budget.slice.scope);
    const entityRef =
      found.length > 0 || !fallbackOwner ? found : [fallbackOwner];
    if (entityRef.length === 0) {
      logger.info(
        `Nobody is told that "${title}": the budget has no owner, and finops.notifications.fallbackOwner is not set`,
      );
      return;
    }
    const payload: NotificationPayload = {
      title,
      description: describeUse(use),
      link: `/finops/budgets?${new URLSearchParams({ budget: budget.id })}`,
      severity: use.state === 'over' ? 'high' : 'normal',
      topic: budgetTopic,
      // Sent twice, such as by a process that died in between, it is there once.
      scope: `${budgetTopic}:${budget.id}:${from}:${to}:${title}`,
    };
    await notifications.send({
      recipients: { type: 'entity', entityRef },
      payload,
    });
  }
}

function describeReached({ budget, reached, share }: BudgetUse): string {
  return share >= 1 && reached !== undefined && reached >= 1
    ? `Budget ${budget.title}: ${spellShare(share)} used`
    : `Budget ${budget.title}: ${spellShare(reached ?? share)} reached`;
}

function describeForecast({ budget }: BudgetUse): string {
  return `Budget ${budget.title}: expected to be overrun`;
}

function describeUse(use: BudgetUse): string {
  const { budget, spent, from, to, expected } = use;
  const { unconverted, expectedUnconverted } = use;
  const amount = (text: string) => spellAmount(text, budget.currency);
  const parts = [
    `${amount(spent)} of ${amount(
      budget.amount,
    )} are used, from ${from} on until before ${to}.`,
    unconverted &&
      `Not counted are ${spellAmounts(
        unconverted,
      )}: there is no exchange rate to ${
        budget.currency
      }, so more may be used.`,
    expected &&
      `Expected at the end: ${amount(expected)}${
        expectedUnconverted
          ? `, without cost in ${expectedUnconverted
              .map(({ currency }) => currency)
              .join(', ')}`
          : ''
      }.`,
  ];
  return parts.filter(Boolean).join(' ');
}
