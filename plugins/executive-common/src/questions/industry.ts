import {
  defaultTierEdition,
  tierOf,
  type PerformanceTier,
  type TierMetricId,
} from '@portal/plugin-dora-common';
import { formatValue } from '@portal/plugin-metrics-common';
import type { NodeFigure, NodeFigures } from '../portfolio/Portfolio';
import type { Question, Statement } from './Questions';
import { countText, locale } from './words';

/** Those of which a part has one number: a ratio of all its changes, or the median of its services. */
const compared: TierMetricId[] = [
  'changeLeadTime',
  'changeFailRate',
  'failedDeploymentRecoveryTime',
];

/**
 * How the services compare with the industry: in which tier of DORA's report the service in the middle lies, or all changes of the
 * part together. A part itself is never put into a tier.
 */
export function industry(answer: NodeFigures): Question {
  const statements = compared.flatMap((metric): Statement[] => {
    const figure = answer.figures.find(({ metricId }) => metricId === metric);
    const value = figure && numberOf(figure);
    const tier = tierOf({ metric, value });
    return figure && value !== undefined && tier
      ? [
          {
            ruleId: 'dora-tier',
            text: textOf(figure, value, tier),
            tone: tier === 'elite' || tier === 'high' ? 'good' : 'bad',
            evidence: [
              {
                title: 'Services and what was compared',
                target: {
                  kind: 'page',
                  page: 'portfolio',
                  query: {
                    node: answer.context.node.ref,
                    pillar: 'delivery',
                  },
                },
              },
            ],
          },
        ]
      : [];
  });
  return {
    id: 'industry',
    title: 'How do we compare with the industry?',
    statements,
    nothing:
      'Nothing of delivery is measured here yet: connect the deliveries of the services.',
  };
}

function numberOf({ rollup }: NodeFigure): number | undefined {
  return rollup.aggregation === 'distribution'
    ? rollup.distribution?.quantiles.p50
    : rollup.value.value;
}

function textOf(
  { rollup, title }: NodeFigure,
  value: number,
  tier: PerformanceTier,
): string {
  const number = formatValue(value, rollup.value.unit, { locale });
  const whose =
    rollup.aggregation === 'distribution'
      ? `the median of ${countText(rollup.coverage.have, 'service')} is`
      : `all changes together have`;
  return `${title}: ${whose} ${number}, which is ${tier} performance by the report of ${defaultTierEdition}.`;
}
