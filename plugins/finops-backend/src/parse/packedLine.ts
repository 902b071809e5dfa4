import type { FocusLine } from '@portal/plugin-finops-common';

/**
 * Reads a line that `FocusRowReader` packed: fields between tabs, in the order of `FocusLine`.
 *
 * @internal
 */
export function unpackLine(packed: string): FocusLine {
  const fields = packed.split('\t');
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
