import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { ArchiveStore } from '../archive/ArchiveStore';
import { OwnedStore } from '../owned/OwnedStore';
import type { AllPages } from '../PageReaders';
import { PackMaker, type PackDocument } from '../packs/PackMaker';
import { packRoutes } from '../packs/packRoutes';
import { PackSchedule } from '../packs/PackSchedule';
import type { Rooms } from '../Rooms';
import { PdfPrinter } from './PdfPrinter';
import { ReportMaker } from './ReportMaker';
import { reportRoutes } from './reportRoutes';

/** What reports are made of. */
export type CreateReportsOptions = Rooms & {
  notifications: NotificationService;
  pages: AllPages;
};

/** Makes the rooms of reports, packs and the archive. */
export async function createReports(
  options: CreateReportsOptions,
): Promise<{ router: Router }> {
  const archive = ArchiveStore.create(options);
  const maker = ReportMaker.create(options);
  const packs = OwnedStore.create<PackDocument>({
    ...options,
    kind: 'packs',
    title: 'pack',
  });
  const packMaker = PackMaker.create({ ...options, archive, maker });
  const schedule = PackSchedule.create({
    ...options,
    archive,
    maker: packMaker,
    packs,
  });
  await schedule.start();
  const router = PromiseRouter();
  router.use(
    reportRoutes({
      ...options,
      archive,
      maker,
      printer: PdfPrinter.create({
        program: options.config.getOptionalString('executive.reports.chromium'),
      }),
    }),
    packRoutes({ ...options, packMaker, packs }),
  );
  return { router };
}
