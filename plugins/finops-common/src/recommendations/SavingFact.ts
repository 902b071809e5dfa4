/**
 * What an item cost an entity in the days that rules look at.
 *
 * @public
 */
export type SavingFact = {
  entityRef: string;
  bucket: string;
  environment: string;
  currency: string;
  providerName: string;
  serviceCategory: string;
  serviceName: string;
  subAccountId: string;
  resourceId: string;
  resourceName: string;
  resourceType: string;
  skuId: string;
  chargeCategory: string;
  chargeDescription: string;
  pricingCategory: string;
  commitmentDiscountId: string;
  commitmentDiscountStatus: string;
  tags: Record<string, string>;
  /** Exact decimals. `cost` is the effective cost, or the billed one where a source gives no other. */
  cost: string;
  contractedCost: string;
  /** Absent where no line gives it. */
  consumedQuantity?: string;
  /** Days with cost. */
  days: number;
  /** Highest use, 0 to 1, where the source gives it. */
  utilisation?: number;
};

/**
 * What a rule found. The same `subject` of a rule is the same finding the next day.
 *
 * @public
 */
export type SavingFinding = {
  ruleId: string;
  subject: string;
  summary: string;
  entityRef: string;
  environment: string;
  resourceId: string;
  resourceName: string;
  providerName: string;
  serviceName: string;
  currency: string;
  /** Exact decimal, two digits. */
  monthlySaving: string;
};
