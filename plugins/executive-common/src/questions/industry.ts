import type { NodeFigures } from '../portfolio/Portfolio';
import type { Question, Statement } from './Questions';
import { countText, shareText } from './words';

const source = 'https://dora.dev/research/';

/**
 * How the services compare with the industry: how many are in which tier of DORA's reports. Tiers are those of the bands of the
 * metrics; a team is never put into one.
 */
export function industry(figures: NodeFigures): Question {
  const statements = figures.figures.flatMap((figure): Statement[] => {
    const { rollup, title } = figure;
    const bands =
      rollup.aggregation === 'distribution'
        ? rollup.distribution?.bands
        : undefined;
    const isTier = bands?.some(({ id }) => id === 'elite');
    const all = bands?.reduce((sum, { count }) => sum + count, 0) ?? 0;
    if (!bands || !isTier || all === 0) {
      return [];
    }
    const inTop = bands
      .filter(({ id }) => id === 'elite' || id === 'high')
      .reduce((sum, { count }) => sum + count, 0);
    return [
      {
        ruleId: 'dora-tiers',
        text: `${title}: ${shareText(inTop / all)} of ${countText(
          all,
          'service',
        )} are where the better half of the industry is (${bands
          .map(band => `${band.title} ${band.count}`)
          .join(', ')}).`,
        tone: inTop * 2 >= all ? 'good' : 'bad',
        evidence: [
          {
            title: `Services by what they need, and the tiers of ${source}`,
            target: {
              kind: 'page',
              page: 'portfolio',
              query: { node: figures.context.node.ref, pillar: 'delivery' },
            },
          },
        ],
      },
    ];
  });
  return {
    id: 'industry',
    title: 'How do we compare with the industry?',
    statements,
    nothing:
      'No figure of delivery has tiers here yet: connect the deliveries of the services.',
  };
}
