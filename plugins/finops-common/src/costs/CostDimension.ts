/**
 * What costs can be grouped by, that daily sums answer.
 *
 * @public
 */
export const summedDimensions = [
  'entity',
  'owner',
  'system',
  'domain',
  'environment',
  'provider',
  'serviceCategory',
  'chargeCategory',
  'bucket',
  'month',
  'day',
] as const;

/** @public */
export type SummedDimension = (typeof summedDimensions)[number];

/**
 * What costs can be grouped by, that only lines answer, and the FOCUS column behind it.
 *
 * @public
 */
export const lineDimensions = {
  publisher: 'PublisherName',
  invoiceIssuer: 'InvoiceIssuerName',
  billingAccount: 'BillingAccountId',
  subAccount: 'SubAccountId',
  serviceSubcategory: 'ServiceSubcategory',
  serviceName: 'ServiceName',
  resource: 'ResourceId',
  resourceType: 'ResourceType',
  region: 'RegionId',
  chargeClass: 'ChargeClass',
  chargeFrequency: 'ChargeFrequency',
  pricingCategory: 'PricingCategory',
  sku: 'SkuId',
  commitmentDiscount: 'CommitmentDiscountId',
} as const;

/** @public */
export type LineDimension = keyof typeof lineDimensions;

/**
 * What costs are grouped by. `tag:` is followed by a key; case and spaces around it do not count.
 *
 * @public
 */
export type CostDimension = SummedDimension | LineDimension | `tag:${string}`;

const focusNames = new Map<string, CostDimension>(
  Object.entries({
    providername: 'provider',
    servicecategory: 'serviceCategory',
    chargecategory: 'chargeCategory',
    billingaccountname: 'billingAccount',
    subaccountname: 'subAccount',
    resourcename: 'resource',
    regionname: 'region',
    component: 'entity',
    service: 'serviceName',
    team: 'owner',
    group: 'owner',
    ...Object.fromEntries(
      Object.entries(lineDimensions).map(([dimension, column]) => [
        column.toLocaleLowerCase('en-US'),
        dimension as LineDimension,
      ]),
    ),
  }),
);
const ownNames = new Map(
  [...summedDimensions, ...Object.keys(lineDimensions)].map(name => [
    name.toLocaleLowerCase('en-US'),
    name as CostDimension,
  ]),
);

/**
 * Reads what to group by: a name of ours, or that of a FOCUS column, whatever its case. Undefined where it is neither.
 *
 * @public
 */
export function readCostDimension(text: string): CostDimension | undefined {
  const name = text.trim();
  if (/^tag:./i.test(name)) {
    return `tag:${name.slice('tag:'.length).trim()}`;
  }
  const lower = name.toLocaleLowerCase('en-US');
  return ownNames.get(lower) ?? focusNames.get(lower);
}
