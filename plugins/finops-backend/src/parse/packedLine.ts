import type { FocusLine } from '@portal/plugin-finops-common';

/**
 * Columns of a packed line in their order. It is a row of COPY in which an empty field is null, so that it goes from the thread that
 * reads a file to the database as it is.
 *
 * @internal
 */
export const packedLineColumns = [
  'line_number',
  'item_id',
  'billing_month',
  'charge_start',
  'charge_end',
  'currency',
  'billed_cost',
  'effective_cost',
  'list_cost',
  'contracted_cost',
  'pricing_quantity',
  'consumed_quantity',
  'list_unit_price',
  'contracted_unit_price',
  'extra',
] as const;

/**
 * Text that has no tabs and line breaks as a field of a packed line.
 *
 * @internal
 */
export function packText(text: string): string {
  return text.includes('\\') ? text.replaceAll('\\', '\\\\') : text;
}

/**
 * Reads a line that `FocusRowReader` packed.
 *
 * @internal
 */
export function unpackLine(packed: string): FocusLine {
  const fields = packed.replaceAll('\\\\', '\\').split('\t');
  return {
    lineNumber: Number(fields[0]),
    itemId: fields[1],
    billingMonth: fields[2],
    chargeStart: fields[3],
    chargeEnd: fields[4] || undefined,
    currency: fields[5],
    billedCost: fields[6],
    effectiveCost: fields[7] || undefined,
    listCost: fields[8] || undefined,
    contractedCost: fields[9] || undefined,
    pricingQuantity: fields[10] || undefined,
    consumedQuantity: fields[11] || undefined,
    listUnitPrice: fields[12] || undefined,
    contractedUnitPrice: fields[13] || undefined,
    extra: fields[14] ? JSON.parse(fields[14]) : undefined,
  };
}
