import { hasColumn } from './detectFocusVersion';
import type { FocusColumn, FocusVersion } from './FocusColumn';
import { focusColumnsByName } from './focusColumns';
import type { FocusRule } from './FocusRule';

/**
 * Columns that a file has or has not as its provider offers something. Where it has one of them it must have the others.
 */
const families: readonly (readonly string[])[] = [
  ['SubAccountId', 'SubAccountName'],
  ['RegionId', 'RegionName'],
  ['ResourceId', 'ResourceName'],
  ['ConsumedQuantity', 'ConsumedUnit'],
  ['SkuId', 'SkuPriceId', 'SkuMeter', 'SkuPriceDetails'],
  ['CapacityReservationId', 'CapacityReservationStatus'],
  [
    'CommitmentDiscountId',
    'CommitmentDiscountName',
    'CommitmentDiscountType',
    'CommitmentDiscountCategory',
    'CommitmentDiscountStatus',
    'CommitmentDiscountQuantity',
    'CommitmentDiscountUnit',
  ],
];

const typeWords = {
  text: 'String',
  json: 'String',
  decimal: 'Decimal',
  instant: 'Date/Time',
};
const formatWords = {
  text: 'StringHandling',
  json: 'KeyValueFormat',
  decimal: 'NumericFormat',
  instant: 'DateTimeFormat',
};

/**
 * Rules that the heading of a file keeps or breaks: what must be there, and how columns of one's own are called.
 *
 * @internal
 */
export function headingRules(
  columns: readonly FocusColumn[],
  heading: readonly string[],
  version: FocusVersion,
): Array<{ rule: FocusRule; broken: boolean }> {
  const names = new Set(heading.map(name => name.toLowerCase()));
  const has = (name: string) => names.has(name.toLowerCase());
  const presence = columns
    .filter(column => hasColumn(version, column))
    .flatMap(column => {
      const id =
        column.rules.presence ??
        (column.level === 'mandatory'
          ? `CostAndUsage-${column.name}-${column.since}`
          : undefined);
      if (!id || (column.level === 'conditional' && !isExpected(column, has))) {
        return [];
      }
      const must = column.level !== 'recommended';
      const word = must ? 'MUST' : 'is RECOMMENDED to';
      return [
        {
          rule: {
            id,
            column: column.name,
            requirement: `${column.name} ${word} be present in a FOCUS dataset.`,
            must,
          },
          broken: !has(column.name),
        },
      ];
    });
  const custom = heading.filter(
    name => !focusColumnsByName.has(name.toLowerCase()),
  );
  const unmarked = custom.filter(name => !name.startsWith('x_'));
  const marked: FocusRule = {
    id: 'ColumnHandling-A-010-M',
    column: (unmarked.length ? unmarked : custom).join(', ').slice(0, 200),
    requirement:
      'Custom columns MUST be prefixed with a consistent x_ prefix to identify them as external, custom columns.',
    must: true,
  };
  return custom.length
    ? [...presence, { rule: marked, broken: unmarked.length > 0 }]
    : presence;
}

function isExpected(
  column: FocusColumn,
  has: (name: string) => boolean,
): boolean {
  return families.some(
    family => family.includes(column.name) && family.some(has),
  );
}

/**
 * Rules of a column alone. Those about type and format of amounts and dates are told where these are read.
 *
 * @internal
 */
export function columnRules(column: FocusColumn): FocusRule[] {
  const { name, type, rules, allowedValues } = column;
  const found: FocusRule[] = [];
  const add = (
    id: string | undefined,
    requirement: string,
    breaks?: FocusRule['breaks'],
    must = true,
  ) => id && found.push({ id, column: name, requirement, must, breaks });
  const isRead = type === 'decimal' || type === 'instant';
  if (isRead) {
    add(rules.type, `${name} MUST be of type ${typeWords[type]}.`);
    add(
      rules.format,
      `${name} MUST conform to ${formatWords[type]} requirements.`,
    );
  } else if (type === 'text') {
    add(
      rules.format,
      `${name} MUST conform to ${formatWords[type]} requirements.`,
      cell => cell(name).includes('\uFFFD'),
    );
  }
  const must = !rules.notNull?.endsWith('-O');
  add(
    rules.notNull,
    `${name} ${must ? 'MUST' : 'SHOULD'} NOT be null.`,
    cell => cell(name) === '',
    must,
  );
  if (allowedValues) {
    const allowed = new Set(allowedValues);
    add(
      rules.allowedValues,
      `${name} MUST be one of the allowed values.`,
      cell => cell(name) !== '' && !allowed.has(cell(name)),
    );
  }
  return found;
}
