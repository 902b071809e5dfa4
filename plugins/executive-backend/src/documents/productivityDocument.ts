import type {
  Productivity,
  ProductivityRow,
  ReportDocument,
  ReportSection,
} from '@portal/plugin-executive-common';
import { countCell, rollupCell, subtitleOf } from './documentParts';

/** Throughput and stability to print, with the caution that belongs to them. */
export function productivityDocument(
  answer: Productivity,
  titles: ReadonlyMap<string, string>,
): ReportDocument {
  const ids = [...answer.throughput, ...answer.stability, ...answer.flow];
  const table = (
    title: string,
    rows: readonly ProductivityRow[],
  ): ReportSection => ({
    kind: 'table',
    title,
    columns: [
      { title: 'Name' },
      { title: 'Services', align: 'end' },
      ...ids.map(id => ({
        title: titles.get(id) ?? id,
        align: 'end' as const,
      })),
    ],
    rows: rows.map(row => [
      { text: row.node.title },
      countCell(row.services),
      ...ids.map(id => rollupCell(row.figures[id])),
    ]),
  });
  return {
    title: 'Productivity',
    subtitle: subtitleOf(answer.context),
    sections: [
      {
        kind: 'text',
        title: 'Before you read it',
        paragraphs: [answer.caution],
      },
      table('Teams', answer.teams),
      table('Services', answer.services),
    ],
  };
}
