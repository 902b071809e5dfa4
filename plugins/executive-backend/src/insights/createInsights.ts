import type { Router } from 'express';
import type {
  InsightPages,
  PortfolioPages,
  StewardshipPages,
} from '../PageReaders';
import type { ContextReader } from '../portfolio/PortfolioContext';
import { QuestionReader } from '../questions/QuestionReader';
import type { Rooms } from '../Rooms';
import type { SnapshotReader } from '../snapshots/SnapshotReader';
import { BaselineStore } from '../success/BaselineStore';
import { SuccessReader } from '../success/SuccessReader';
import { insightRoutes } from './insightRoutes';

/** What insights are made of. */
export type CreateInsightsOptions = Rooms & {
  context: ContextReader;
  pages: PortfolioPages & StewardshipPages;
  snapshots: SnapshotReader;
};

/** Makes the rooms of questions and success metrics. */
export async function createInsights(
  options: CreateInsightsOptions,
): Promise<{ pages: InsightPages; router: Router }> {
  const baselines = BaselineStore.create(options);
  const questions = QuestionReader.create(options);
  const success = SuccessReader.create({ ...options, baselines });
  const pages: InsightPages = {
    questions: (credentials, query) => questions.read(credentials, query),
    success: (credentials, query) => success.read(credentials, query),
  };
  return { pages, router: insightRoutes({ ...options, baselines, pages }) };
}
