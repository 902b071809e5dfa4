import type { Portfolio } from '../portfolio/Portfolio';
import type { Evidence, Question, Statement } from './Questions';
import { countText, shareText } from './words';

/** From here on so much is unknown that the rest says little. */
const muchUnknown = 0.25;

/** What needs a decision: what nobody owns, what stopped being measured, and what is hardly measured. */
export function decisions(portfolio: Portfolio): Question {
  const { context, formula, gaps, rows } = portfolio;
  const [own] = rows;
  const services = (standing: string, pillar?: string): Evidence[] => [
    {
      title: 'Services',
      target: {
        kind: 'page',
        page: 'portfolio',
        query: {
          node: context.node.ref,
          standing,
          ...(pillar && { pillar }),
        },
      },
    },
  ];
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
  return {
    id: 'decisions',
    title: 'What needs a decision?',
    statements,
    nothing: 'Nothing waits for a decision.',
  };
}
