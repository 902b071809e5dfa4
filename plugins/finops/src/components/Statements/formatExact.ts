/** Writes an amount to the cent, as on an invoice, whatever its size: statements are compared with invoices. */
export function formatExact(amount: string, currency: string): string {
  return new Intl.NumberFormat(undefined, {
    style: 'currency',
    currency,
  }).format(amount as Intl.StringNumericLiteral);
}

/** Writes what was corrected; nothing at all as a dash, so that a correction stands out. */
export function formatAdjustments(amount: string, currency: string): string {
  return Number(amount) === 0 ? '–' : formatExact(amount, currency);
}
