import type { FocusRule } from './FocusRule';
import { isKeyValueText } from './isKeyValueText';
import { serviceCategories } from './serviceCategories';

const nationalCurrencies = new Set(Intl.supportedValuesOf('currency'));

/**
 * What values must be, beside being allowed ones.
 *
 * @internal
 */
export const valueRules: readonly FocusRule[] = [
  {
    id: 'ChargeFrequency-C-004-C',
    column: 'ChargeFrequency',
    requirement:
      'ChargeFrequency MUST NOT be "Usage-Based" when ChargeCategory is "Purchase".',
    must: true,
    needs: ['ChargeCategory'],
    breaks: cell =>
      cell('ChargeFrequency') === 'Usage-Based' &&
      cell('ChargeCategory') === 'Purchase',
  },
  {
    id: 'ServiceSubcategory-C-004-M',
    column: 'ServiceSubcategory',
    requirement:
      'ServiceSubcategory MUST have one and only one parent ServiceCategory as specified in the allowed values below.',
    must: true,
    needs: ['ServiceCategory'],
    breaks: cell =>
      cell('ServiceSubcategory') !== '' &&
      !serviceCategories[cell('ServiceCategory')]?.includes(
        cell('ServiceSubcategory'),
      ),
  },
  {
    id: 'BillingCurrency-C-003-M',
    column: 'BillingCurrency',
    requirement: 'BillingCurrency MUST conform to CurrencyFormat requirements.',
    must: true,
    breaks: cell =>
      cell('BillingCurrency') !== '' &&
      !/^[A-Z]{3}$/.test(cell('BillingCurrency')),
  },
  {
    id: 'BillingCurrency-C-006-M',
    column: 'BillingCurrency',
    requirement:
      'BillingCurrency MUST be expressed in national currency (e.g., USD, EUR).',
    must: true,
    breaks: cell =>
      cell('BillingCurrency') !== '' &&
      !nationalCurrencies.has(cell('BillingCurrency')),
  },
  ...['Tags', 'SkuPriceDetails'].map(
    (column): FocusRule => ({
      id: `${column}-C-001-M`,
      column,
      requirement: `${column} MUST conform to KeyValueFormat requirements.`,
      must: true,
      breaks: cell => cell(column) !== '' && !isKeyValueText(cell(column)),
    }),
  ),
];

/**
 * Rules of one value for each value of the column: kept by remembering.
 *
 * @internal
 */
export const parentRules: readonly (FocusRule & { parent: string })[] = [
  {
    id: 'SkuPriceId-C-008-M',
    column: 'SkuPriceId',
    parent: 'SkuId',
    requirement: 'SkuPriceId MUST have one and only one parent SkuId.',
    must: true,
    needs: ['SkuId'],
  },
  {
    id: 'ServiceName-C-005-C',
    column: 'ServiceName',
    parent: 'ServiceCategory',
    requirement:
      'ServiceName MUST have one and only one ServiceCategory that best aligns with its primary purpose, except when no suitable ServiceCategory is available.',
    must: true,
    needs: ['ServiceCategory'],
  },
  {
    id: 'ServiceName-C-008-C',
    column: 'ServiceName',
    parent: 'ServiceSubcategory',
    requirement:
      'ServiceName SHOULD have one and only one ServiceSubcategory that best aligns with its primary purpose, except when no suitable ServiceSubcategory is available.',
    must: false,
    needs: ['ServiceSubcategory'],
  },
];

/**
 * Rules about amounts of a row, checked where the amounts are read.
 *
 * @internal
 */
export const amountRules: readonly FocusRule[] = [
  notNegative('ListUnitPrice', '008-M'),
  notNegative('ContractedUnitPrice', '009-C'),
  notNegative('PricingCurrencyListUnitPrice', '008-M'),
  product('ListCost', 'ListUnitPrice', '009-C'),
  product('ContractedCost', 'ContractedUnitPrice', '009-C'),
];

function notNegative(column: string, number: string): FocusRule {
  return {
    id: `${column}-C-${number}`,
    column,
    requirement: `${column} MUST be a non-negative decimal value.`,
    must: true,
  };
}

function product(column: string, price: string, number: string): FocusRule {
  return {
    id: `${column}-C-${number}`,
    column,
    requirement: `The product of ${price} and PricingQuantity MUST match the ${column} when ${price} is not null, PricingQuantity is not null, and ChargeClass is not "Correction".`,
    must: true,
    needs: [price, 'PricingQuantity'],
  };
}
