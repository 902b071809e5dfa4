/**
 * Names a file of figures, without an ending: `delivery-component-default-shop-2025-01-01-2025-03-31`.
 *
 * @param of - Reference of the entity or scope that the figures are of.
 * @param when - The period, as in `90-days`.
 */
export function deliveryFileName(of: string, when: string): string {
  return `delivery-${of.replaceAll(/[^a-z0-9-]+/gi, '-')}-${when}`;
}
