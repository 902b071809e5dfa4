import {
  comparedShares,
  countText,
  shareText,
  type Portfolio,
  type ReportDocument,
} from '@portal/plugin-executive-common';
import {
  changeCell,
  countCell,
  countsText,
  healthCell,
  pillarCell,
  subtitleOf,
} from './documentParts';

/** The portfolio to print: the node's own health, then part by part. */
export function portfolioDocument(portfolio: Portfolio): ReportDocument {
  const { context, formula, gaps, rows } = portfolio;
  const [own] = rows;
  return {
    title: 'Portfolio',
    subtitle: subtitleOf(context),
    sections: [
      {
        kind: 'figures',
        title: 'Health',
        note: own
          ? `${shareText(
              own.health.known,
            )} of what is expected is known; ${countText(
              own.health.services,
              'service',
            )}.`
          : undefined,
        figures: own
          ? [
              { title: 'Overall', text: healthCell(own.health).text },
              ...formula.pillars.flatMap(({ id, title }) => {
                const pillar = own.health.pillars.find(
                  ({ pillarId }) => pillarId === id,
                );
                return pillar
                  ? [
                      {
                        title,
                        text: pillarCell(pillar).text,
                        note: countsText(pillar),
                      },
                    ]
                  : [];
              }),
            ]
          : [],
      },
      {
        kind: 'table',
        title: 'Part by part',
        note: `${countText(
          gaps.unowned,
          'service',
        )} without an owner, ${countText(
          gaps.unmeasured,
          'service',
        )} of which nothing is measured.`,
        columns: [
          { title: 'Part' },
          { title: 'Services', align: 'end' },
          { title: 'Overall', align: 'end' },
          { title: 'Change in points', align: 'end' },
          ...formula.pillars.map(({ title }) => ({
            title,
            align: 'end' as const,
          })),
        ],
        rows: rows.map(({ node, depth, health, previous }) => [
          { text: `${'\u2003'.repeat(depth)}${node.title}`, value: node.title },
          countCell(health.services),
          healthCell(health),
          changeCell(comparedShares(formula.pillars, health, previous)),
          ...formula.pillars.map(({ id }) =>
            pillarCell(health.pillars.find(({ pillarId }) => pillarId === id)),
          ),
        ]),
      },
    ],
  };
}
