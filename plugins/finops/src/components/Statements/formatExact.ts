/** Writes an amount to the cent, as on an invoice, whatever its size: statements are compared with invoices. */
export function formatExact(amount: string, currency: string): string {
  return new Intl.NumberFormat(undefined, {
    style: 'currency',
    currency,
  }).format(amount as Intl.StringNumericLiteral);
}
