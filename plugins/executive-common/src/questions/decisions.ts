import { formatMoney } from '@portal/plugin-metrics-common';
import type { DebtAnswer } from '../debt/Debt';
import type { GoalsAnswer } from '../goals/Goal';
import type { InvestmentAnswer } from '../initiatives/Investment';
import type { Portfolio } from '../portfolio/Portfolio';
import type { ReturnAnswer } from '../value/ServiceReturn';
import type { Evidence, Question, ReportPage, Statement } from './Questions';
import { countText, locale, shareText } from './words';

/** From here on so much is unknown that the rest says little. */
const muchUnknown = 0.25;
const mostNamed = 5;

/**
 * What a decision may be needed on. What the reader may not see is left out.
 *
 * @public
 */
export type DecisionFacts = {
  portfolio: Portfolio;
  investment?: InvestmentAnswer;
  goals?: GoalsAnswer;
  debt?: DebtAnswer;
  returns?: ReturnAnswer;
};

type EvidenceOf = (
  title: string,
  page: ReportPage,
  query?: Record<string, string>,
) => Evidence[];

/**
 * What needs a decision: initiatives that leave their plan, goals that are behind or missed, support that ended, services that are worth little, what nobody owns, what
 * stopped being measured, and what is hardly measured.
 */
export function decisions(facts: DecisionFacts): Question {
  const { debt, goals, investment, portfolio, returns } = facts;
  const evidenceOf: EvidenceOf = (title, page, query = {}) => [
    {
      title,
      target: {
        kind: 'page',
        page,
        query: { node: portfolio.context.node.ref, ...query },
      },
    },
  ];
  return {
    id: 'decisions',
    title: 'What needs a decision?',
    statements: [
      ...(investment ? onInitiatives(investment, evidenceOf) : []),
      ...(goals ? onGoals(goals, evidenceOf) : []),
      ...(debt ? onDebt(debt, evidenceOf) : []),
      ...(returns ? onReturns(returns, evidenceOf) : []),
      ...onServices(portfolio, evidenceOf),
    ],
    nothing: 'Nothing waits for a decision.',
  };
}

function onInitiatives(
  { rows }: InvestmentAnswer,
  evidenceOf: EvidenceOf,
): Statement[] {
  return rows.flatMap(({ budget, forecast, initiative, state }) => {
    const isOver =
      budget !== undefined &&
      forecast !== undefined &&
      Number(forecast.amount) > Number(budget.amount);
    const why = [
      ...(state === 'off-track' ? ['its sponsor says it is off track'] : []),
      ...(isOver
        ? [
            `at this rate it ends at ${formatMoney(
              forecast.amount,
              forecast.currency,
              { locale },
            )} of ${formatMoney(budget.amount, budget.currency, { locale })}`,
          ]
        : []),
    ];
    return state === 'done' || state === 'stopped' || why.length === 0
      ? []
      : [
          {
            ruleId: 'initiative',
            text: `${initiative.name}: ${why.join(
              ', and ',
            )}. Go on, change or stop it?`,
            tone: 'bad' as const,
            evidence: evidenceOf('Initiatives', 'investment'),
          },
        ];
  });
}

function onGoals({ rows }: GoalsAnswer, evidenceOf: EvidenceOf): Statement[] {
  return rows
    .filter(({ standing }) => standing === 'behind' || standing === 'missed')
    .slice(0, mostNamed)
    .map(({ expected, goal, progress = 0, standing }) => ({
      ruleId: 'goal',
      text:
        standing === 'missed'
          ? `${goal.name}: it was due on ${goal.due}, and ${shareText(
              progress,
            )} of the way is done. Is it given more time, changed or given up?`
          : `${goal.name}: ${shareText(
              progress,
            )} of the way is done and ${shareText(
              expected,
            )} of the time is gone. What is to be done for it?`,
      tone: 'bad' as const,
      evidence: evidenceOf('Goals', 'goals'),
    }));
}

function onDebt(
  { context, items }: DebtAnswer,
  evidenceOf: EvidenceOf,
): Statement[] {
  const late = new Set(
    items
      .filter(({ dueOn, paidOn }) => !paidOn && dueOn && dueOn <= context.day)
      .map(({ componentRef }) => componentRef),
  );
  return late.size === 0
    ? []
    : [
        {
          ruleId: 'end-of-life',
          text: `${countText(
            late.size,
            'service runs',
            'services run',
          )} on something that its makers do not support any more: when is it replaced?`,
          tone: 'bad',
          evidence: evidenceOf('Debt', 'debt'),
        },
      ];
}

function onReturns(
  { services }: ReturnAnswer,
  evidenceOf: EvidenceOf,
): Statement[] {
  const open = services.filter(
    ({ advice, decision }) =>
      !decision && (advice === 'eliminate' || advice === 'migrate'),
  );
  return open.length === 0
    ? []
    : [
        {
          ruleId: 'time',
          text: `Of ${countText(
            open.length,
            'service',
          )} the figures say migrate or eliminate, and nothing is decided: ${open
            .slice(0, mostNamed)
            .map(({ title }) => title)
            .join(', ')}${open.length > mostNamed ? ' and others' : ''}.`,
          tone: 'neutral',
          evidence: evidenceOf('Returns', 'returns'),
        },
      ];
}

function onServices(
  { formula, gaps, rows }: Portfolio,
  evidenceOf: EvidenceOf,
): Statement[] {
  const [own] = rows;
  const services = (standing: string, pillar?: string) =>
    evidenceOf('Services', 'portfolio', {
      standing,
      ...(pillar && { pillar }),
    });
  const statements: Statement[] = [];
  if (gaps.unowned > 0) {
    statements.push({
      ruleId: 'unowned',
      text: `${countText(gaps.unowned, 'service')} ${
        gaps.unowned === 1 ? 'belongs' : 'belong'
      } to nobody: who looks after ${gaps.unowned === 1 ? 'it' : 'them'}?`,
      tone: 'bad',
      evidence: services('unmeasured'),
    });
  }
  for (const { counts, pillarId } of own?.health.pillars ?? []) {
    const title =
      formula.pillars.find(({ id }) => id === pillarId)?.title ?? pillarId;
    if (counts.stale > 0) {
      statements.push({
        ruleId: 'stale',
        text: `${title}: the figures of ${countText(
          counts.stale,
          'service',
        )} are not reported any more. Is the source to be mended, or given up?`,
        tone: 'bad',
        evidence: services('stale', pillarId),
      });
    }
    const unknown =
      own.health.services > 0 ? counts.unmeasured / own.health.services : 0;
    if (unknown > 0 && unknown < 1 && unknown >= muchUnknown) {
      statements.push({
        ruleId: 'unmeasured',
        text: `${title}: of ${shareText(
          unknown,
        )} of the services nothing is measured. Are they to be connected?`,
        tone: 'neutral',
        evidence: services('unmeasured', pillarId),
      });
    }
    if (counts.below > 0) {
      statements.push({
        ruleId: 'below',
        text: `${title}: ${countText(
          counts.below,
          'service is',
          'services are',
        )} below what is expected. Mend ${
          counts.below === 1 ? 'it' : 'them'
        }, or expect something else?`,
        tone: 'neutral',
        evidence: services('below', pillarId),
      });
    }
  }
  return statements;
}
