import type {
  AllocationCoverage,
  AllocationDryRun,
  AllocationRulesVersion,
  AnomaliesAnswer,
  Budget,
  BudgetsAnswer,
  CarbonAnswer,
  CostAnomaly,
  CostChangesAnswer,
  CostForecast,
  CostImport,
  CostImportPage,
  CostImportResult,
  CostLinePage,
  CostRejectionPage,
  CostsAnswer,
  Recommendation,
  RecommendationsAnswer,
  Statement,
  StatementClosing,
  StatementMonths,
  UnitCost,
} from '@portal/plugin-finops-common';
import PromiseRouter from 'express-promise-router';
import {
  addAllocationRoutes,
  type AllocationRoutesOptions,
} from '../allocation/allocationRoutes';
import {
  addAnomalyRoutes,
  type AnomalyRoutesOptions,
} from '../anomalies/anomalyRoutes';
import {
  addBudgetRoutes,
  type BudgetRoutesOptions,
} from '../budgets/budgetRoutes';
import {
  addCarbonRoutes,
  type CarbonRoutesOptions,
} from '../carbon/carbonRoutes';
import {
  addForecastRoutes,
  type ForecastRoutesOptions,
} from '../forecast/forecastRoutes';
import {
  addUnitCostRoutes,
  type UnitCostRoutesOptions,
} from '../publish/unitCostRoutes';
import {
  addRecommendationRoutes,
  type RecommendationRoutesOptions,
} from '../recommendations/recommendationRoutes';
import { createRouter, type RouterOptions } from '../router';
import {
  addStatementRoutes,
  type StatementRoutesOptions,
} from '../statements/statementRoutes';
import { spec } from './generated/spec';
import type { components } from './generated/types';

type Schemas = components['schemas'];

/** What the backend answers and the client gives. */
type Answers = {
  AllocationCoverage: AllocationCoverage;
  AllocationDryRun: AllocationDryRun;
  AllocationRulesVersion: AllocationRulesVersion;
  AnomaliesAnswer: AnomaliesAnswer;
  Budget: Budget;
  BudgetsAnswer: BudgetsAnswer;
  CarbonAnswer: CarbonAnswer;
  CostAnomaly: CostAnomaly;
  CostChangesAnswer: CostChangesAnswer;
  CostForecast: CostForecast;
  CostImport: CostImport;
  CostImportPage: CostImportPage;
  CostImportResult: CostImportResult;
  CostLinePage: CostLinePage;
  CostRejectionPage: CostRejectionPage;
  CostsAnswer: CostsAnswer;
  Recommendation: Recommendation;
  RecommendationsAnswer: RecommendationsAnswer;
  Statement: Statement;
  StatementClosing: StatementClosing;
  StatementMonths: StatementMonths;
  UnitCost: UnitCost;
};

/** Is what the contract says, and the contract names each of its fields. */
type Fits<TAnswer, TSchema> = TAnswer extends TSchema
  ? keyof TAnswer extends keyof TSchema
    ? true
    : never
  : never;

// The compiler is the test: an answer that the contract describes otherwise is `never`.
const fitting: {
  [Name in keyof Answers]: Fits<Answers[Name], Schemas[Name]>;
} = {
  AllocationCoverage: true,
  AllocationDryRun: true,
  AllocationRulesVersion: true,
  AnomaliesAnswer: true,
  Budget: true,
  BudgetsAnswer: true,
  CarbonAnswer: true,
  CostAnomaly: true,
  CostChangesAnswer: true,
  CostForecast: true,
  CostImport: true,
  CostImportPage: true,
  CostImportResult: true,
  CostLinePage: true,
  CostRejectionPage: true,
  CostsAnswer: true,
  Recommendation: true,
  RecommendationsAnswer: true,
  Statement: true,
  StatementClosing: true,
  StatementMonths: true,
  UnitCost: true,
};

type Layer = {
  route?: { path: string; methods: Record<string, boolean> };
  handle?: { stack?: Layer[] };
};

/** Every route that is served, as the contract writes it. */
function routesOf(stack: readonly Layer[]): string[] {
  return stack.flatMap(({ route, handle }) =>
    route
      ? Object.keys(route.methods)
          .filter(method => method !== '_all')
          .map(
            method => `${method} ${route.path.replaceAll(/:(\w+)/g, '{$1}')}`,
          )
      : routesOf(handle?.stack ?? []),
  );
}

describe('the contract', () => {
  it('names every route that is served, and none that is not', () => {
    const room = PromiseRouter();
    // Nothing is asked of them until a request comes.
    addAllocationRoutes(room, {} as AllocationRoutesOptions);
    addAnomalyRoutes(room, {} as AnomalyRoutesOptions);
    addBudgetRoutes(room, {} as BudgetRoutesOptions);
    addCarbonRoutes(room, {} as CarbonRoutesOptions);
    addForecastRoutes(room, {} as ForecastRoutesOptions);
    addRecommendationRoutes(room, {} as RecommendationRoutesOptions);
    addStatementRoutes(room, {} as StatementRoutesOptions);
    addUnitCostRoutes(room, {} as UnitCostRoutesOptions);
    const router = createRouter({ rooms: [room] } as unknown as RouterOptions);

    const served = routesOf(router.stack as Layer[]).filter(
      route => route !== 'get /openapi.json',
    );
    const named = Object.entries(spec.paths).flatMap(([path, methods]) =>
      Object.keys(methods)
        .filter(method => method !== 'parameters')
        .map(method => `${method} ${path}`),
    );
    expect(served.sort()).toEqual(named.sort());
    expect(Object.values(fitting)).not.toContain(false);
  });
});
