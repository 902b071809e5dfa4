import type {
  ReportCell,
  ReportDocument,
  ReportSection,
} from '@portal/plugin-executive-common';
import { drawChart } from './drawChart';

const style = `
@page { size: A4; margin: 16mm 14mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 190mm; padding: 8mm; color: #16202b; background: #fff;
  font: 10.5pt/1.45 system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; }
@media print { body { padding: 0; } }
h1 { margin: 0; font-size: 20pt; }
h2 { margin: 7mm 0 2mm; font-size: 12.5pt; break-after: avoid; }
p { margin: 0 0 2mm; }
.quiet { color: #52606d; font-size: 9pt; }
article + article { break-before: page; }
table { width: 100%; border-collapse: collapse; font-size: 8.5pt; font-variant-numeric: tabular-nums; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { padding: 1.2mm 2mm; border-bottom: .3pt solid #c5ced6; text-align: start; vertical-align: top; overflow-wrap: anywhere; }
th { color: #52606d; font-weight: 600; }
.end { text-align: end; }
.figures { display: flex; flex-wrap: wrap; gap: 3mm; margin: 0; padding: 0; list-style: none; }
.figures li { flex: 1 1 32mm; padding: 3mm; border: .3pt solid #c5ced6; border-radius: 1.5mm; break-inside: avoid; }
.figures strong { display: block; font-size: 15pt; }
figure { margin: 0; break-inside: avoid; }
svg { max-width: 100%; height: auto; }
`;

/**
 * Documents as one page that prints as it is: everything is in it, nothing runs, and what people wrote is never markup.
 *
 * @param title - of the window and the file
 */
export function writeHtml(
  title: string,
  documents: readonly ReportDocument[],
): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escape(title)}</title>
<style>${style}</style>
</head>
<body>
${documents.map(writeDocument).join('\n')}
</body>
</html>
`;
}

function writeDocument({ title, subtitle, sections }: ReportDocument): string {
  return `<article>
<h1>${escape(title)}</h1>
<p class="quiet">${escape(subtitle)}</p>
${sections.map(writeSection).join('\n')}
</article>`;
}

function writeSection(section: ReportSection): string {
  const note = section.note
    ? `<p class="quiet">${escape(section.note)}</p>`
    : '';
  return `<section><h2>${escape(section.title)}</h2>${note}${bodyOf(
    section,
  )}</section>`;
}

function bodyOf(section: ReportSection): string {
  switch (section.kind) {
    case 'text':
      return section.paragraphs.map(text => `<p>${escape(text)}</p>`).join('');
    case 'figures':
      return `<ul class="figures">${section.figures
        .map(
          ({ title, text, note }) =>
            `<li>${escape(title)}<strong>${escape(text)}</strong>${
              note ? `<span class="quiet">${escape(note)}</span>` : ''
            }</li>`,
        )
        .join('')}</ul>`;
    case 'table':
      return `<table><thead><tr>${section.columns
        .map(
          ({ title, align }) =>
            `<th scope="col"${endOf(align)}>${escape(title)}</th>`,
        )
        .join('')}</tr></thead><tbody>${section.rows
        .map(row => `<tr>${cellsOf(row, section.columns)}</tr>`)
        .join('')}</tbody></table>`;
    default:
      return `<figure role="img" aria-label="${escape(
        section.description,
      )}">${drawChart(
        section.option,
        section.height,
      )}<figcaption class="quiet">${escape(
        section.description,
      )}</figcaption></figure>`;
  }
}

function cellsOf(
  row: readonly ReportCell[],
  columns: ReadonlyArray<{ align?: 'start' | 'end' }>,
): string {
  return row
    .map(
      ({ text }, index) =>
        `<td${endOf(columns[index]?.align)}><bdi>${escape(text)}</bdi></td>`,
    )
    .join('');
}

function endOf(align: 'start' | 'end' | undefined): string {
  return align === 'end' ? ' class="end"' : '';
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, character => entities[character]);
}
