import type { PillarHealth } from '../health';
import type { Portfolio, PortfolioRow } from '../portfolio/Portfolio';
import type { Question, Statement } from './Questions';
import { countText, shareText } from './words';

const half = 0.5;
const most = 12;
/** Fewer parts than these are named one by one. */
const fewestParts = 4;

type Below = {
  row: PortfolioRow;
  pillar: PillarHealth;
  title: string;
  /** What is missing, by the weight of the pillar: 0 where all services meet it. */
  gap: number;
};

/**
 * Which teams, or systems, are below what is expected of them: fewer than half of the services meet a pillar and some are below it, or
 * the only one is. A pillar in which most of them are is said once; of each of the others the pillar that weighs most.
 */
export function belowExpectation(portfolio: Portfolio): Question {
  const parts = partsOf(portfolio);
  const below = parts.flatMap(row => belowOf(row, portfolio));
  const widespread = portfolio.formula.pillars.filter(
    ({ id }) =>
      parts.length >= fewestParts &&
      below.filter(({ pillar }) => pillar.pillarId === id).length >
        parts.length * half,
  );
  const worst = new Map<string, Below>();
  for (const each of below) {
    const known = worst.get(each.row.node.ref);
    const isWidespread = widespread.some(
      ({ id }) => id === each.pillar.pillarId,
    );
    if (!isWidespread && (!known || compare(each, known) < 0)) {
      worst.set(each.row.node.ref, each);
    }
  }
  return {
    id: 'below-expectation',
    title:
      portfolio.context.hierarchy === 'organisation'
        ? 'Which teams are below what is expected of them?'
        : 'Which systems are below what is expected of them?',
    statements: [
      ...widespread.map(({ id, title }) =>
        widespreadStatement(portfolio, {
          pillarId: id,
          title,
          count: below.filter(({ pillar }) => pillar.pillarId === id).length,
          of: parts.length,
        }),
      ),
      ...[...worst.values()].sort(compare).slice(0, most).map(statementOf),
    ],
    nothing:
      'In every pillar that is measured at least half of the services of each of them meet what is expected, or none is below it.',
  };
}

/** Teams: groups without groups below them, which would say the same again. Systems where the parts are those of domains. */
function partsOf({ context, rows }: Portfolio): PortfolioRow[] {
  const kind = context.hierarchy === 'organisation' ? 'group' : 'system';
  const found = rows.filter(({ node }) => node.kind === kind);
  const above = new Set(found.map(({ node }) => node.parentRef));
  return found.filter(
    ({ depth, health, node }) =>
      depth > 0 && health.services > 0 && !above.has(node.ref),
  );
}

function belowOf(row: PortfolioRow, { formula }: Portfolio): Below[] {
  return row.health.pillars.flatMap(pillar => {
    const isBelow = pillar.only
      ? pillar.only === 'below'
      : pillar.share !== undefined &&
        pillar.share < half &&
        pillar.counts.below > 0;
    const expected = formula.pillars.find(({ id }) => id === pillar.pillarId);
    return isBelow && expected
      ? [
          {
            row,
            pillar,
            title: expected.title,
            gap: expected.weight * (1 - (pillar.share ?? 0)),
          },
        ]
      : [];
  });
}

function compare(one: Below, other: Below): number {
  return (
    other.gap - one.gap ||
    other.row.health.services - one.row.health.services ||
    compareText(one.row.node.ref, other.row.node.ref) ||
    compareText(one.pillar.pillarId, other.pillar.pillarId)
  );
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

function statementOf({ row, pillar, title }: Below): Statement {
  return {
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
    evidence: [evidenceOf(row.node.ref, pillar.pillarId)],
  };
}

function widespreadStatement(
  { context }: Portfolio,
  found: { pillarId: string; title: string; count: number; of: number },
): Statement {
  const { pillarId, title, count, of } = found;
  const parts = context.hierarchy === 'organisation' ? 'teams' : 'systems';
  return {
    ruleId: 'below-half-widespread',
    text: `${title}: ${count} of ${of} ${parts} are below what is expected.`,
    tone: 'bad',
    evidence: [evidenceOf(context.node.ref, pillarId)],
  };
}

function evidenceOf(
  node: string,
  pillar: string,
): Statement['evidence'][number] {
  return {
    title: 'Services and what was compared',
    target: { kind: 'page', page: 'portfolio', query: { node, pillar } },
  };
}

function lower(title: string): string {
  return title.charAt(0).toLocaleLowerCase('en') + title.slice(1);
}
