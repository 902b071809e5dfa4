import type {
  AuditorService,
  AuthService,
  HttpAuthService,
  LoggerService,
  RootConfigService,
  SchedulerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { MetricStoreService } from '@portal/plugin-metrics-node';
import type { OrgTree } from '@portal/plugin-org-history-node';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { Knex } from 'knex';
import { registerActions } from '../actions/registerActions';
import { AnomalyDetector } from '../anomalies/AnomalyDetector';
import { addAnomalyRoutes } from '../anomalies/anomalyRoutes';
import { AnomalyStore } from '../anomalies/AnomalyStore';
import { addBudgetRoutes } from '../budgets/budgetRoutes';
import { Budgets } from '../budgets/Budgets';
import { ConfiguredBudgets } from '../budgets/ConfiguredBudgets';
import { DatabaseBudgetStore } from '../budgets/DatabaseBudgetStore';
import type { ChangeReader } from '../costs/ChangeReader';
import type { CostReader } from '../costs/CostReader';
import { createAugursForecaster } from '../forecast/AugursForecaster';
import { CostForecasts } from '../forecast/CostForecasts';
import { addForecastRoutes } from '../forecast/forecastRoutes';
import { AnomalyTeller } from '../notify/AnomalyTeller';
import { BudgetTeller } from '../notify/BudgetTeller';
import { CostDigestSender } from '../notify/CostDigestSender';
import { OwnerFinder } from '../notify/OwnerFinder';
import { CostPublisher } from '../publish/CostPublisher';
import { addUnitCostRoutes } from '../publish/unitCostRoutes';
import { addRecommendationRoutes } from '../recommendations/recommendationRoutes';
import { RecommendationStore } from '../recommendations/RecommendationStore';
import { SavingsFinder } from '../recommendations/SavingsFinder';
import { TreeOwnersByDay } from '../statements/OwnersByDay';
import { addStatementRoutes } from '../statements/statementRoutes';
import { Statements } from '../statements/Statements';
import { StatementStore } from '../statements/StatementStore';
import { readSteeringConfig } from './readSteeringConfig';
import type { SteeringAccess } from './SteeringAccess';
import { ToldStore } from './ToldStore';

/** What {@link createSteering} works with. */
export type SteeringOptions = {
  access: SteeringAccess;
  actionsRegistry: ActionsRegistryService;
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  changes: Pick<ChangeReader, 'explain'>;
  client: Knex;
  config: RootConfigService;
  costs: CostReader;
  /** That exchange rates are in. */
  currency: string;
  httpAuth: HttpAuthService;
  logger: LoggerService;
  metricStore: MetricStoreService;
  notifications: NotificationService;
  scheduler: SchedulerService;
  tree: OrgTree;
  urlReader: UrlReaderService;
};

/** The tasks that look at what files brought. */
export const tasksAfterImports = [
  'finops-find-anomalies',
  'finops-find-savings',
  'finops-publish-metrics',
];

/**
 * Starts what is made of costs: budgets, forecasts, anomalies, statements and savings.
 *
 * @returns its routes
 */
export async function createSteering(
  options: SteeringOptions,
): Promise<Router> {
  const { client, config, logger, scheduler } = options;
  const settings = readSteeringConfig(config);
  const told = ToldStore.create({ client });
  const owners = OwnerFinder.create(options);
  const ownersByDay = TreeOwnersByDay.create(options);
  const forecasts = CostForecasts.create({
    ...options,
    forecaster: createAugursForecaster({ logger }),
  });
  const configured = ConfiguredBudgets.create({
    ...options,
    listed: settings.budgets,
    files: settings.budgetFiles,
  });
  const budgetStore = DatabaseBudgetStore.create({ client });
  const budgets = Budgets.create({
    ...options,
    ...settings,
    configured,
    forecasts,
    store: budgetStore,
  });
  const anomalies = AnomalyStore.create({ client });
  const detector = AnomalyDetector.create({
    client,
    settings: settings.anomalies,
    store: anomalies,
  });
  const recommendations = RecommendationStore.create({ client });
  const finder = SavingsFinder.create({
    client,
    owners,
    store: recommendations,
    utilisationColumn: settings.utilisationColumn,
  });
  const statements = Statements.create({
    ...options,
    owners: ownersByDay,
    store: StatementStore.create({ client }),
  });
  const publisher = CostPublisher.create({
    ...options,
    budgets,
    metrics: options.metricStore,
    recommendations,
  });
  const telling = { ...options, ...settings, owners, told };
  const budgetTeller = BudgetTeller.create({ ...telling, budgets });
  const anomalyTeller = AnomalyTeller.create({ ...telling, anomalies });

  const task = async (
    id: string,
    frequency: { minutes: number } | { hours: number },
    fn: (signal: AbortSignal) => Promise<void>,
  ) =>
    scheduler.scheduleTask({
      id,
      frequency,
      initialDelay: { minutes: 2 },
      timeout: { hours: 1 },
      scope: 'global',
      fn,
    });
  await scheduler.scheduleTask({
    id: 'finops-read-budgets',
    frequency: { minutes: 10 },
    initialDelay: { minutes: 10 },
    timeout: { minutes: 5 },
    // Each instance has its own.
    scope: 'local',
    fn: async () => configured.refresh(),
  });
  await task('finops-find-anomalies', { minutes: 30 }, async signal => {
    await detector.run({ signal });
    if (settings.tellsAnomalies) {
      await anomalyTeller.run({ signal });
    }
  });
  if (settings.tellsBudgets) {
    await task('finops-tell-budgets', { hours: 1 }, async signal =>
      budgetTeller.run({ signal }),
    );
  }
  await task('finops-find-savings', { hours: 12 }, async () => finder.run());
  await task('finops-publish-metrics', { hours: 1 }, async signal => {
    await publisher.run({ signal });
    await forecasts.clean();
  });
  if (settings.digest) {
    const digest = CostDigestSender.create({
      ...telling,
      anomalies,
      budgets,
      owners: ownersByDay,
      recommendations,
      settings: settings.digest,
    });
    await task('finops-send-digests', { minutes: 10 }, async signal =>
      digest.run({ signal }),
    );
  }

  registerActions({
    ...options,
    anomalies,
    budgets,
    recommendations,
  });
  const router = PromiseRouter();
  addBudgetRoutes(router, { ...options, budgets, budgetStore });
  addForecastRoutes(router, { ...options, forecasts });
  addAnomalyRoutes(router, { ...options, anomalies });
  addStatementRoutes(router, { ...options, statements });
  addRecommendationRoutes(router, { ...options, recommendations });
  addUnitCostRoutes(router, { ...options, metrics: options.metricStore });
  return router;
}
