import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { CheckSettings } from '@portal/plugin-service-health-common';
import type { CheckStore, DueProbe } from '../database/CheckStore';
import { minuteOf } from '../database/hourMasks';
import type { Observation } from '../database/Observation';
import type { ResultStore } from '../database/ResultStore';
import type { ProbeResult } from '../probes/ProbeResult';

/** How often probes are taken and results are written, in milliseconds. */
const tickMs = 500;
/** How many results one transaction writes at most. */
const batchSize = 1_000;
/** Results that wait for a database that is away; older ones are dropped first. */
const maxWaiting = 50_000;

/** What {@link ProbeLoop} works with. */
export type ProbeLoopOptions = {
  checks: Pick<CheckStore, 'take'>;
  results: Pick<ResultStore, 'record'>;
  logger: LoggerService;
  concurrency: number;
  /** Minutes. */
  interval: number;
  run: (settings: CheckSettings) => Promise<ProbeResult>;
  /** Called when states changed. */
  onChanged: (count: number) => void;
};

/** One loop for all probes of this instance. Instances share the work through the database. */
export class ProbeLoop {
  readonly #options: ProbeLoopOptions;
  readonly #running = new Set<Promise<void>>();
  #waiting: Observation[] = [];
  #stopped = false;
  #loop: Promise<void> | undefined;
  #wake: (() => void) | undefined;
  #lag = 0;

  private constructor(options: ProbeLoopOptions) {
    this.#options = options;
  }

  static create(options: ProbeLoopOptions): ProbeLoop {
    return new ProbeLoop(options);
  }

  /** By how many milliseconds the probes that were taken last came late, at most. */
  get lag(): number {
    return this.#lag;
  }

  start(): void {
    this.#loop ??= this.#turn();
  }

  /** Takes no more probes, waits for those that run, and writes what they found. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#wake?.();
    await this.#loop;
    await Promise.all(this.#running);
    await this.#write();
  }

  async #turn(): Promise<void> {
    while (!this.#stopped) {
      try {
        await this.#take();
        await this.#write();
      } catch (error) {
        this.#options.logger.warn(
          `Probes wait for the database: ${stringifyError(error)}`,
        );
      }
      await this.#pause();
    }
  }

  async #take(): Promise<void> {
    const { checks, concurrency, interval } = this.#options;
    const free = concurrency - this.#running.size;
    if (free <= 0) {
      return;
    }
    const due = await checks.take(free, interval * 60_000);
    const now = Date.now();
    this.#lag = Math.max(0, ...due.map(({ dueAt }) => now - dueAt.getTime()));
    for (const probe of due) {
      const run = this.#run(probe).finally(() => this.#running.delete(run));
      this.#running.add(run);
    }
  }

  async #run({ checkId, settings, dueAt }: DueProbe): Promise<void> {
    const { interval, run } = this.#options;
    const found = await run(settings);
    const at = new Date();
    // The minute it was due in, so that a late one leaves no gap; unless it waited for longer than that.
    const isLate = at.getTime() - dueAt.getTime() > interval * 60_000;
    const minute = minuteOf(isLate ? at : dueAt);
    this.#waiting.push({ checkId, minute, minutes: interval, at, ...found });
  }

  async #write(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, batchSize);
      try {
        const changed = await this.#options.results.record(batch);
        if (changed > 0) {
          this.#options.onChanged(changed);
        }
      } catch (error) {
        this.#waiting = [...batch, ...this.#waiting].slice(-maxWaiting);
        throw error;
      }
    }
  }

  async #pause(): Promise<void> {
    if (this.#stopped) {
      return;
    }
    await new Promise<void>(resolve => {
      const timer = setTimeout(resolve, tickMs);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
