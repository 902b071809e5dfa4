import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { NotificationPayload } from '@backstage/plugin-notifications-common';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { CostAnomaly } from '@portal/plugin-finops-common';
import type { Knex } from 'knex';
import { textOfKey } from '../anomalies/AnomalyKey';
import type { AnomalyStore } from '../anomalies/AnomalyStore';
import { addDays, dayOf } from '../steering/days';
import type { ToldStore } from '../steering/ToldStore';
import type { OwnerFinder } from './OwnerFinder';
import { spellAmount } from './spell';

const kind = 'anomaly';
/** What people can mute, or send elsewhere. */
export const anomalyTopic = 'cost-anomaly';

/** Older ones are history that was just imported. */
const tellDays = 14;
/** What lasts for some days is told once. */
const quietDays = 7;
const mostAtOnce = 200;

/** What {@link AnomalyTeller} works with. */
export type AnomalyTellerOptions = {
  anomalies: AnomalyStore;
  client: Knex;
  /** Who is told of what nobody owns; may be nobody. */
  fallbackOwner?: string;
  logger: LoggerService;
  notifications: NotificationService;
  owners: OwnerFinder;
  told: ToldStore;
  now?: () => number;
};

/** Tells owners of new anomalies that cost more than expected. */
export class AnomalyTeller {
  readonly #options: AnomalyTellerOptions;

  private constructor(options: AnomalyTellerOptions) {
    this.#options = options;
  }

  static create(options: AnomalyTellerOptions): AnomalyTeller {
    return new AnomalyTeller(options);
  }

  async run(options: { signal?: AbortSignal } = {}): Promise<void> {
    const { anomalies, logger, now = Date.now } = this.#options;
    const { items } = await anomalies.list({
      from: addDays(dayOf(now()), -tellDays),
      state: 'open',
      limit: mostAtOnce,
    });
    for (const anomaly of items.toReversed()) {
      if (options.signal?.aborted) {
        return;
      }
      if (!anomaly.owner && Number(anomaly.impact) > 0) {
        try {
          await this.#tell(anomaly);
        } catch (error) {
          logger.warn(
            `Nobody could be told of the anomaly of ${
              anomaly.entityRef || 'everything'
            } on ${anomaly.day}, which is tried again: ${stringifyError(
              error,
            )}`,
          );
        }
      }
    }
  }

  async #tell(anomaly: CostAnomaly): Promise<void> {
    const { anomalies, fallbackOwner, notifications, owners, told } =
      this.#options;
    const found = await owners.ownersOf(anomaly.entityRef);
    const entityRef =
      found.length > 0 || !fallbackOwner ? found : [fallbackOwner];
    if (entityRef.length === 0 || (await this.#wasTold(anomaly))) {
      return;
    }
    const subject = textOfKey(anomaly);
    const isTold = await told.tellOnce(
      { kind, subject, period: anomaly.day, what: 'found' },
      async () =>
        notifications.send({
          recipients: { type: 'entity', entityRef },
          payload: describe(anomaly),
        }),
    );
    if (isTold) {
      await anomalies.setOwner(anomaly.id, entityRef[0]);
    }
  }

  /** Whether the same slice was told some days before. */
  async #wasTold(anomaly: CostAnomaly): Promise<boolean> {
    const { rows } = await this.#options.client.raw(
      `SELECT FROM told_costs WHERE kind = :kind AND subject = :subject
         AND period < :day::date AND period >= :day::date - ${quietDays} LIMIT 1`,
      { kind, subject: textOfKey(anomaly), day: anomaly.day },
    );
    return rows.length > 0;
  }
}

function describe(anomaly: CostAnomaly): NotificationPayload {
  const { day, currency, contributions } = anomaly;
  const amount = (text: string) => spellAmount(text, currency);
  const subject = anomaly.entityRef
    ? [anomaly.entityRef, anomaly.environment, anomaly.serviceCategory]
    : [anomaly.bucket || 'Total', anomaly.environment, anomaly.serviceCategory];
  const [cause] = contributions;
  const parts = [
    `Expected ${amount(anomaly.expected)}, found ${amount(anomaly.actual)}.`,
    cause &&
      `Most of it: ${
        cause.resourceName || cause.resourceId || cause.chargeDescription
      } (${cause.serviceName}), ${amount(cause.difference)} more.`,
  ];
  return {
    title: `${amount(anomaly.impact)} more than usual on ${day}: ${subject
      .filter(Boolean)
      .join(', ')}`,
    description: parts.filter(Boolean).join(' '),
    link: `/finops/anomalies?${new URLSearchParams({ anomaly: anomaly.id })}`,
    severity: 'high',
    topic: anomalyTopic,
    scope: `${anomalyTopic}:${textOfKey(anomaly)}:${day}`,
  };
}
