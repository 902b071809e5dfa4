import type { Statement } from './Statement';

const columns = [
  'Month',
  'Kind',
  'Month of cost',
  'Owner',
  'Entity',
  'Bucket',
  'Currency',
  'Amount',
] as const;
const number = /^-?\d+(?:\.\d+)?$/;

/**
 * A statement as CSV after RFC 4180: with a heading, CRLF, and a last row for each currency's total.
 *
 * @public
 */
export function statementCsv(
  statement: Pick<Statement, 'month' | 'lines' | 'totals'>,
): string {
  const { month, lines, totals } = statement;
  const rows = [
    columns,
    ...lines.map(line => [
      month,
      line.kind,
      line.ofMonth,
      line.owner,
      line.entityRef,
      line.bucket,
      line.currency,
      line.amount,
    ]),
    ...totals.map(({ currency, total }) => [
      month,
      'total',
      '',
      '',
      '',
      '',
      currency,
      total,
    ]),
  ];
  return rows.map(row => `${row.map(csvCell).join(',')}\r\n`).join('');
}

/**
 * A cell of a CSV file that a spreadsheet does not take for a formula: text that begins like one gets an apostrophe in front.
 * Numbers stay numbers, negative ones too.
 *
 * @public
 */
export function csvCell(text: string): string {
  const guarded = /^[=+\-@\t\r\n]/.test(text) && !number.test(text);
  const safe = guarded ? `'${text}` : text;
  return /[",\r\n\t]|^\s|\s$/.test(safe)
    ? `"${safe.replaceAll('"', '""')}"`
    : safe;
}
