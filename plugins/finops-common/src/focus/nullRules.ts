import type { CellReader, FocusRule } from './FocusRule';

type Condition = {
  words: string;
  needs: string[];
  holds(cell: CellReader): boolean;
};

const isTax: Condition = {
  words: 'ChargeCategory is "Tax"',
  needs: ['ChargeCategory'],
  holds: cell => cell('ChargeCategory') === 'Tax',
};

const isPriced: Condition = {
  words:
    'ChargeCategory is "Usage" or "Purchase" and ChargeClass is not "Correction"',
  needs: ['ChargeCategory'],
  holds: cell =>
    (cell('ChargeCategory') === 'Usage' ||
      cell('ChargeCategory') === 'Purchase') &&
    cell('ChargeClass') !== 'Correction',
};

function isNull(column: string): Condition {
  return {
    words: `${column} is null`,
    needs: [column],
    holds: cell => cell(column) === '',
  };
}

function isSet(column: string): Condition {
  return {
    words: `${column} is not null`,
    needs: [column],
    holds: cell => cell(column) !== '',
  };
}

function is(column: string, value: string): Condition {
  return {
    words: `${column} is "${value}"`,
    needs: [column],
    holds: cell => cell(column) === value,
  };
}

function both(left: Condition, right: Condition): Condition {
  return {
    words: `${left.words} and ${right.words}`,
    needs: [...left.needs, ...right.needs],
    holds: cell => left.holds(cell) && right.holds(cell),
  };
}

function mustBeNull(
  column: string,
  number: string,
  when: Condition,
): FocusRule {
  return {
    id: `${column}-C-${number}`,
    column,
    requirement: `${column} MUST be null when ${when.words}.`,
    must: true,
    needs: when.needs,
    breaks: cell => cell(column) !== '' && when.holds(cell),
  };
}

function mustBeSet(
  column: string,
  number: string,
  when: Condition,
  must = true,
): FocusRule {
  return {
    id: `${column}-C-${number}`,
    column,
    requirement: `${column} ${must ? 'MUST' : 'SHOULD'} NOT be null when ${
      when.words
    }.`,
    must,
    needs: when.needs,
    breaks: cell => cell(column) === '' && when.holds(cell),
  };
}

/** A column that says more about another, and is there exactly when that one is. */
function describes(
  column: string,
  other: string,
  whenNull: string,
  whenSet: string,
): FocusRule[] {
  return [
    mustBeNull(column, whenNull, isNull(other)),
    mustBeSet(column, whenSet, isSet(other)),
  ];
}

/** A column of prices: not for taxes, always for what has a price. */
function prices(column: string, whenTax: string, whenPriced: string) {
  return [
    mustBeNull(column, whenTax, isTax),
    mustBeSet(column, whenPriced, isPriced),
  ];
}

const isMeasuredUsage: Condition = {
  words:
    'ChargeCategory is "Usage", CommitmentDiscountStatus is not "Unused" and ChargeClass is not "Correction"',
  needs: ['ChargeCategory'],
  holds: cell =>
    cell('ChargeCategory') === 'Usage' &&
    cell('CommitmentDiscountStatus') !== 'Unused' &&
    cell('ChargeClass') !== 'Correction',
};

const isNoMeasuredUsage: Condition = {
  words:
    'ChargeCategory is not "Usage", or CommitmentDiscountStatus is "Unused"',
  needs: ['ChargeCategory'],
  holds: cell =>
    cell('ChargeCategory') !== 'Usage' ||
    cell('CommitmentDiscountStatus') === 'Unused',
};

/**
 * When columns must be null and when not. The conditions are those that the words of the rules state: where the conditions of
 * the official model differ from its own words, the words count.
 *
 * @internal
 */
export const nullRules: readonly FocusRule[] = [
  ...describes('RegionName', 'RegionId', '004-C', '005-C'),
  ...describes('ResourceType', 'ResourceId', '004-C', '005-C'),
  ...describes('SubAccountName', 'SubAccountId', '004-C', '005-C'),
  ...describes('SubAccountType', 'SubAccountId', '004-C', '005-C'),
  ...describes('BillingAccountType', 'BillingAccountId', '004-C', '005-C'),
  ...describes('ConsumedUnit', 'ConsumedQuantity', '005-C', '006-C'),
  ...describes('PricingUnit', 'PricingQuantity', '005-C', '006-C'),
  ...describes(
    'CommitmentDiscountCategory',
    'CommitmentDiscountId',
    '003-C',
    '004-C',
  ),
  ...describes(
    'CommitmentDiscountType',
    'CommitmentDiscountId',
    '004-C',
    '005-C',
  ),
  ...describes(
    'CommitmentDiscountUnit',
    'CommitmentDiscountQuantity',
    '005-C',
    '006-C',
  ),
  mustBeNull('CommitmentDiscountName', '004-C', isNull('CommitmentDiscountId')),
  mustBeNull(
    'CommitmentDiscountStatus',
    '003-C',
    isNull('CommitmentDiscountId'),
  ),
  mustBeSet(
    'CommitmentDiscountStatus',
    '004-C',
    both(isSet('CommitmentDiscountId'), is('ChargeCategory', 'Usage')),
  ),
  mustBeSet(
    'CommitmentDiscountQuantity',
    '005-C',
    both(isSet('CommitmentDiscountId'), isPriced),
  ),
  mustBeNull('SkuMeter', '004-C', isNull('SkuId')),
  mustBeSet('SkuMeter', '005-C', isSet('SkuId'), false),
  mustBeNull('SkuPriceDetails', '004-C', isNull('SkuPriceId')),
  mustBeNull(
    'CapacityReservationStatus',
    '003-C',
    isNull('CapacityReservationId'),
  ),
  mustBeSet(
    'CapacityReservationStatus',
    '004-C',
    both(isSet('CapacityReservationId'), is('ChargeCategory', 'Usage')),
  ),
  mustBeSet(
    'CapacityReservationId',
    '005-C',
    is('CapacityReservationStatus', 'Unused'),
  ),
  ...prices('ListUnitPrice', '004-C', '005-C'),
  ...prices('ContractedUnitPrice', '005-C', '006-C'),
  ...prices('PricingCurrencyListUnitPrice', '004-C', '005-C'),
  ...prices('PricingQuantity', '004-C', '005-C'),
  ...prices('PricingCategory', '003-C', '004-C'),
  ...prices('SkuId', '004-C', '005-C'),
  ...prices('SkuPriceId', '004-C', '005-C'),
  mustBeNull('ConsumedQuantity', '004-C', isNoMeasuredUsage),
  mustBeSet('ConsumedQuantity', '006-C', isMeasuredUsage),
];
