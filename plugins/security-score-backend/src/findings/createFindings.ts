import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { RouteOptions } from '@portal/backend-routes';
import type { Router } from 'express';
import { SumKeeper } from '../sums/SumKeeper';
import { WordKeeper } from '../words/WordKeeper';
import { FindingReader, type FindingReaderOptions } from './FindingReader';
import { findingRoutes } from './findingRoutes';

/** Makes the room of findings: what lists them, and what keeps the words that they are searched by and their sums. */
export async function createFindings(
  options: FindingReaderOptions &
    RouteOptions & { scheduler: SchedulerService },
): Promise<{ findings: FindingReader; router: Router }> {
  const words = WordKeeper.create(options);
  await options.scheduler.scheduleTask({
    id: 'security-score-read-words',
    frequency: { seconds: 10 },
    initialDelay: { seconds: 20 },
    timeout: { hours: 1 },
    scope: 'global',
    fn: async signal => {
      await words.work({ signal: signal as AbortSignal });
    },
  });
  const sums = SumKeeper.create(options);
  await options.scheduler.scheduleTask({
    id: 'security-score-fold-sums',
    frequency: { minutes: 1 },
    initialDelay: { seconds: 30 },
    timeout: { minutes: 5 },
    scope: 'global',
    fn: () => sums.fold(),
  });
  const findings = FindingReader.create(options);
  return { findings, router: findingRoutes({ ...options, findings }) };
}
