import type {
  FocusColumn,
  FocusColumnLevel,
  FocusColumnType,
  FocusVersion,
} from './FocusColumn';
import { serviceCategories } from './serviceCategories';

type Details = {
  since?: FocusVersion;
  until?: FocusVersion;
  /** The number of the rule about its presence, in the official model of FOCUS 1.2. */
  presence?: string;
  /** Numbers of the column's own rules there. */
  type?: string;
  format?: string;
  notNull?: string;
  allowed?: string;
  values?: readonly string[];
  nullable?: boolean;
};

function column(
  name: string,
  type: FocusColumnType,
  level: FocusColumnLevel,
  details: Details,
): FocusColumn {
  const own = (number: string | undefined) => number && `${name}-C-${number}`;
  const official = details.presence !== undefined;
  return {
    name,
    type,
    level,
    nullable: details.nullable ?? details.notNull === undefined,
    since: details.since ?? '1.0',
    until: details.until,
    allowedValues: details.values,
    rules: {
      presence: details.presence && `CostAndUsage-D-${details.presence}`,
      type:
        official && type !== 'json' ? own(details.type ?? '001-M') : undefined,
      format: own(details.format ?? usualFormat(official, type, details)),
      notNull: own(details.notNull),
      allowedValues: own(details.allowed),
    },
  };
}

/** Columns with allowed values have no rule of format. */
function usualFormat(
  official: boolean,
  type: FocusColumnType,
  details: Details,
): string | undefined {
  if (!official || details.values) {
    return undefined;
  }
  return type === 'json' ? '001-M' : '002-M';
}

/**
 * The columns of the Cost and Usage dataset in FOCUS 1.0 to 1.4, in alphabetical order.
 *
 * @public
 */
