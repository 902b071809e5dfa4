import type { CostItemColumn } from '../focus/FocusLine';
import type { CostFilter, MoneyAmount } from '../costs/CostsAnswer';

/**
 * A line of cost with whom it belongs to, and by which rule.
 *
 * @public
 */
export type CostLine = {
  importId: number;
  source: string;
  /** The row of the file, the heading being 1. */
  lineNumber: number;
  /** `YYYY-MM`. */
  billingMonth: string;
  /** ISO 8601 instants. */
  chargeStart: string;
  chargeEnd?: string;
  currency: string;
  billedCost: MoneyAmount;
  effectiveCost?: MoneyAmount;
  listCost?: MoneyAmount;
  contractedCost?: MoneyAmount;
  pricingQuantity?: string;
  consumedQuantity?: string;
  listUnitPrice?: string;
  contractedUnitPrice?: string;
  /** True where the line is of another billing month than its file declared. */
  adjustment: boolean;
  /** What else the file says; columns without a value are left out. */
  columns: Partial<Record<CostItemColumn, string>>;
  tags: Record<string, string>;
  extra: Record<string, string>;
  shares: CostLineShare[];
};

/**
 * The part of a line that somebody has.
 *
 * @public
 */
export type CostLineShare = {
  /** Empty where it belongs to no entity. */
  entityRef: string;
  /** Why it belongs to no entity; empty where it does. */
  bucket: string;
  environment: string;
  billedCost: MoneyAmount;
  effectiveCost: MoneyAmount;
  ruleId: string;
  rulesVersion: number;
};

/** @public */
export type CostLinesRequest = CostFilter & {
  from: string;
  to: string;
  /** `day`: the newest first, the default; `cost`: the largest BilledCost first. */
  order?: 'day' | 'cost';
  resource?: string;
  subAccount?: string;
  bucket?: string;
  importId?: number;
  cursor?: string;
  limit?: number;
};

/** @public */
export type CostLinePage = { items: CostLine[]; nextCursor?: string };
