import type {
  LoggerService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { assertError } from '@backstage/errors';
import { BackgroundPace } from '@portal/background-work';
import type { OrgHistoryService } from '@portal/plugin-org-history-node';
import type { NodeCatalog } from '../nodes/NodeCatalog';
import { addDays } from './days';
import type { SnapshotStore, TakenDay } from './SnapshotStore';
import type { SnapshotTaker } from './SnapshotTaker';

/** After how long a day is taken again, in milliseconds. */
const pauses = {
  today: { shortest: 50_000, longest: 10 * 60_000 },
  past: { shortest: 4 * 60_000, longest: Infinity },
};
const daysPerWeek = 7;
/** Somebody may wait for the running day, nobody for one that is over. */
const paces = {
  today: BackgroundPace.create({ share: 1 / 4 }),
  past: BackgroundPace.create(),
};
/** How many days of the past are taken in one go at most, and for how many milliseconds, so that the running day never waits long. */
const [pastDaysPerRun, pastTimePerRun] = [60, 30_000];

/** What {@link SnapshotSchedule} does and asks. */
export type SnapshotScheduleOptions = {
  config: RootConfigService;
  logger: LoggerService;
  nodes: NodeCatalog;
  orgHistory: Pick<OrgHistoryService, 'changes'>;
  scheduler: SchedulerService;
  store: SnapshotStore;
  taker: SnapshotTaker;
};

/** Takes snapshots by the clock, of the past by and by, and rolls up again when the organisation changed. */
export class SnapshotSchedule {
  readonly #options: SnapshotScheduleOptions;
  #sequence: number | undefined;

  private constructor(options: SnapshotScheduleOptions) {
    this.#options = options;
  }

  static create(options: SnapshotScheduleOptions): SnapshotSchedule {
    return new SnapshotSchedule(options);
  }

  async start(): Promise<void> {
    const { scheduler } = this.#options;
    await scheduler.scheduleTask({
      id: 'executive-snapshots',
      frequency: { minutes: 1 },
      initialDelay: { seconds: 60 },
      timeout: { hours: 2 },
      scope: 'global',
      fn: async signal => this.takeDue({ signal: signal as AbortSignal }),
    });
    await scheduler.scheduleTask({
      id: 'executive-changes',
      frequency: { seconds: 3 },
      initialDelay: { seconds: 30 },
      timeout: { minutes: 5 },
      scope: 'local',
      fn: async signal => this.followChanges({ signal: signal as AbortSignal }),
    });
  }

  /** The running day, then days that are over and may still change, then weeks that were never taken, newest first. */
  async takeDue(
    options: { signal?: AbortSignal; now?: Date } = {},
  ): Promise<void> {
    const { config, logger, nodes, store, taker } = this.#options;
    const { signal, now = new Date() } = options;
    const today = now.toISOString().slice(0, 10);
    const settings = config.getOptionalConfig('executive.snapshots');
    const backfillDays = settings?.getOptionalNumber('backfillDays') ?? 366;
    const retentionDays = settings?.getOptionalNumber('retentionDays') ?? 1100;
    const [current] = await store.takenSince(today);
    if (!current || isDue(current, now, pauses.today)) {
      await nodes.refresh({ signal });
      await taker.take(today, {
        signal,
        now,
        pace: paces.today,
        unlessEmpty: true,
      });
    }
    const taken = await store.takenSince(addDays(today, -retentionDays));
    if (!taken.some(({ day }) => day === today)) {
      // Nothing is known of the organisation yet, and so nothing of its past.
      return;
    }
    const due = pastDaysDue({ taken, today, backfillDays, now });
    const end = performance.now() + pastTimePerRun;
    for (const day of due.slice(0, pastDaysPerRun)) {
      signal?.throwIfAborted();
      if (performance.now() > end) {
        break;
      }
      try {
        await taker.take(day, { signal, now, pace: paces.past });
      } catch (error) {
        signal?.throwIfAborted();
        assertError(error);
        logger.warn(`The snapshot of ${day} was not taken: ${error.message}`);
      }
    }
    await store.dropBefore(addDays(today, -retentionDays));
  }

  /** Asks what changed in the organisation; only at a change anything is rolled up again. */
  async followChanges(options: { signal?: AbortSignal } = {}): Promise<void> {
    const { orgHistory, taker } = this.#options;
    const { signal } = options;
    if (this.#sequence === undefined) {
      // What changed while nobody followed is in no page that is to come.
      const last = await this.#lastSequence();
      await taker.reroll({ signal, upTo: last });
      this.#sequence = last;
      return;
    }
    const page = await orgHistory.changes({ after: this.#sequence });
    if (page.items.length > 0) {
      await taker.reroll({ signal, upTo: page.next });
      this.#sequence = page.next;
    }
  }

  async #lastSequence(): Promise<number> {
    let after = 0;
    for (;;) {
      const page = await this.#options.orgHistory.changes({ after });
      if (page.items.length === 0) {
        return after;
      }
      after = page.next;
    }
  }
}

/**
 * Days of the past to take: those that are over and not final, ever more seldom the longer they are known, and the last day of each
 * week that was never taken.
 */
export function pastDaysDue(options: {
  taken: readonly TakenDay[];
  today: string;
  backfillDays: number;
  now: Date;
}): string[] {
  const { taken, today, backfillDays, now } = options;
  const known = new Set(taken.map(({ day }) => day));
  const again = taken.filter(
    each => each.day < today && !each.final && isDue(each, now, pauses.past),
  );
  const never: string[] = [];
  for (let back = 1; back <= backfillDays; back++) {
    const day = addDays(today, -back);
    const isSunday = new Date(`${day}T00:00:00Z`).getUTCDay() === 0;
    if ((isSunday || back === daysPerWeek * 4) && !known.has(day)) {
      never.push(day);
    }
  }
  return [...again.map(({ day }) => day).reverse(), ...never];
}

/** Soon while a day is new, since a portal that has just begun learns by and by; then twice as late each time. */
function isDue(
  { first_taken_at, taken_at }: TakenDay,
  now: Date,
  { shortest, longest }: { shortest: number; longest: number },
): boolean {
  const known = taken_at.getTime() - first_taken_at.getTime();
  const pause = Math.min(longest, Math.max(shortest, known));
  return now.getTime() - taken_at.getTime() >= pause;
}
