import type { Router } from 'express';
import { ArchiveStore } from '../archive/ArchiveStore';
import type { AllPages } from '../PageReaders';
import type { Rooms } from '../Rooms';
import { PdfPrinter } from './PdfPrinter';
import { ReportMaker } from './ReportMaker';
import { reportRoutes } from './reportRoutes';

/** What reports are made of. */
export type CreateReportsOptions = Rooms & {
  pages: AllPages;
};

/** Makes the rooms of reports and the archive. */
export async function createReports(
  options: CreateReportsOptions,
): Promise<{ router: Router }> {
  return {
    router: reportRoutes({
      ...options,
      archive: ArchiveStore.create(options),
      maker: ReportMaker.create(options),
      printer: PdfPrinter.create({
        program: options.config.getOptionalString('executive.reports.chromium'),
      }),
    }),
  };
}
