import type { Comparison } from '@portal/plugin-metrics-common';
import type { OverviewStore } from '../database/OverviewStore';
import type { NamedWindow } from '../derive/namedWindows';
import { ServiceWindows } from './ServiceWindows';

/** The windows of services, by reference and then by environment; '' stands for all environments together. */
export type KnownWindows = ReadonlyMap<
  string,
  ReadonlyMap<string, ServiceWindows>
>;

/** A window, and what it is compared with. */
export type ComparedWindow = { window: NamedWindow; comparison: Comparison };

type Kept = {
  services: Map<string, ReadonlyMap<string, ServiceWindows>>;
  /** Which transaction made what is kept of a service. */
  changedIn: Map<string, string>;
  /** Everything that older transactions made is here. */
  horizon: string;
  running: Promise<void>;
  next?: Promise<void>;
};

/** The windows of every length with both comparisons, those of yesterday included while those of today are made. */
const mostWindows = 12;

/**
 * Keeps the windows of all services in memory, and asks for those that changed since at each read: many services change seldom,
 * and rows cost more to send and to take apart than to look through.
 *
 * @remarks
 *
 * What is answered is never older than the question. Some hundred bytes are kept of a service for each length of window,
 * environment and edition that is asked for.
 */
export class WindowMemory {
  readonly #store: Pick<OverviewStore, 'listChangedWindows'>;
  /** The one that was asked for last is the last. */
  readonly #kept = new Map<string, Kept>();

  private constructor(store: Pick<OverviewStore, 'listChangedWindows'>) {
    this.#store = store;
  }

  static create(options: {
    store: Pick<OverviewStore, 'listChangedWindows'>;
  }): WindowMemory {
    return new WindowMemory(options.store);
  }

  /** What is known of a window and the one that it is compared with. It changes with the next read: what is needed is taken at once. */
  async read(asked: ComparedWindow): Promise<KnownWindows> {
    const { window, comparison } = asked;
    const key = `${window.endsOn} ${window.days} ${comparison}`;
    const kept = this.#kept.get(key) ?? {
      services: new Map(),
      changedIn: new Map(),
      horizon: '0',
      running: Promise.resolve(),
    };
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size > mostWindows) {
        this.#kept.delete(oldest);
      }
    }
    await this.#refresh(kept, asked);
    return kept.services;
  }

  /** One at a time. Who comes while one is running waits for the one after it, which begins later than the question. */
  async #refresh(kept: Kept, asked: ComparedWindow): Promise<void> {
    kept.next ??= kept.running
      .catch(() => undefined)
      .then(async () => {
        kept.running = kept.next ?? kept.running;
        kept.next = undefined;
        await this.#load(kept, asked);
      });
    return kept.next;
  }

  async #load(kept: Kept, asked: ComparedWindow): Promise<void> {
    const { horizon, services } = await this.#store.listChangedWindows({
      ...asked,
      since: kept.horizon,
    });
    for (const { entityRef, changedIn, windows } of services) {
      // A long transaction keeps the horizon back: what came after it is told again.
      if (kept.changedIn.get(entityRef) === changedIn) {
        continue;
      }
      kept.changedIn.set(entityRef, changedIn);
      const byEnvironment = new Map<string, ServiceWindows>();
      for (const [environment, { now, before }] of windows) {
        if (now) {
          const { days } = asked.window;
          byEnvironment.set(
            environment,
            ServiceWindows.create({ now, before, days }),
          );
        }
      }
      if (byEnvironment.size > 0) {
        kept.services.set(entityRef, byEnvironment);
      } else {
        kept.services.delete(entityRef);
      }
    }
    kept.horizon = horizon;
  }
}
