import type {
  AuditorService,
  AuthService,
  HttpAuthService,
  LoggerService,
  RootConfigService,
  SchedulerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { MetricStoreService } from '@portal/plugin-metrics-node';
import type { OrgTree } from '@portal/plugin-org-history-node';
import type { Severity } from '@portal/plugin-security-score-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { Knex } from 'knex';
import type { SecurityAccess } from '../access/SecurityAccess';
import { CatalogServices } from './CatalogServices';
import { ExploitLoader } from '../exploits/ExploitLoader';
import { readExploitSources } from '../exploits/readExploitSources';
import { ScorePublisher } from '../publish/ScorePublisher';
import { StatisticsReader } from '../statistics/StatisticsReader';
import { FormulaPriorities } from './FormulaPriorities';
import { FormulaStore } from './FormulaStore';
import { GainReader } from './GainReader';
import { PortfolioReader } from './PortfolioReader';
import { readFormula } from './readFormula';
import { ScoreCalculator } from './ScoreCalculator';
import { ScoreReader } from './ScoreReader';
import { addScoreRoutes } from './scoreRoutes';
import { UpgradePlanner } from './UpgradePlanner';

/** What scores are made from. */
export type CreateScoreOptions = {
  access: SecurityAccess;
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  client: Knex;
  config: RootConfigService;
  httpAuth: HttpAuthService;
  logger: LoggerService;
  metricStore: MetricStoreService;
  scheduler: SchedulerService;
  slaDays: Partial<Record<Severity, number>>;
  tree: OrgTree;
  urlReader: UrlReaderService;
};

/** Makes the room of scores: what calculates, what reads, what tells the metric store, and the routes. */
export async function createScore(options: CreateScoreOptions): Promise<{
  calculator: ScoreCalculator;
  gains: GainReader;
  priorityTeller: FormulaPriorities;
  router: Router;
  scores: ScoreReader;
  upgrades: UpgradePlanner;
}> {
  const { client, config, scheduler, slaDays } = options;
  const settings = readFormula(config, slaDays);
  const formula = FormulaStore.create({ client, settings });
  await formula.announce();
  const calculator = ScoreCalculator.create({ client, formula: settings });
  const gains = GainReader.create({ client, formula: settings });
  const scores = ScoreReader.create({ client, formula });
  const upgrades = UpgradePlanner.create({ client, formula: settings });
  const services = CatalogServices.create(options);
  const exploits = ExploitLoader.create({
    ...options,
    sources: readExploitSources(config),
  });
  const publisher = ScorePublisher.create(options);

  const task = (
    id: string,
    frequency: { seconds: number } | { minutes: number } | { hours: number },
    initialDelay: { seconds: number },
    fn: (signal: AbortSignal) => Promise<unknown>,
  ) =>
    scheduler.scheduleTask({
      id: `security-score-${id}`,
      frequency,
      initialDelay,
      timeout: { hours: 1 },
      scope: 'global',
      fn: async signal => {
        await fn(signal as AbortSignal);
      },
    });
  await task('read-catalog', { minutes: 1 }, { seconds: 15 }, signal =>
    services.refresh({ signal }),
  );
  await task('calculate', { seconds: 10 }, { seconds: 20 }, signal =>
    calculator.work({ signal }),
  );
  await task('load-exploits', { hours: 12 }, { seconds: 10 }, async signal => {
    if (await exploits.run({ signal })) {
      await calculator.enqueueAll();
    }
  });
  // Findings age: a new day is another score, even if nobody reports.
  await task('age', { hours: 6 }, { seconds: 120 }, () =>
    calculator.enqueueAll(),
  );
  await task('publish', { minutes: 30 }, { seconds: 150 }, signal =>
    publisher.run({ signal }),
  );

  const router = PromiseRouter();
  addScoreRoutes(router, {
    ...options,
    formula,
    portfolio: PortfolioReader.create(options),
    scores,
    upgrades,
    statistics: StatisticsReader.create({ client }),
  });
  const priorityTeller = FormulaPriorities.create({ formula: settings });
  return { calculator, gains, priorityTeller, router, scores, upgrades };
}
