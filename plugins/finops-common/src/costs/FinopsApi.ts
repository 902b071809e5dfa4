import type {
  AnomaliesAnswer,
  AnomalyState,
  AnomalyStateInput,
  CostAnomaly,
} from '../anomalies/CostAnomaly';
import type {
  Budget,
  BudgetInput,
  BudgetsAnswer,
  CostSlice,
} from '../budgets/Budget';
import type { CarbonAnswer, CarbonRequest } from '../carbon/CarbonAnswer';
import type { CostMetric } from '../focus/FocusLine';
import type { CostForecast } from '../forecast/CostForecast';
import type {
  CostImportPage,
  CostImportResult,
  CostRejectionPage,
  CostSource,
} from '../imports/CostImport';
import type {
  Recommendation,
  RecommendationsAnswer,
  RecommendationState,
  RecommendationStateInput,
} from '../recommendations/Recommendation';
import type {
  Statement,
  StatementClosing,
  StatementMonths,
} from '../statements/Statement';
import type { UnitCost, UnitCostRequest } from '../unitCosts/UnitCost';
import type {
  CostChangesAnswer,
  CostChangesRequest,
} from '../changes/CostChanges';
import type { CostLinePage, CostLinesRequest } from '../lines/CostLine';
import type { CostsAnswer, CostsRequest } from './CostsAnswer';

/** @public */
export type FinopsRequestOptions = { token?: string; signal?: AbortSignal };

/** @public */
export type AnomaliesRequest = {
  /** `YYYY-MM-DD`, included. */
  from?: string;
  /** `YYYY-MM-DD`, excluded. */
  to?: string;
  scope?: string;
  state?: AnomalyState;
  cursor?: string;
  limit?: number;
};

/** @public */
export type RecommendationsRequest = {
  scope?: string;
  state?: RecommendationState;
  rule?: string;
};

/**
 * A file of cost to bring in.
 *
 * @public
 */
export type ImportFileRequest = {
  file: Blob;
  /** Default: `upload`. */
  source?: string;
  /** Months that the file has all of, `2025-09` or a comma list; they replace what that source brought before. */
  period?: string;
  /** ISO 4217, for a file that names none. */
  currency?: string;
  fileName?: string;
};

/**
 * What the cost backend answers.
 *
 * @public
 */
export interface FinopsApi {
  /** What was spent, grouped, over time, and compared. */
  getCosts(
    request: CostsRequest,
    options?: FinopsRequestOptions,
  ): Promise<CostsAnswer>;

  /** Why a cost differs from that of the time before: price, quantity and mix. */
  getChanges(
    request: CostChangesRequest,
    options?: FinopsRequestOptions,
  ): Promise<CostChangesAnswer>;

  /** How much carbon was estimated beside a cost, and how much of it that is about. */
  getCarbon(
    request: CarbonRequest,
    options?: FinopsRequestOptions,
  ): Promise<CarbonAnswer>;

  /** Lines of invoices and where they went; pass `nextCursor` of a page to get the one after it. */
  getLines(
    request: CostLinesRequest,
    options?: FinopsRequestOptions,
  ): Promise<CostLinePage>;

  /** What the running month and the next three will cost. */
  getForecast(
    request: CostSlice & { metric?: CostMetric },
    options?: FinopsRequestOptions,
  ): Promise<CostForecast>;

  getSources(options?: FinopsRequestOptions): Promise<{ items: CostSource[] }>;

  /** Newest first. */
  getImports(
    request: { cursor?: string; limit?: number },
    options?: FinopsRequestOptions,
  ): Promise<CostImportPage>;

  /** Rows of a file that could not be taken. */
  getRejections(
    request: { importId: number; cursor?: string; limit?: number },
    options?: FinopsRequestOptions,
  ): Promise<CostRejectionPage>;

  importFile(
    request: ImportFileRequest,
    options?: FinopsRequestOptions,
  ): Promise<CostImportResult>;

  getBudgets(options?: FinopsRequestOptions): Promise<BudgetsAnswer>;

  createBudget(
    input: BudgetInput,
    options?: FinopsRequestOptions,
  ): Promise<Budget>;

  updateBudget(
    request: { id: string; input: BudgetInput },
    options?: FinopsRequestOptions,
  ): Promise<Budget>;

  deleteBudget(
    request: { id: string },
    options?: FinopsRequestOptions,
  ): Promise<void>;

  getAnomalies(
    request: AnomaliesRequest,
    options?: FinopsRequestOptions,
  ): Promise<AnomaliesAnswer>;

  setAnomalyState(
    request: { id: string; input: AnomalyStateInput },
    options?: FinopsRequestOptions,
  ): Promise<CostAnomaly>;

  getRecommendations(
    request: RecommendationsRequest,
    options?: FinopsRequestOptions,
  ): Promise<RecommendationsAnswer>;

  setRecommendationState(
    request: { id: string; input: RecommendationStateInput },
    options?: FinopsRequestOptions,
  ): Promise<Recommendation>;

  getStatementMonths(options?: FinopsRequestOptions): Promise<StatementMonths>;

  /** Of one owner, or of all. */
  getStatement(
    request: { month: string; owner?: string },
    options?: FinopsRequestOptions,
  ): Promise<Statement>;

  /** The statement as a file. */
  getStatementFile(
    request: { month: string; owner?: string; format: 'csv' | 'pdf' },
    options?: FinopsRequestOptions,
  ): Promise<Blob>;

  /** After this the statement of the month does not change. */
  closeMonth(
    request: { month: string },
    options?: FinopsRequestOptions,
  ): Promise<StatementClosing>;

  /** What one deployment, request, customer costs: one of anything that the metric store adds up. */
  getUnitCost(
    request: UnitCostRequest,
    options?: FinopsRequestOptions,
  ): Promise<UnitCost>;
}
