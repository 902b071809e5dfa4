import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { RELATION_OWNED_BY, type Entity } from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import {
  defaultTierEdition,
  tierMetricIds,
  windowMetrics,
  windowTiers,
  type WindowFacts,
} from '@portal/plugin-dora-common';
import type { OverviewStore } from '../database/OverviewStore';
import { dayBefore } from '../derive/namedWindows';
import { describeTierChange } from './describeTierChange';
import type { SeenTier, TierChange, ToldTierStore } from './ToldTierStore';

/** The window that the tiers of a service are from. */
const days = 90;
const refsPerRequest = 200;

/** What {@link TierChangeTeller} works with. */
export type TierChangeTellerOptions = {
  auth: AuthService;
  catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
  logger: LoggerService;
  notifications: NotificationService;
  store: ToldTierStore;
  windows: Pick<OverviewStore, 'listWindows' | 'newestEnd'>;
  /** For how many days a change has to hold before anybody is told. */
  holdDays: number;
};

/**
 * Tells the owners of a service when one of its figures has moved to another tier, and stayed there.
 *
 * @remarks
 *
 * A change is marked as told in the transaction in which it was told. A process that dies between both tells it again, with
 * the same scope, so that the notification is there once.
 */
export class TierChangeTeller {
  readonly #options: TierChangeTellerOptions;

  private constructor(options: TierChangeTellerOptions) {
    this.#options = options;
  }

  static create(options: TierChangeTellerOptions): TierChangeTeller {
    return new TierChangeTeller(options);
  }

  async run(options: { signal?: AbortSignal } = {}): Promise<void> {
    const { holdDays, store, windows } = this.#options;
    const endsOn = await windows.newestEnd();
    if (endsOn === undefined) {
      return;
    }
    const facts = await windows.listWindows({
      window: { endsOn, days },
      environment: '',
      members: 'everybody',
    });
    const day = dayBefore(endsOn);
    const isNewest = await store.see({
      day,
      edition: defaultTierEdition,
      services: facts.map(({ entityRef }) => entityRef),
      tiers: facts.flatMap(tiersOf),
    });
    if (isNewest) {
      const due = await store.listDue({ day, holdDays });
      for (let start = 0; start < due.length; start += refsPerRequest) {
        if (options.signal?.aborted) {
          return;
        }
        await this.#tell(due.slice(start, start + refsPerRequest));
      }
    }
  }

  async #tell(changes: readonly TierChange[]): Promise<void> {
    const { logger, store } = this.#options;
    const entities = await this.#readEntities(changes);
    for (const [index, change] of changes.entries()) {
      const entity = entities[index];
      // Before the catalog has been filled nobody owns anything: it stays due.
      if (entity) {
        try {
          await store.tellOnce(change, () => this.#notify(change, entity));
        } catch (error) {
          logger.warn(
            `The owners of ${
              change.entityRef
            } were not told of its new tier, which is tried again: ${stringifyError(
              error,
            )}`,
          );
        }
      }
    }
  }

  async #notify(change: TierChange, entity: Entity): Promise<void> {
    const owners = (entity.relations ?? [])
      .filter(({ type }) => type === RELATION_OWNED_BY)
      .map(({ targetRef }) => targetRef);
    if (owners.length > 0) {
      const { name, title } = entity.metadata;
      await this.#options.notifications.send({
        recipients: { type: 'entity', entityRef: owners },
        payload: describeTierChange(change, title ?? name),
      });
    }
  }

  async #readEntities(
    changes: readonly TierChange[],
  ): Promise<(Entity | undefined)[]> {
    const { auth, catalog } = this.#options;
    const { items } = await catalog.getEntitiesByRefs(
      {
        entityRefs: changes.map(({ entityRef }) => entityRef),
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.title',
          'relations',
        ],
      },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    return items;
  }
}

function tiersOf(facts: WindowFacts): SeenTier[] {
  const { entityRef } = facts;
  const { metrics } = windowTiers(
    facts,
    windowMetrics(facts, days),
    defaultTierEdition,
  );
  return tierMetricIds.flatMap(metric => {
    const tier = metrics[metric]?.tier;
    return tier ? [{ entityRef, metric, tier }] : [];
  });
}
