import type { Portfolio, PortfolioRow } from '../portfolio/Portfolio';
import type { Question, Statement } from './Questions';
import { countText, shareText } from './words';

const half = 0.5;
const most = 12;

/** Which parts are below what is expected of them: fewer than half of the services meet a pillar and some are below it, or the
 * only one is. */
export function belowExpectation(portfolio: Portfolio): Question {
  const titles = new Map(
    portfolio.formula.pillars.map(({ id, title }) => [id, title]),
  );
  const found = portfolio.rows
    .filter(({ depth }) => depth > 0)
    .flatMap(row =>
      row.health.pillars.flatMap(pillar => {
        const isBelow = pillar.only
          ? pillar.only === 'below'
          : pillar.share !== undefined &&
            pillar.share < half &&
            pillar.counts.below > 0;
        return isBelow
          ? [{ row, pillar, title: titles.get(pillar.pillarId) ?? '' }]
          : [];
      }),
    )
    .sort(
      (one, other) =>
        (one.pillar.share ?? 0) - (other.pillar.share ?? 0) ||
        other.row.health.services - one.row.health.services ||
        compare(one.row, other.row) ||
        one.title.localeCompare(other.title, 'en'),
    );
  return {
    id: 'below-expectation',
    title: 'Which teams are below what is expected of them?',
    statements: found.slice(0, most).map(
      ({ row, pillar, title }): Statement => ({
        ruleId: 'below-half',
        text: pillar.only
          ? `${
              row.node.title
            }: its only service is below what is expected of ${lower(title)}.`
          : `${row.node.title}: ${shareText(
              pillar.share ?? 0,
            )} of its services meet what is expected of ${lower(
              title,
            )}; ${countText(pillar.counts.below, 'is', 'are')} below.`,
        tone: 'bad',
        evidence: [
          {
            title: 'Services and what was compared',
            target: {
              kind: 'page',
              page: 'portfolio',
              query: { node: row.node.ref, pillar: pillar.pillarId },
            },
          },
        ],
      }),
    ),
    nothing:
      'In every pillar that is measured at least half of the services of each part meet what is expected, or none is below it.',
  };
}

function compare(one: PortfolioRow, other: PortfolioRow): number {
  return one.node.ref < other.node.ref
    ? -1
    : Number(one.node.ref > other.node.ref);
}

function lower(title: string): string {
  return title.charAt(0).toLocaleLowerCase('en') + title.slice(1);
}
