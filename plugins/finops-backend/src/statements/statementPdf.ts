import { dirname } from 'node:path';
import type {
  Statement,
  StatementLine,
  StatementTotal,
} from '@portal/plugin-finops-common';
import pdfmake from 'pdfmake';
import fonts from 'pdfmake/fonts/Roboto';
import { spellAmount } from '../notify/spell';

/** More lines make a book that nobody reads, and hold others up while it is made: the CSV has them all. */
const mostLines = 300;

const fontDirectory = dirname(fonts.Roboto.normal);
pdfmake.setFonts(fonts);
// A statement has no pictures: nothing is read but the fonts.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy(path => path.startsWith(fontDirectory));

const lineLayout = {
  hLineWidth: (row: number) => (row === 1 ? 1 : 0.3),
  vLineWidth: () => 0,
  hLineColor: () => '#888888',
  paddingTop: () => 3,
  paddingBottom: () => 3,
};

/** A statement to print: A4, with page numbers, its totals first. */
export async function statementPdf(statement: Statement): Promise<Buffer> {
  const { month, owner, closing, totals, owners, lines } = statement;
  const title = `Cost statement ${month}`;
  const shown = [...lines]
    .sort(
      (one, other) =>
        compare(one.owner, other.owner) ||
        compare(one.entityRef || one.bucket, other.entityRef || other.bucket),
    )
    .slice(0, mostLines);
  return pdfmake
    .createPdf({
      pageSize: 'A4',
      pageMargins: [40, 50, 40, 50],
      info: { title, subject: owner ?? 'All owners' },
      defaultStyle: { font: 'Roboto', fontSize: 9 },
      styles: {
        title: { fontSize: 18, bold: true },
        heading: { fontSize: 12, bold: true, margin: [0, 16, 0, 6] },
        quiet: { color: '#555555' },
        head: { bold: true },
      },
      footer: (page: number, pages: number) => ({
        margin: [40, 15, 40, 0],
        style: 'quiet',
        columns: [
          `${title} · ${owner ?? 'All owners'}`,
          { text: `Page ${page} of ${pages}`, alignment: 'right' },
        ],
      }),
      content: [
        { text: title, style: 'title' },
        { text: owner ?? 'All owners', fontSize: 12, margin: [0, 2, 0, 6] },
        {
          style: 'quiet',
          text: closing
            ? `Closed by ${closing.closedBy} at ${closing.closedAt}\nSHA-256 of the statement of all owners: ${closing.hash}`
            : 'Open: figures change until the month is closed.',
        },
        { text: 'Totals', style: 'heading' },
        totalTable('Currency', totals, ({ currency }) => currency),
        ...(owner || owners.length === 0
          ? []
          : [
              { text: 'Owners', style: 'heading' },
              totalTable('Owner', owners, each => each.owner),
            ]),
        ...(shown.length > 0
          ? [{ text: 'Lines', style: 'heading' }, lineTable(shown, !owner)]
          : []),
        ...(lines.length > shown.length
          ? [
              {
                text: `${
                  lines.length - shown.length
                } more lines are in the CSV file of this statement.`,
                style: 'quiet',
                margin: [0, 8, 0, 0],
              },
            ]
          : []),
      ],
    })
    .getBuffer();
}

function totalTable<T extends StatementTotal>(
  name: string,
  totals: readonly T[],
  nameOf: (total: T) => string,
) {
  return {
    layout: lineLayout,
    table: {
      headerRows: 1,
      widths: ['*', 'auto', 'auto', 'auto'],
      body: [
        [
          { text: name, style: 'head' },
          ...['Cost', 'Adjustments', 'Total'].map(heading),
        ],
        ...totals.map(total => [
          nameOf(total),
          ...[total.cost, total.adjustments, total.total].map(amount =>
            money(amount, total.currency),
          ),
        ]),
      ],
    },
  };
}

function lineTable(lines: readonly StatementLine[], withOwner: boolean) {
  return {
    layout: lineLayout,
    table: {
      headerRows: 1,
      widths: [...(withOwner ? ['*'] : []), '*', 'auto', 'auto'],
      body: [
        [
          ...(withOwner ? [{ text: 'Owner', style: 'head' }] : []),
          { text: 'Entity', style: 'head' },
          { text: 'What', style: 'head' },
          heading('Amount'),
        ],
        ...lines.map(line => [
          ...(withOwner ? [line.owner] : []),
          line.entityRef || line.bucket || 'unallocated',
          line.kind === 'adjustment'
            ? `Adjustment of ${line.ofMonth}`
            : `Cost of ${line.ofMonth}`,
          money(line.amount, line.currency),
        ]),
      ],
    },
  };
}

function heading(text: string) {
  return { text, style: 'head', alignment: 'right' };
}

function money(amount: string, currency: string) {
  return {
    text: spellAmount(amount, currency),
    alignment: 'right',
    noWrap: true,
  };
}

function compare(one: string, other: string): number {
  if (one === other) {
    return 0;
  }
  return one < other ? -1 : 1;
}
