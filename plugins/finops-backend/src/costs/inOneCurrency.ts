/**
 * Reads amounts as they are and, where those have several currencies, once more in the reporting currency. An answer whose lines
 * have one currency is in that one, whatever else is in the store.
 *
 * @param read - answers rows, converted where a currency is given and there is a rate
 */
export async function inOneCurrency<T extends { currency: string }>(
  read: (convertTo?: string) => Promise<T[]>,
  reportingCurrency: string,
): Promise<{ rows: T[]; currency: string }> {
  const rows = await read();
  const currencies = new Set(rows.map(({ currency }) => currency));
  if (currencies.size > 1) {
    return {
      rows: await read(reportingCurrency),
      currency: reportingCurrency,
    };
  }
  const [only = reportingCurrency] = currencies;
  return { rows, currency: only };
}