export const focusColumns: readonly FocusColumn[] = [
  column('AllocatedMethodDetails', 'json', 'recommended', { since: '1.3' }),
  column('AllocatedMethodId', 'text', 'conditional', { since: '1.3' }),
  column('AllocatedResourceId', 'text', 'conditional', { since: '1.3' }),
  column('AllocatedResourceName', 'text', 'conditional', { since: '1.3' }),
  column('AllocatedTags', 'json', 'conditional', { since: '1.3' }),
  column('AvailabilityZone', 'text', 'recommended', { presence: '003-C' }),
  column('BilledCost', 'decimal', 'mandatory', {
    presence: '006-M',
    notNull: '003-M',
  }),
  column('BillingAccountId', 'text', 'mandatory', {
    presence: '024-M',
    type: '002-M',
    format: '003-M',
    notNull: '001-M',
  }),
  column('BillingAccountName', 'text', 'mandatory', {
    presence: '005-M',
    notNull: '003-C',
    nullable: true,
  }),
  column('BillingAccountType', 'text', 'conditional', {
    since: '1.2',
    presence: '007-C',
  }),
  column('BillingCurrency', 'text', 'mandatory', {
    presence: '035-M',
    notNull: '004-M',
  }),
  column('BillingPeriodEnd', 'instant', 'mandatory', {
    presence: '010-M',
    notNull: '003-M',
  }),
  column('BillingPeriodStart', 'instant', 'mandatory', {
    presence: '009-M',
    notNull: '003-M',
  }),
  column('CapacityReservationId', 'text', 'conditional', {
    since: '1.1',
    presence: '065-C',
  }),
  column('CapacityReservationStatus', 'text', 'conditional', {
    since: '1.1',
    presence: '020-C',
    allowed: '006-M',
    values: ['Used', 'Unused'],
  }),
  column('ChargeCategory', 'text', 'mandatory', {
    presence: '008-M',
    notNull: '002-M',
    allowed: '003-M',
    values: ['Usage', 'Purchase', 'Tax', 'Credit', 'Adjustment'],
  }),
  column('ChargeClass', 'text', 'mandatory', {
    presence: '026-M',
    allowed: '005-C',
    values: ['Correction'],
  }),
  column('ChargeDescription', 'text', 'mandatory', {
    presence: '025-M',
    notNull: '003-O',
    nullable: true,
  }),
  column('ChargeFrequency', 'text', 'recommended', {
    presence: '027-O',
    notNull: '002-M',
    allowed: '003-M',
    values: ['One-Time', 'Recurring', 'Usage-Based'],
  }),
  column('ChargePeriodEnd', 'instant', 'mandatory', {
    presence: '028-M',
    notNull: '003-M',
  }),
  column('ChargePeriodStart', 'instant', 'mandatory', {
    presence: '037-M',
    notNull: '003-M',
  }),
  column('CommitmentDiscountCategory', 'text', 'conditional', {
    presence: '016-C',
    allowed: '005-M',
    values: ['Spend', 'Usage'],
  }),
  column('CommitmentDiscountId', 'text', 'conditional', { presence: '013-C' }),
  column('CommitmentDiscountName', 'text', 'conditional', {
    presence: '012-C',
  }),
  column('CommitmentDiscountQuantity', 'decimal', 'conditional', {
    since: '1.1',
    presence: '018-C',
  }),
  column('CommitmentDiscountStatus', 'text', 'conditional', {
    presence: '017-C',
    allowed: '005-M',
    values: ['Used', 'Unused'],
  }),
  column('CommitmentDiscountType', 'text', 'conditional', {
    presence: '014-C',
  }),
  column('CommitmentDiscountUnit', 'text', 'conditional', {
    since: '1.1',
    presence: '015-C',
  }),
  column('CommitmentProgramEligibilityDetails', 'json', 'conditional', {
    since: '1.4',
  }),
  column('ConsumedQuantity', 'decimal', 'conditional', { presence: '011-C' }),
  column('ConsumedUnit', 'text', 'conditional', { presence: '066-C' }),
  column('ContractApplied', 'json', 'conditional', { since: '1.3' }),
  column('ContractedCost', 'decimal', 'mandatory', {
    presence: '030-M',
    notNull: '003-M',
  }),
  column('ContractedUnitPrice', 'decimal', 'conditional', {
    presence: '034-C',
    type: '002-M',
    format: '003-M',
  }),
  column('EffectiveCost', 'decimal', 'mandatory', {
    presence: '031-M',
    notNull: '003-M',
  }),
  column('HostProviderName', 'text', 'mandatory', { since: '1.3' }),
  column('InvoiceDetailId', 'text', 'conditional', { since: '1.4' }),
  column('InvoiceId', 'text', 'recommended', {
    since: '1.2',
    presence: '033-O',
  }),
  column('InvoiceIssuerName', 'text', 'mandatory', {
    presence: '023-M',
    notNull: '003-M',
  }),
  column('ListCost', 'decimal', 'mandatory', {
    presence: '032-M',
    notNull: '003-M',
  }),
  column('ListUnitPrice', 'decimal', 'conditional', { presence: '004-C' }),
  column('PricingCategory', 'text', 'conditional', {
    presence: '022-C',
    allowed: '007-M',
    values: ['Standard', 'Committed', 'Dynamic', 'Other'],
  }),
  column('PricingCurrency', 'text', 'conditional', {
    since: '1.2',
    presence: '045-C',
    notNull: '004-M',
  }),
  column('PricingCurrencyContractedUnitPrice', 'decimal', 'conditional', {
    since: '1.2',
    presence: '047-C',
  }),
  column('PricingCurrencyEffectiveCost', 'decimal', 'conditional', {
    since: '1.2',
    presence: '051-C',
    notNull: '003-M',
  }),
  column('PricingCurrencyListUnitPrice', 'decimal', 'conditional', {
    since: '1.2',
    presence: '055-C',
  }),
  column('PricingQuantity', 'decimal', 'mandatory', { presence: '036-M' }),
  column('PricingUnit', 'text', 'mandatory', { presence: '068-M' }),
  column('ProviderName', 'text', 'mandatory', {
    until: '1.4',
    presence: '038-M',
    notNull: '003-M',
  }),
  column('PublisherName', 'text', 'mandatory', {
    until: '1.4',
    presence: '021-M',
    notNull: '003-M',
  }),
  column('RegionId', 'text', 'conditional', { presence: '063-C' }),
  column('RegionName', 'text', 'conditional', { presence: '062-C' }),
  column('ResourceId', 'text', 'conditional', { presence: '043-C' }),
  column('ResourceName', 'text', 'conditional', { presence: '044-C' }),
  column('ResourceType', 'text', 'conditional', { presence: '039-C' }),
  column('ServiceCategory', 'text', 'mandatory', {
    presence: '040-M',
    notNull: '002-M',
    allowed: '003-M',
    values: Object.keys(serviceCategories),
  }),
  column('ServiceName', 'text', 'mandatory', {
    presence: '041-M',
    notNull: '003-M',
  }),
  column('ServiceProviderName', 'text', 'mandatory', {
    since: '1.3',
    nullable: false,
  }),
  column('ServiceSubcategory', 'text', 'recommended', {
    since: '1.1',
    presence: '042-O',
    notNull: '002-M',
    allowed: '003-M',
    values: Object.values(serviceCategories).flat(),
  }),
  column('SkuId', 'text', 'conditional', { presence: '060-C' }),
  column('SkuMeter', 'text', 'conditional', {
    since: '1.1',
    presence: '059-C',
  }),
  column('SkuPriceDetails', 'json', 'conditional', {
    since: '1.1',
    presence: '061-C',
  }),
  column('SkuPriceId', 'text', 'conditional', { presence: '058-C' }),
  column('SubAccountId', 'text', 'conditional', { presence: '019-C' }),
  column('SubAccountName', 'text', 'conditional', { presence: '029-C' }),
  column('SubAccountType', 'text', 'conditional', {
    since: '1.2',
    presence: '067-C',
  }),
  column('Tags', 'json', 'conditional', { presence: '064-C' }),
];

/**
 * The columns by their names in small letters: files write them this way and that.
 *
 * @public
 */
export const focusColumnsByName: ReadonlyMap<string, FocusColumn> = new Map(
  focusColumns.map(item => [item.name.toLowerCase(), item]),
);
