import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import {
  deploymentMetrics,
  type DoraMetrics,
} from '@portal/plugin-dora-common';
import type { DeliveryStore, Span } from '../database/DeliveryStore';
import type { OverviewStore } from '../database/OverviewStore';
import { describeDigest } from './describeDigest';
import type { DigestSettings } from './DigestSettings';
import type { DigestStore } from './DigestStore';
import { digestWeek, type DigestWeek } from './digestWeek';
import { listOwnedServices, type OwnedService } from './listOwnedServices';
import { summariseGroup, type DigestService } from './summariseGroup';

/** A digest that could not be sent for this long is left out: the next one is near. */
const mostLate = 24 * 3_600_000;
const refsPerRequest = 200;

/** What {@link DigestSender} works with. */
export type DigestSenderOptions = {
  auth: AuthService;
  catalog: Pick<CatalogService, 'getEntitiesByRefs' | 'queryEntities'>;
  delivery: Pick<DeliveryStore, 'getPeriodFacts'>;
  logger: LoggerService;
  notifications: NotificationService;
  settings: DigestSettings;
  store: DigestStore;
  windows: Pick<OverviewStore, 'listWindows' | 'newestEnd'>;
  now?: () => number;
};

/** Tells each group once a week how the delivery of the services that it owns changed. */
export class DigestSender {
  readonly #options: DigestSenderOptions;

  private constructor(options: DigestSenderOptions) {
    this.#options = options;
  }

  static create(options: DigestSenderOptions): DigestSender {
    return new DigestSender(options);
  }

  async run(options: { signal?: AbortSignal } = {}): Promise<void> {
    const { settings, store, now = Date.now } = this.#options;
    const at = now();
    const week = digestWeek(at, settings);
    if (at - week.sentAt >= mostLate || (await store.isDone(week.day))) {
      return;
    }
    const measured = await this.#listMeasured();
    if (!measured) {
      return;
    }
    const groups = await listOwnedServices({ ...this.#options, ...options });
    const names = await this.#nameGroups([...groups.keys()]);
    const sent = await store.listSent(week.day);
    let isWhole = true;
    for (const [groupRef, services] of groups) {
      if (options.signal?.aborted) {
        return;
      }
      if (!sent.has(groupRef)) {
        const name = names.get(groupRef);
        const group = { groupRef, services, name };
        isWhole = (await this.#send(group, week, measured)) && isWhole;
      }
    }
    // An empty catalog is one that has not been filled yet.
    if (isWhole && groups.size > 0) {
      await store.markDone(week.day);
    }
  }

  async #send(
    group: { groupRef: string; name?: string; services: OwnedService[] },
    week: DigestWeek,
    measured: ReadonlySet<string>,
  ): Promise<boolean> {
    const { logger, notifications, store } = this.#options;
    const { groupRef, services } = group;
    try {
      const summary = summariseGroup(
        await this.#measure(services, week, measured),
      );
      const uncharged = await store.listUncharged({
        entityRefs: services.map(({ entityRef }) => entityRef),
        period: week.lastWeek,
      });
      const payload = describeDigest({
        groupRef,
        name: group.name ?? parseEntityRef(groupRef).name,
        week: week.day,
        summary,
        uncharged,
      });
      await store.sendOnce({ groupRef, week: week.day }, async () => {
        if (payload) {
          await notifications.send({
            recipients: { type: 'entity', entityRef: groupRef },
            payload,
          });
        }
      });
      return true;
    } catch (error) {
      logger.warn(
        `The weekly digest of ${groupRef} was not sent, which is tried again: ${stringifyError(
          error,
        )}`,
      );
      return false;
    }
  }

  /** One service after the other: nobody waits for it, and pages that somebody waits for need the database. */
  async #measure(
    services: readonly OwnedService[],
    week: DigestWeek,
    measured: ReadonlySet<string>,
  ): Promise<DigestService[]> {
    const found: DigestService[] = [];
    for (const service of services) {
      const { entityRef } = service;
      found.push(
        measured.has(entityRef)
          ? { ...service, figures: await this.#figuresOf(entityRef, week) }
          : service,
      );
    }
    return found;
  }

  async #figuresOf(
    entityRef: string,
    week: DigestWeek,
  ): Promise<{ now: DoraMetrics; before: DoraMetrics }> {
    const periods: Span[] = [week.period, week.before];
    const facts = await this.#options.delivery.getPeriodFacts({
      entityRef,
      periods,
    });
    const [now, before] = periods.map(({ from, to }, index) =>
      deploymentMetrics({ facts: facts[index], duration: to - from }),
    );
    return { now, before };
  }

  /** Services of which any deployment is known; nothing before figures were ever made. */
  async #listMeasured(): Promise<Set<string> | undefined> {
    const { windows } = this.#options;
    const endsOn = await windows.newestEnd();
    if (endsOn === undefined) {
      return undefined;
    }
    const facts = await windows.listWindows({
      window: { endsOn, days: 28 },
      environment: '',
      members: 'everybody',
    });
    return new Set(facts.map(({ entityRef }) => entityRef));
  }

  async #nameGroups(refs: readonly string[]): Promise<Map<string, string>> {
    const { auth, catalog } = this.#options;
    const names = new Map<string, string>();
    for (let start = 0; start < refs.length; start += refsPerRequest) {
      const entityRefs = refs.slice(start, start + refsPerRequest);
      const { items } = await catalog.getEntitiesByRefs(
        {
          entityRefs,
          fields: ['metadata.name', 'metadata.title', 'spec.profile'],
        },
        { credentials: await auth.getOwnServiceCredentials() },
      );
      for (const [index, entity] of items.entries()) {
        if (entity) {
          const { metadata, spec } = entity;
          const profile = spec?.profile;
          const shown =
            typeof profile === 'object' &&
            profile !== null &&
            'displayName' in profile
              ? profile.displayName
              : undefined;
          names.set(
            entityRefs[index],
            metadata.title ??
              (typeof shown === 'string' ? shown : metadata.name),
          );
        }
      }
    }
    return names;
  }
}
