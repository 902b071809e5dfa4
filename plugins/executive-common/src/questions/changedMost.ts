import { comparedShares } from '../health/comparedShares';
import type { Portfolio } from '../portfolio/Portfolio';
import type { Question, Statement } from './Questions';
import { onBothDays, pointsText, shareText } from './words';

/** Smaller parts move by chance. */
const fewestServices = 3;
const smallestMove = 0.01;
const mostEach = 3;

/** Who improved or declined most since the day that is compared with. */
export function changedMost(portfolio: Portfolio): Question {
  const moved = portfolio.rows
    .filter(
      ({ depth, health, previous }) =>
        depth > 0 &&
        health.services >= fewestServices &&
        (previous?.services ?? 0) >= fewestServices,
    )
    .flatMap(({ node, health, previous }) => {
      const compared = comparedShares(
        portfolio.formula.pillars,
        health,
        previous,
      );
      return compared
        ? [{ node, ...compared, by: compared.now - compared.then }]
        : [];
    })
    .filter(({ by }) => Math.abs(by) >= smallestMove)
    .sort(
      (one, other) =>
        other.by - one.by || (one.node.ref < other.node.ref ? -1 : 1),
    );
  const up = moved.filter(({ by }) => by > 0).slice(0, mostEach);
  const down = moved
    .filter(({ by }) => by < 0)
    .slice(-mostEach)
    .reverse();
  const { compareDay } = portfolio.context;
  return {
    id: 'changed-most',
    title: 'Who improved or declined most?',
    statements: [...up, ...down].map(
      ({ node, now, then, by, isPart }): Statement => ({
        ruleId: by > 0 ? 'improved' : 'declined',
        text: `${node.title} ${
          by > 0 ? 'improved' : 'declined'
        } by ${pointsText(by)}, from ${shareText(then)} to ${shareText(now)}${
          isPart ? onBothDays : ''
        }.`,
        tone: by > 0 ? 'good' : 'bad',
        evidence: [
          {
            title: 'Its page',
            target: {
              kind: 'page',
              page: 'portfolio',
              query: { node: node.ref },
            },
          },
        ],
      }),
    ),
    nothing: compareDay
      ? `No part with at least ${fewestServices} services moved by a point or more since ${compareDay}.`
      : 'There is no snapshot that is old enough to compare with yet.',
  };
}
