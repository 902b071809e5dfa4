/**
 * What lines of cost have in common. Each is text as the file has it, trimmed; empty where the file has nothing. Names are those
 * of FOCUS columns.
 *
 * @public
 */
export const costItemColumns = [
  'ProviderName',
  'PublisherName',
  'InvoiceIssuerName',
  'BillingAccountId',
  'BillingAccountName',
  'SubAccountId',
  'SubAccountName',
  'ServiceCategory',
  'ServiceSubcategory',
  'ServiceName',
  'ResourceId',
  'ResourceName',
  'ResourceType',
  'RegionId',
  'RegionName',
  'AvailabilityZone',
  'ChargeCategory',
  'ChargeClass',
  'ChargeFrequency',
  'ChargeDescription',
  'PricingCategory',
  'PricingUnit',
  'ConsumedUnit',
  'SkuId',
  'SkuPriceId',
  'CommitmentDiscountId',
  'CommitmentDiscountName',
  'CommitmentDiscountCategory',
  'CommitmentDiscountType',
  'CommitmentDiscountStatus',
] as const;

/** @public */
export type CostItemColumn = (typeof costItemColumns)[number];

/**
 * An item: what was charged for, without when and how much.
 *
 * @public
 */
export type CostItem = {
  /** UUID made of the MD5 of the attributes, so that the same attributes are the same item everywhere. */
  id: string;
  columns: Record<CostItemColumn, string>;
  /** Keys as the file has them, trimmed. */
  tags: Record<string, string>;
};

/**
 * The four cost metrics of FOCUS.
 *
 * @public
 */
export const costMetrics = [
  'BilledCost',
  'EffectiveCost',
  'ListCost',
  'ContractedCost',
] as const;

/** @public */
export type CostMetric = (typeof costMetrics)[number];

/**
 * A row of a FOCUS file that can be taken. Amounts are exact decimals as text in plain notation, such as `'-0.00000080000'`.
 *
 * @public
 */
export type FocusLine = {
  /** The row's number in the file, the heading being 1; rows of a quoted line break count as one. */
  lineNumber: number;
  itemId: string;
  /** First day of the billing month, `YYYY-MM-01`. */
  billingMonth: string;
  /** ISO 8601 instants in UTC. */
  chargeStart: string;
  chargeEnd?: string;
  /** ISO 4217. */
  currency: string;
  billedCost: string;
  effectiveCost?: string;
  listCost?: string;
  contractedCost?: string;
  pricingQuantity?: string;
  consumedQuantity?: string;
  listUnitPrice?: string;
  contractedUnitPrice?: string;
  /** Columns that no other field has, with what the file says. */
  extra?: Record<string, string>;
};

/**
 * A row that can't be taken, and why.
 *
 * @public
 */
export type RejectedLine = {
  lineNumber: number;
  /** FOCUS column, as the file spells it. */
  column: string;
  /** What was found, what was expected and what to do. */
  reason: string;
  /** The row as the file has it, cut at 10,000 characters. */
  row: string;
};

/**
 * How a file keeps to the FOCUS rules that are checked.
 *
 * @public
 */
export type ConformanceVerdict = {
  /** The FOCUS version whose columns the file has, as far as they tell. */
  version: string;
  /** Share of the checked rules that hold, 0 to 1, as text with four decimals: `'0.9375'`. */
  conformance: string;
  rulesChecked: number;
  rulesFailed: number;
  /** Rules that fail, the worst first; each with the first rows that break it. */
  failures: ConformanceFailure[];
  /** What was mended on the way in, such as dates without a T; and what the reader must know. */
  notes: string[];
};

/** @public */
export type ConformanceFailure = {
  /** Of the FOCUS model, such as `BilledCost-C-001-M`. */
  ruleId: string;
  column: string;
  /** The words of the rule. */
  requirement: string;
  /** Whether the rule is a MUST. */
  must: boolean;
  rows: number;
  examples: Array<{ lineNumber: number; found: string }>;
};
