import type {
  NodeFigures,
  ReportDocument,
} from '@portal/plugin-executive-common';
import { rollupCell, subtitleOf, trendSection } from './documentParts';

/** The figures of a node to print, and how its health went. */
export function nodeDocument(answer: NodeFigures): ReportDocument {
  const { context, figures, health, trend } = answer;
  const ids = health.pillars.map(({ pillarId }) => pillarId);
  return {
    title: 'Figures',
    subtitle: subtitleOf(context),
    sections: [
      ...(trend.length > 1
        ? [
            trendSection({
              title: 'Health by week',
              description:
                'Share of what is expected that is met, overall and by pillar, at the end of each week.',
              days: trend.map(({ day }) => day),
              lines: [
                { name: 'overall', values: trend.map(({ share }) => share) },
                ...ids.map(id => ({
                  name: id,
                  values: trend.map(({ pillars }) => pillars[id]),
                })),
              ],
            }),
          ]
        : []),
      {
        kind: 'table',
        title: 'Figures of 28 days',
        columns: [
          { title: 'Figure' },
          { title: 'Value', align: 'end' },
          { title: 'Services with it', align: 'end' },
        ],
        rows: figures.map(({ rollup, title }) => [
          { text: title },
          rollupCell(rollup),
          {
            text: `${rollup.coverage.have} of ${rollup.coverage.of}`,
            value: rollup.coverage.have,
          },
        ]),
      },
    ],
  };
}
