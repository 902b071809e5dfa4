import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { ArchivedReport } from '@portal/plugin-executive-common';
import type { ArchiveStore } from '../archive/ArchiveStore';
import type { Owned, OwnedStore } from '../owned/OwnedStore';
import type { PackDocument, PackMaker } from './PackMaker';
import { packPeriod } from './packPeriod';

/** What people can mute, or have sent elsewhere. */
export const packTopic = 'executive-pack';

/** What {@link PackSchedule} works with. */
export type PackScheduleOptions = {
  archive: ArchiveStore;
  logger: LoggerService;
  maker: Pick<PackMaker, 'make'>;
  notifications: NotificationService;
  packs: OwnedStore<PackDocument>;
  scheduler: SchedulerService;
};

/** Makes packs on their days and tells who they are for, once. */
export class PackSchedule {
  readonly #options: PackScheduleOptions;

  private constructor(options: PackScheduleOptions) {
    this.#options = options;
  }

  static create(options: PackScheduleOptions): PackSchedule {
    return new PackSchedule(options);
  }

  async start(): Promise<void> {
    await this.#options.scheduler.scheduleTask({
      id: 'executive-packs',
      frequency: { minutes: 15 },
      initialDelay: { minutes: 5 },
      timeout: { minutes: 30 },
      scope: 'global',
      fn: async signal => this.run({ signal: signal as AbortSignal }),
    });
  }

  /** A pack that can't be made or told is tried again the next time, and keeps no other back. */
  async run(options: { now?: Date; signal?: AbortSignal } = {}): Promise<void> {
    const { logger, packs } = this.#options;
    const { now = new Date(), signal } = options;
    for (const pack of await packs.list()) {
      signal?.throwIfAborted();
      try {
        await this.#tend(pack, now);
      } catch (error) {
        logger.warn(
          `The pack ${
            pack.id
          } was not made or told, which is tried again: ${stringifyError(
            error,
          )}`,
        );
      }
    }
  }

  async #tend(
    { createdAt, document: pack }: Owned<PackDocument>,
    now: Date,
  ): Promise<void> {
    const { archive, maker } = this.#options;
    const period = packPeriod(now, pack.dayOfMonth);
    // A pack that came after its day begins with the next month.
    if (now.toISOString() < period.dueAt || createdAt > period.dueAt) {
      return;
    }
    const report =
      (await archive.ofPack(pack.id, period.month)) ??
      (await maker.make(pack, pack.createdBy, period));
    if (!(await archive.isTold(report.id))) {
      await this.#tell(pack, report);
      await archive.setTold(report.id);
    }
  }

  async #tell(pack: PackDocument, report: ArchivedReport): Promise<void> {
    await this.#options.notifications.send({
      recipients: { type: 'entity', entityRef: pack.recipients },
      payload: {
        title: `${pack.title}: figures of ${report.day}`,
        description:
          'It is kept as it is. It opens for those who may read its part of the organisation.',
        link: `/executive/reports?archived=${report.id}`,
        severity: 'normal',
        topic: packTopic,
        // Told twice, it is one notification.
        scope: `executive-pack-${report.id}`,
      },
    });
  }
}
