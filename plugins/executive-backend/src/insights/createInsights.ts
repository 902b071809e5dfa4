import { NotFoundError } from '@backstage/errors';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type {
  InsightPages,
  PortfolioPages,
  StewardshipPages,
} from '../PageReaders';
import type { ContextReader } from '../portfolio/PortfolioContext';
import type { Rooms } from '../Rooms';
import type { SnapshotReader } from '../snapshots/SnapshotReader';

/** What insights are made of. */
export type CreateInsightsOptions = Rooms & {
  context: ContextReader;
  pages: PortfolioPages & StewardshipPages;
  snapshots: SnapshotReader;
};

/** Makes the rooms of questions and success metrics. */
export async function createInsights(
  _options: CreateInsightsOptions,
): Promise<{ pages: InsightPages; router: Router }> {
  const nothing = async (): Promise<never> => {
    throw new NotFoundError('There is no snapshot yet');
  };
  return {
    pages: { questions: nothing, success: nothing },
    router: PromiseRouter(),
  };
}
