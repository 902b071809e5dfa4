import type {
  ReportCell,
  ReportDocument,
} from '@portal/plugin-executive-common';

/** What a spreadsheet would take for a formula. */
const formulaStart = /^[=+\-@\t\r]/;

/** Documents as CSV (RFC 4180): a table a section with a line of its title before it. Text is never a formula. */
export function writeCsv(documents: readonly ReportDocument[]): string {
  const lines: string[][] = [];
  for (const document of documents) {
    lines.push([document.title, document.subtitle]);
    for (const section of document.sections) {
      lines.push([], [section.title]);
      if (section.kind === 'text') {
        lines.push(...section.paragraphs.map(text => [text]));
      } else if (section.kind === 'figures') {
        lines.push(
          ...section.figures.map(({ title, text, note }) => [
            title,
            text,
            note ?? '',
          ]),
        );
      } else if (section.kind === 'table') {
        lines.push(
          section.columns.map(({ title }) => title),
          ...section.rows.map(row => row.map(plain)),
        );
      } else {
        lines.push([section.description]);
      }
      if (section.note) {
        lines.push([section.note]);
      }
    }
    lines.push([]);
  }
  return `\uFEFF${lines
    .map(line => line.map(quote).join(','))
    .join('\r\n')}\r\n`;
}

/** What is read, in a form that sheets take apart: words stay as they are on the page. */
function plain({ text }: ReportCell): string {
  return text.replaceAll('\u2003', '');
}

function quote(text: string): string {
  // A number keeps its sign.
  const isNumber = /^-?\d+(\.\d+)?$/.test(text);
  const safe = formulaStart.test(text) && !isNumber ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
