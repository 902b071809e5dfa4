import {
  addAmounts,
  compareAmounts,
  divideAmounts,
  subtractAmounts,
} from '@portal/amounts';
import type {
  ServiceReturn,
  Standing,
  TimeAdvice,
} from '@portal/plugin-executive-common';

/** Where the quadrants meet: half of the pillars meet their expectation, and a service is worth what it costs. */
export const middle = { fitness: 0.5, roi: 0 };

/** Cost of fewer days than these says little of a year. */
const enoughDays = 300;

/** What a return is made of; amounts are exact and of a year. */
export type ReturnFacts = {
  /** What the service is worth. */
  value?: string;
  /** Whether its owner declared an amount; else it is counted from use. */
  isDeclared?: boolean;
  cloud?: string;
  people?: string;
  /** Days of the year before of which there is cost. */
  costDays: number;
  /** By pillar. */
  standings: Record<string, Standing>;
};

/** Worth, cost and shape of a service together. Fitness and return after Gartner's TIME. */
export function serviceReturn(
  facts: ReturnFacts,
): Pick<
  ServiceReturn,
  'roi' | 'fitness' | 'advice' | 'confidence' | 'confidenceReason'
> & { cost?: string } {
  const { cloud, people, standings, value } = facts;
  const cost =
    cloud === undefined && people === undefined
      ? undefined
      : addAmounts([cloud ?? '0', people ?? '0']);
  const judged = Object.values(standings).filter(
    each => each === 'meets' || each === 'watch' || each === 'below',
  );
  const fitness =
    judged.length > 0
      ? judged.filter(each => each === 'meets').length / judged.length
      : undefined;
  const roi = value !== undefined && cost ? roiOf(value, cost) : undefined;
  return {
    ...(cost !== undefined && { cost }),
    ...(roi !== undefined && { roi }),
    ...(fitness !== undefined && { fitness }),
    ...(roi !== undefined &&
      fitness !== undefined && { advice: adviceOf(fitness, roi) }),
    ...confidenceOf(facts, cost),
  };
}

/** (value − cost) / cost; undefined where nothing is spent. */
function roiOf(value: string, cost: string): number | undefined {
  if (compareAmounts(cost, '0') <= 0) {
    return undefined;
  }
  const quotient = divideAmounts(subtractAmounts(value, cost), cost, 6);
  return quotient === undefined ? undefined : Number(quotient);
}

/** The quadrant of TIME. */
export function adviceOf(fitness: number, roi: number): TimeAdvice {
  const isFit = fitness >= middle.fitness;
  if (roi >= middle.roi) {
    return isFit ? 'invest' : 'migrate';
  }
  return isFit ? 'tolerate' : 'eliminate';
}

function confidenceOf(
  { cloud, costDays, isDeclared, people, value }: ReturnFacts,
  cost: string | undefined,
): Pick<ServiceReturn, 'confidence' | 'confidenceReason'> {
  if (value === undefined) {
    return {
      confidence: 'none',
      confidenceReason: 'nobody declared what it is worth',
    };
  }
  if (cost === undefined) {
    return { confidence: 'none', confidenceReason: 'its cost is not known' };
  }
  const doubts = [
    ...(isDeclared ? [] : ['its worth is counted from use']),
    ...(cloud === undefined ? ['it has no cost of the cloud'] : []),
    ...(people === undefined ? ['its owner has no rate of people'] : []),
    ...(cloud !== undefined && costDays < enoughDays
      ? [`cost is known of ${costDays} days`]
      : []),
  ];
  if (doubts.length === 0) {
    return {
      confidence: 'high',
      confidenceReason: 'worth, cloud and people are known of a year',
    };
  }
  return {
    confidence: doubts.length === 1 ? 'medium' : 'low',
    confidenceReason: doubts.join(', '),
  };
}
