import type { CostItemColumn, CostMetric } from '../focus/FocusLine';
import type { CostBucket, CostFilter, MoneyAmount } from './CostsAnswer';

/** @public */
export type CostLinesRequest = CostFilter & {
  /** `YYYY-MM-DD`, included. */
  from: string;
  /** `YYYY-MM-DD`, excluded. */
  to: string;
  /** What lines are sorted by, the dearest first. Default: BilledCost. */
  metric?: CostMetric;
  /** FOCUS ServiceName. */
  serviceName?: string;
  /** FOCUS ResourceId. */
  resource?: string;
  bucket?: CostBucket;
  cursor?: string;
  limit?: number;
};

/**
 * Whose part of a line is how large, and by which rule.
 *
 * @public
 */
export type CostLineShare = {
  /** Empty where no entity has it; the bucket then says why. */
  entityRef: string;
  /** Empty where an entity has it. */
  bucket: CostBucket | '';
  environment: string;
  /** The part is `[shareFrom, shareTo)` of 1. */
  shareFrom: string;
  shareTo: string;
  /** Of the asked metric. */
  amount: MoneyAmount;
  ruleId: string;
  rulesVersion: number;
};

/**
 * A line of an invoice as its file has it, and where it went.
 *
 * @public
 */
export type CostLine = {
  source: string;
  importId: number;
  /** The row's number in its file. */
  lineNumber: number;
  fileName?: string;
  /** `YYYY-MM`. */
  billingMonth: string;
  /** `YYYY-MM-DD`. */
  day: string;
  currency: string;
  billedCost: MoneyAmount;
  effectiveCost?: MoneyAmount;
  listCost?: MoneyAmount;
  contractedCost?: MoneyAmount;
  pricingQuantity?: string;
  consumedQuantity?: string;
  /** Of another billing month than its file declares. */
  adjustment: boolean;
  /** Columns that the file fills. */
  columns: Partial<Record<CostItemColumn, string>>;
  tags: Record<string, string>;
  shares: CostLineShare[];
};

/**
 * Answer of `GET /v1/lines`.
 *
 * @public
 */
export type CostLinePage = { items: CostLine[]; nextCursor?: string };
