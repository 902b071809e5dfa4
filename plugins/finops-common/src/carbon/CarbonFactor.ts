/**
 * How much carbon a use of something causes, by whom it is known. What is absent is not restricted; text may have `*` for any
 * text, and case does not count.
 *
 * @public
 */
export type CarbonFactor = {
  /** FOCUS ProviderName. */
  provider?: string;
  /** FOCUS ServiceCategory. */
  serviceCategory?: string;
  /** FOCUS ServiceName. */
  serviceName?: string;
  /** FOCUS RegionId. */
  region?: string;
  /** FOCUS SkuId. */
  skuId?: string;
  /** Where the figure is from, such as a report with its year. */
  source: string;
} & (
  | {
      /** FOCUS ConsumedUnit, or PricingUnit where nothing is said of what was consumed. */
      unit: string;
      /** kg of CO2 equivalents of one unit, an exact decimal. */
      kgPerUnit: string;
    }
  | {
      /** ISO 4217. */
      currency: string;
      /** kg of CO2 equivalents of one unit of the currency, an exact decimal. */
      kgPerCost: string;
    }
);

/**
 * What the carbon of the lines of an item is worked out of: a quantity of theirs, or their cost in a currency.
 *
 * @public
 */
export type CarbonBasis = {
  of: 'ConsumedQuantity' | 'PricingQuantity' | 'Cost';
  /** kg of CO2 equivalents of one, an exact decimal. */
  kg: string;
  /** Of a cost: lines of other currencies are not estimated. */
  currency?: string;
  source: string;
};
