import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type {
  InsightPages,
  PortfolioPages,
  StewardshipPages,
} from '../PageReaders';
import type { Rooms } from '../Rooms';

/** What reports are made of. */
export type CreateReportsOptions = Rooms & {
  pages: PortfolioPages & StewardshipPages & InsightPages;
};

/** Makes the rooms of reports, packs and the archive. */
export async function createReports(
  _options: CreateReportsOptions,
): Promise<{ router: Router }> {
  return { router: PromiseRouter() };
}
