import { comparablePillar, judgedOf } from '../health/comparablePillar';
import { comparedShares } from '../health/comparedShares';
import type { Portfolio } from '../portfolio/Portfolio';
import type { Question, Statement } from './Questions';
import { countText, onBothDays, pointsText, shareText } from './words';

/** What changed in the node since the day that is compared with: the last report, where there is one. */
export function sinceThen(portfolio: Portfolio): Question {
  const { context, formula, rows } = portfolio;
  const [row] = rows;
  const statements: Statement[] = [];
  const page = (query: Record<string, string>): Statement['evidence'] => [
    {
      title: 'Its page',
      target: {
        kind: 'page',
        page: 'portfolio',
        query: { node: context.node.ref, ...query },
      },
    },
  ];
  const say = (
    ruleId: string,
    text: string,
    by: number,
    query: Record<string, string> = {},
  ) =>
    statements.push({
      ruleId,
      text,
      tone: toneOf(by),
      evidence: page(query),
    });
  if (row?.previous) {
    const { health, previous } = row;
    const compared = comparedShares(formula.pillars, health, previous);
    if (health.share !== undefined && compared) {
      const by = compared.now - compared.then;
      say(
        'overall',
        `Overall ${shareText(health.share)}, ${
          Math.abs(by) < 0.0005
            ? 'as before'
            : `${pointsText(by)} ${by > 0 ? 'more' : 'less'} than before`
        }${compared.isPart ? onBothDays : ''}.`,
        Math.abs(by) < 0.0005 ? 0 : by,
      );
    }
    for (const { id, title } of formula.pillars) {
      const [after, before] = [health, previous].map(({ pillars }) =>
        pillars.find(({ pillarId }) => pillarId === id),
      );
      const shares = comparablePillar(after, before);
      const by = shares ? shares.now - shares.then : 0;
      if (shares && Math.abs(by) >= 0.0005) {
        say(
          'pillar',
          `${title}: ${shareText(shares.now)}, ${pointsText(by)} ${
            by > 0 ? 'more' : 'less'
          }.`,
          by,
          { pillar: id },
        );
      } else if (!shares && after?.share !== undefined) {
        say(
          'measured',
          `${title}: ${shareText(after.share)} of ${countText(
            judgedOf(after),
            'service',
          )}; ${countText(
            before ? judgedOf(before) : 0,
            'was',
            'were',
          )} measured before, which is not compared.`,
          0,
          { pillar: id },
        );
      }
    }
    const grown = health.services - previous.services;
    if (grown !== 0) {
      say(
        'services',
        `${countText(Math.abs(grown), 'service')} ${
          grown > 0 ? 'more' : 'fewer'
        } than before: ${countText(health.services, 'service')}.`,
        0,
      );
    }
  }
  return {
    id: 'since-last-report',
    title: context.compareDay
      ? `What changed since ${context.compareDay}?`
      : 'What changed since the last report?',
    statements,
    nothing: context.compareDay
      ? 'Nothing that is measured has changed.'
      : 'There is no snapshot that is old enough to compare with yet.',
  };
}

function toneOf(by: number): Statement['tone'] {
  if (by === 0) {
    return 'neutral';
  }
  return by > 0 ? 'good' : 'bad';
}
