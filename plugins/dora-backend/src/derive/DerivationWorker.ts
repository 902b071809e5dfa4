import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { Knex } from 'knex';
import { setTimeout as sleep } from 'node:timers/promises';
import { countFacts } from '../import/entities';
import {
  attributeEntities,
  type AttributionSettings,
} from './attributeEntities';
import { attributeReports } from './attributeReports';
import { windowEnd } from './namedWindows';
import { forgetWindows, storeWindows } from './storeWindows';
import { takeEntity } from './takeEntity';

/** How often it looks by itself, should no notice reach this instance. */
const usualInterval = 1000;
const longestPause = 30_000;
const entitiesPerBatch = 50;
/** While lines are imported, windows are made this often at most: each import of many makes them old again. */
const windowsPause = 5000;
/** Milliseconds for derivations before windows have their turn. */
const turn = 5000;

export type DerivationWorkerOptions = {
  client: Knex;
  logger: LoggerService;
  attribution: AttributionSettings;
  now?: () => number;
  /** Milliseconds between two looks. Default: 1,000. */
  interval?: number;
  /** Whether lines are being imported, for which windows make way for some seconds. */
  isImporting?: () => boolean;
};

/**
 * Makes derived rows again where facts changed: deployments and changes first, then the windows. Any number of instances
 * may work at the same lists; what one has taken, another passes over, and what one dropped in the middle is still listed.
 */
export class DerivationWorker {
  readonly #options: DerivationWorkerOptions;
  readonly #stopping = new AbortController();
  #running: Promise<void> | undefined;
  #wake: () => void = () => {};
  /** When windows were last looked after, in milliseconds of a clock that only goes on. */
  #windowsAt = 0;

  private constructor(options: DerivationWorkerOptions) {
    this.#options = options;
  }

  static create(options: DerivationWorkerOptions): DerivationWorker {
    return new DerivationWorker(options);
  }

  start(): void {
    this.#running ??= this.#run();
  }

  /** Ends after the entity that is at work. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#wake();
    await this.#running;
  }

  /** Says that there is work, so that nobody waits for the next look. */
  notify(): void {
    this.#wake();
  }

  /** Works until both lists are empty. */
  async drain(): Promise<void> {
    const { signal } = this.#stopping;
    await this.#rollWindows();
    let more = true;
    while (more && !signal.aborted) {
      // In turn, so that no flood of reports keeps the windows from a new day.
      const derived = await this.#deriveSome();
      const stored = !this.#makesWay() && (await this.#storeNextWindows());
      more = derived || stored;
    }
  }

