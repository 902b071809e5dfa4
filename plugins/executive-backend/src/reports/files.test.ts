import fc from 'fast-check';
import type {
  ReportColumn,
  ReportDocument,
} from '@portal/plugin-executive-common';
import { writeCsv } from './writeCsv';
import { writeHtml } from './writeHtml';

const hostile = fc.oneof(
  fc.string({ maxLength: 80 }),
  fc.constantFrom(
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '=cmd|"/c calc"!A1',
    '+1+1',
    '@SUM(A1)',
    'line\r\nbreak',
    'שלום',
    '-12.5',
  ),
);
const document: fc.Arbitrary<ReportDocument> = fc.record({
  title: hostile,
  subtitle: hostile,
  sections: fc.array(
    fc.oneof(
      fc.record({
        kind: fc.constant('text' as const),
        title: hostile,
        paragraphs: fc.array(hostile, { maxLength: 3 }),
      }),
      fc.record({
        kind: fc.constant('table' as const),
        title: hostile,
        columns: fc.constant<ReportColumn[]>([{ title: 'A' }, { title: 'B' }]),
        rows: fc.array(
          fc.tuple(
            hostile.map(text => ({ text })),
            hostile.map(text => ({ text })),
          ),
          { maxLength: 3 },
        ),
      }),
    ),
    { maxLength: 3 },
  ),
});

/** Reads CSV as RFC 4180 says. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (quoted) {
      if (character === '"' && text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else if (character === '"') {
        quoted = false;
      } else {
        cell += character;
      }
    } else if (character === '"') {
      quoted = true;
    } else if (character === ',' || text.startsWith('\r\n', at)) {
      rows[rows.length - 1].push(cell);
      cell = '';
      if (character !== ',') {
        rows.push([]);
        at += 1;
      }
    } else {
      cell += character;
    }
  }
  return rows;
}

const textOf = (html: string) =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

describe('files of documents', () => {
  it('never hold markup, a script or a formula that people wrote', () => {
    fc.assert(
      fc.property(document, made => {
        const html = writeHtml(made.title, [made]);
        expect(html).not.toMatch(/<script|<img/i);
        for (const row of readCsv(writeCsv([made]).slice(1))) {
          for (const cell of row) {
            expect(cell).not.toMatch(/^[=+@\t\r]/);
            expect(cell).not.toMatch(/^-(?!\d+(\.\d+)?$)/);
          }
        }
      }),
    );
  });

  it('say the same in both: each cell of the table is in the page', () => {
    fc.assert(
      fc.property(document, made => {
        const page = textOf(writeHtml(made.title, [made]));
        for (const section of made.sections) {
          const texts =
            section.kind === 'table'
              ? section.rows.flat().map(({ text }) => text)
              : [];
          expect(texts.filter(text => !page.includes(text))).toEqual([]);
        }
      }),
    );
  });

  it('have a drawing where there is a chart, drawn without a browser', () => {
    const html = writeHtml('Trend', [
      {
        title: 'Trend',
        subtitle: '',
        sections: [
          {
            kind: 'chart',
            title: 'Health by week',
            description: 'Goes "up"',
            height: 200,
            option: {
              xAxis: { type: 'category', data: ['a', 'b'] },
              yAxis: { type: 'value' },
              series: [{ type: 'line', data: [1, 2] }],
            },
          },
        ],
      },
    ]);
    expect(html).toMatch(/<svg[^>]*width="720"/);
    expect(html).toContain('aria-label="Goes &quot;up&quot;"');
  });
});
