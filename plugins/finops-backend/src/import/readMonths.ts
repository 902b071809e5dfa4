import { InputError } from '@backstage/errors';

/**
 * The first days of the billing months that a sender declares: `2024-09`, `2024-09-01`, or several with commas. Fails with an
 * InputError.
 */
export function readMonths(text: string | undefined): string[] {
  if (text === undefined) {
    return [];
  }
  const months = text.split(',').map(part => {
    const found = /^(\d{4})-(0[1-9]|1[0-2])(-01)?$/.exec(part.trim());
    if (!found || found[1] < '2000' || found[1] > '2100') {
      throw new InputError(
        `period: found "${part}", expected a billing month such as 2024-09, or several with commas between`,
      );
    }
    return `${found[1]}-${found[2]}-01`;
  });
  return [...new Set(months)].sort();
}