  async #run(): Promise<void> {
    const { logger, interval = usualInterval } = this.#options;
    const { signal } = this.#stopping;
    let failures = 0;
    while (!signal.aborted) {
      try {
        await this.drain();
        failures = 0;
      } catch (error) {
        failures += 1;
        logger.warn(
          `Delivery figures wait to be derived, which is tried again: ${stringifyError(
            error,
          )}`,
        );
      }
      await this.#pause(Math.min(interval * 2 ** failures, longestPause));
    }
  }

  async #pause(duration: number): Promise<void> {
    const waking = new AbortController();
    this.#wake = () => waking.abort();
    if (!this.#stopping.signal.aborted) {
      await sleep(duration, undefined, { signal: waking.signal }).catch(
        () => undefined,
      );
    }
  }

  async #deriveSome(): Promise<boolean> {
    const end = Date.now() + turn;
    while (!this.#stopping.signal.aborted) {
      if (!(await this.#deriveNext())) {
        return false;
      }
      if (Date.now() > end) {
        return true;
      }
    }
    return false;
  }

  async #deriveNext(): Promise<boolean> {
    const { client, attribution } = this.#options;
    let entity: Awaited<ReturnType<typeof takeEntity>>;
    try {
      await client.transaction(async transaction => {
        entity = await takeEntity(transaction);
        if (entity) {
          // Another instance may have asked for it because it knows the environments better.
          await attribution.environments.refresh?.();
          await derive(transaction, entity, attribution);
        }
      });
    } catch (error) {
      if (!entity) {
        throw error;
      }
      await this.#postpone(entity.id, error);
    }
    return entity !== undefined;
  }

  /** One that fails must not keep the others waiting. */
  async #postpone(entityId: number, error: unknown): Promise<void> {
    const { client, logger } = this.#options;
    const { rows } = await client.raw(
      `UPDATE derivations SET requested_at = now() + interval '1 minute' WHERE entity_id = ?
       RETURNING (SELECT entity_ref FROM entities WHERE id = entity_id) AS entity_ref`,
      [entityId],
    );
    logger.warn(
      `The deliveries of ${
        rows[0]?.entity_ref
      } could not be derived, which is tried again in a minute: ${stringifyError(
        error,
      )}`,
    );
  }

  /** With a new day all windows end a day later. */
  async #rollWindows(): Promise<void> {
    const { client } = this.#options;
    const endsOn = this.#endsOn();
    await client.transaction(async transaction => {
      const { rows } = await transaction.raw(
        `INSERT INTO settings AS s (key, value) VALUES ('windows.rolledTo', :endsOn)
         ON CONFLICT (key) DO UPDATE SET value = excluded.value WHERE s.value < excluded.value
         RETURNING value`,
        { endsOn },
      );
      if (rows.length > 0) {
        await transaction.raw(
          `INSERT INTO stale_windows (entity_id) SELECT DISTINCT entity_id FROM entity_days
           ON CONFLICT (entity_id) DO NOTHING`,
        );
      }
    });
  }

  #makesWay(): boolean {
    return (
      Boolean(this.#options.isImporting?.()) &&
      performance.now() - this.#windowsAt < windowsPause
    );
  }

  async #storeNextWindows(): Promise<boolean> {
    const { client } = this.#options;
    return client.transaction(async transaction => {
      const { rows }: { rows: { entity_id: number }[] } = await transaction.raw(
        `DELETE FROM stale_windows WHERE entity_id IN (
           SELECT entity_id FROM stale_windows ORDER BY entity_id LIMIT ? FOR UPDATE SKIP LOCKED)
         RETURNING entity_id`,
        [entitiesPerBatch],
      );
      // Not by the clock, which another instance may read otherwise, and which goes on while this one works.
      const rolled = await transaction('settings')
        .where({ key: 'windows.rolledTo' })
        .first('value');
      const endsOn: string = rolled?.value ?? this.#endsOn();
      if (rows.length > 0) {
        const entityIds = rows.map(row => row.entity_id);
        await storeWindows(transaction, { entityIds, endsOn });
        return true;
      }
      this.#windowsAt = performance.now();
      // What another instance has at work is still listed until it is done.
      const finished = await transaction.raw(
        `INSERT INTO settings AS s (key, value)
         SELECT 'windows.completeTo', :endsOn WHERE NOT EXISTS (SELECT FROM stale_windows)
         ON CONFLICT (key) DO UPDATE SET value = excluded.value WHERE s.value < excluded.value
         RETURNING value`,
        { endsOn },
      );
      if (finished.rows.length > 0) {
        await forgetWindows(transaction, endsOn);
      }
      return false;
    });
  }

  #endsOn(): string {
    return windowEnd((this.#options.now ?? Date.now)());
  }
}

async function derive(
  transaction: Knex.Transaction,
  { id, history }: { id: number; history: boolean },
  attribution: AttributionSettings,
): Promise<void> {
  const isDone =
    !history &&
    (await attributeReports(transaction, { entityId: id, ...attribution }));
  if (!isDone) {
    const entityIds = [id];
    await countFacts(transaction, entityIds);
    await attributeEntities(transaction, { entityIds, ...attribution });
  }
}
