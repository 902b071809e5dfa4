/**
 * Reads amounts as they are and, where those have several currencies, once more in the reporting currency. An answer whose lines
 * have one currency is in that one, whatever else is in the store.
 *
 * @param read - answers lists of rows, converted where a currency is given and there is a rate
 */
export async function inOneCurrency<
  T extends ReadonlyArray<ReadonlyArray<{ currency: string }>>,
>(
  read: (convertTo?: string) => Promise<T>,
  reportingCurrency: string,
): Promise<{ lists: T; currency: string }> {
  const lists = await read();
  const currencies = new Set<string>();
  for (const rows of lists) {
    for (const { currency } of rows) {
      currencies.add(currency);
    }
  }
  if (currencies.size > 1) {
    return {
      lists: await read(reportingCurrency),
      currency: reportingCurrency,
    };
  }
  const [only = reportingCurrency] = currencies;
  return { lists, currency: only };
}
