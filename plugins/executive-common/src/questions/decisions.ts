import { formatMoney } from '@portal/plugin-metrics-common';
import type { DebtAnswer } from '../debt/Debt';
import type { Exemption } from '../exemptions/Exemption';
import type { InvestmentAnswer } from '../initiatives/Investment';
import type { Portfolio } from '../portfolio/Portfolio';
import type { ReturnAnswer } from '../value/ServiceReturn';
import type { Evidence, Question, ReportPage, Statement } from './Questions';
import { countText, locale } from './words';

const soonDays = 30;

/** What a decision may be needed on. What the reader may not see is left out. */
export type DecisionFacts = {
  portfolio: Portfolio;
  investment?: InvestmentAnswer;
  debt?: DebtAnswer;
  returns?: ReturnAnswer;
  exemptions?: readonly Exemption[];
};

/** What needs a decision. */
export function decisions(facts: DecisionFacts): Question {
  const { portfolio } = facts;
  const { context, gaps } = portfolio;
  const page = (
    title: string,
    target: ReportPage,
    query: Record<string, string> = {},
  ): Evidence[] => [
    {
      title,
      target: {
        kind: 'page',
        page: target,
        query: { node: context.node.ref, ...query },
      },
    },
  ];
  const statements: Statement[] = [
    ...initiativesOf(facts.investment, page),
    ...debtOf(facts.debt, page),
    ...returnsOf(facts.returns, page),
    ...exemptionsOf(facts.exemptions, context.day),
  ];
  if (gaps.unowned > 0) {
    statements.push({
      ruleId: 'unowned',
      text: `${countText(gaps.unowned, 'service')} ${
        gaps.unowned === 1 ? 'belongs' : 'belong'
      } to nobody: who looks after ${gaps.unowned === 1 ? 'it' : 'them'}?`,
      tone: 'bad',
      evidence: page('Services', 'portfolio', { standing: 'unmeasured' }),
    });
  }
  return {
    id: 'decisions',
    title: 'What needs a decision?',
    statements,
    nothing: 'Nothing waits for a decision.',
  };
}

type Page = (
  title: string,
  target: ReportPage,
  query?: Record<string, string>,
) => Evidence[];

function initiativesOf(
  investment: InvestmentAnswer | undefined,
  page: Page,
): Statement[] {
  return (investment?.rows ?? []).flatMap(row => {
    const { budget, forecast, initiative, state } = row;
    const isOver =
      budget !== undefined &&
      forecast !== undefined &&
      Number(forecast.amount) > Number(budget.amount);
    if (state === 'done' || state === 'stopped') {
      return [];
    }
    if (state !== 'off-track' && !isOver) {
      return [];
    }
    const why = [
      ...(state === 'off-track' ? ['its sponsor says it is off track'] : []),
      ...(isOver && budget && forecast
        ? [
            `at this rate it ends at ${formatMoney(
              forecast.amount,
              forecast.currency,
              { locale },
            )} of ${formatMoney(budget.amount, budget.currency, { locale })}`,
          ]
        : []),
    ];
    return [
      {
        ruleId: 'initiative',
        text: `${initiative.name}: ${why.join(
          ', and ',
        )}. Go on, change or stop it?`,
        tone: 'bad' as const,
        evidence: page('Initiatives', 'investment'),
      },
    ];
  });
}

function debtOf(debt: DebtAnswer | undefined, page: Page): Statement[] {
  const late = (debt?.items ?? []).filter(
    ({ dueOn, paidOn }) => !paidOn && dueOn && dueOn <= debt!.context.day,
  );
  return late.length === 0
    ? []
    : [
        {
          ruleId: 'end-of-life',
          text: `${countText(
            late.length,
            'runtime is',
            'runtimes are',
          )} past the end of support: when are they replaced?`,
          tone: 'bad',
          evidence: page('Debt', 'debt'),
        },
      ];
}

function returnsOf(returns: ReturnAnswer | undefined, page: Page): Statement[] {
  const open = (returns?.services ?? []).filter(
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
            .slice(0, 5)
            .map(({ title }) => title)
            .join(', ')}${open.length > 5 ? ' and others' : ''}.`,
          tone: 'neutral',
          evidence: page('Returns', 'returns'),
        },
      ];
}

function exemptionsOf(
  exemptions: readonly Exemption[] | undefined,
  day: string,
): Statement[] {
  const last = new Date(Date.parse(day) + soonDays * 86_400_000)
    .toISOString()
    .slice(0, 10);
  return (exemptions ?? [])
    .filter(({ endedAt, until }) => !endedAt && until > day && until <= last)
    .map(({ componentRef, pillarId, until }) => ({
      ruleId: 'exemption',
      text: `The exemption of ${componentRef} from ${pillarId} ends on ${until}: is it mended by then?`,
      tone: 'neutral' as const,
      evidence: [
        {
          title: 'The service',
          target: { kind: 'entity' as const, entityRef: componentRef },
        },
      ],
    }));
}
