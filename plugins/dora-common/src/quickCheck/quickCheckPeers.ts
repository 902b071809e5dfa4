import type { DoraMetricId } from '../api';

/** Mean and standard deviation, on the file's scale of 0 to 10. */
type Spread = [mean: number, std: number];

/**
 * What a group of respondents answered, as published: on a scale of 0 to 10 for each question, from which
 * {@link peerScores} makes scores.
 *
 * @public
 */
export type QuickCheckPeer = {
  /** Stable name, as in DORA's data. */
  id: string;
  name: string;
  figures: Readonly<
    Partial<Record<DoraMetricId, { mean: number; std: number }>>
  >;
};

/**
 * The peers of an edition by one property.
 *
 * @public
 */
export type QuickCheckPeers = {
  /** The metrics of which the published figure grows as things get worse, so that a score is 10 minus it. */
  inverted: readonly DoraMetricId[];
  /** The first is all respondents. */
  peers: readonly QuickCheckPeer[];
};

/** @public */
export const quickCheckEditions = [2024, 2025] as const;

/** @public */
export type QuickCheckEdition = (typeof quickCheckEditions)[number];

/** @public */
export const quickCheckProperties = ['industry', 'organizationSize'] as const;

/** @public */
export type QuickCheckProperty = (typeof quickCheckProperties)[number];

/**
 * Where the peers' figures come from, and under which licence.
 *
 * @public
 */
export const quickCheckSource = {
  title: 'DORA Quick Check',
  url: 'https://dora.dev/quickcheck/',
  repository: 'https://github.com/dora-team/dora.dev',
  licence: 'CC BY 4.0',
} as const;

const rates: readonly DoraMetricId[] = [
  'changeFailRate',
  'deploymentReworkRate',
];

const industry2024: QuickCheckPeers = {
  inverted: rates,
  peers: [
    peer('all', 'All industries', [5.1, 2.6], [5.3, 2.9], [7.5, 2.3], [1.7, 2]),
    peer(
      'education',
      'Education',
      [4.8, 3.1],
      [5.1, 3.2],
      [6.6, 3],
      [1.6, 2.1],
    ),
    peer('energy', 'Energy', [4.6, 2.5], [4.9, 3.1], [6.6, 2.9], [2.7, 2.7]),
    peer(
      'financial_services',
      'Financial Services',
      [4.9, 2.4],
      [5.2, 2.7],
      [7.9, 1.9],
      [1.6, 1.8],
    ),
    peer(
      'government',
      'Government',
      [4.6, 2.6],
      [4.4, 2.6],
      [6.8, 2.1],
      [2.4, 2.3],
    ),
    peer(
      'healthcare_pharmaceuticals',
      'Healthcare & Pharmaceuticals',
      [4.6, 2.6],
      [4.4, 2.6],
      [7.4, 2.5],
      [1.4, 1.5],
    ),
    peer(
      'industrials_manufacturing',
      'Industrials & Manufacturing',
      [4.8, 2.4],
      [4.9, 2.9],
      [6.6, 2.6],
      [1.7, 1.9],
    ),
    peer(
      'insurance',
      'Insurance',
      [4.4, 2.5],
      [4.9, 3],
      [6.9, 2.6],
      [1.8, 2.2],
    ),
    peer(
      'media_entertainment',
      'Media/Entertainment',
      [5.7, 2.7],
      [5.7, 2.7],
      [7.9, 2.4],
      [1.5, 1.9],
    ),
    peer(
      'non_profit',
      'Non-profit',
      [5.6, 3.1],
      [4.9, 2.5],
      [7.6, 2],
      [1.5, 2.3],
    ),
    peer(
      'consumer',
      'Retail/Consumer/e-Commerce',
      [5.8, 2.6],
      [6.3, 3],
      [8, 1.9],
      [1.5, 1.6],
    ),
    peer(
      'technology',
      'Technology',
      [5.4, 2.5],
      [5.5, 2.9],
      [7.7, 2.1],
      [1.6, 1.9],
    ),
    peer(
      'telecommunications',
      'Telecommunications',
      [4.8, 2.5],
      [4.9, 2.7],
      [7.2, 2.3],
      [1.9, 2],
    ),
    peer('other', 'Other', [5.5, 2.4], [5.6, 2.9], [7.8, 2.1], [1.7, 1.9]),
  ],
};

const organizationSize2024: QuickCheckPeers = {
  inverted: rates,
  peers: [
    peer(
      'all',
      'All organizations',
      [5.1, 2.6],
      [5.3, 2.9],
      [7.5, 2.3],
      [1.7, 2],
    ),
    peer(
      'fewer_than_00002',
      'Just me - I am a freelancer or sole proprietor',
      [5.2, 3.5],
      [4.8, 3.6],
      [5.3, 3.6],
      [3.7, 3.3],
    ),
    peer(
      'fewer_than_010',
      '2 to 9 employees',
      [5.32, 2.8],
      [5.1, 2.9],
      [7.1, 2.6],
      [1.8, 1.9],
    ),
    peer(
      'fewer_than_020',
      '10 to 19 employees',
      [6.3, 2.5],
      [6.1, 2.6],
      [8, 2.4],
      [1.9, 2],
    ),
    peer(
      'fewer_than_100',
      '20 to 99 employees',
      [5.4, 2.6],
      [5.4, 2.8],
      [7.9, 1.9],
      [1.6, 1.9],
    ),
    peer(
      'fewer_than_500',
      '100 to 499 employees',
      [5.6, 2.5],
      [6, 2.9],
      [7.82, 2.1],
      [1.6, 1.8],
    ),
    peer(
      'fewer_than_1000',
      '500 to 999 employees',
      [5, 2.6],
      [5.4, 3],
      [7.5, 2.4],
      [1.8, 2.1],
    ),
    peer(
      'fewer_than_5000',
      '1000 to 4999 employees',
      [5.1, 2.5],
      [5.3, 2.9],
      [7.6, 2],
      [1.6, 1.8],
    ),
    peer(
      'fewer_than_10000',
      '5000 to 9999 employees',
      [4.9, 2.5],
      [5.2, 3],
      [7.4, 2.5],
      [1.7, 2],
    ),
    peer(
      'more_than_9999',
      '10000 or more employees',
      [4.8, 2.5],
      [4.8, 2.8],
      [7.5, 2],
      [1.6, 1.8],
    ),
  ],
};

const industry2025: QuickCheckPeers = {
  inverted: rates,
  peers: [
    peer(
      'all',
      'All industries',
      [5.5, 2.4],
      [4.8, 2.8],
      [7.4, 2.1],
      [1.9, 2.1],
      [2.2, 2.2],
    ),
    peer(
      'consumer',
      'Retail/Consumer/e-Commerce',
      [5.9, 2.3],
      [5.3, 2.7],
      [7.8, 1.8],
      [1.7, 2],
      [2, 1.9],
    ),
    peer(
      'media_entertainment',
      'Media & Entertainment',
      [5.8, 2.4],
      [5.2, 2.7],
      [7.6, 2.1],
      [1.8, 1.8],
      [1.8, 1.7],
    ),
    peer(
      'non_profit',
      'Non-profit',
      [5.9, 2.7],
      [4.5, 2.6],
      [7.5, 1.8],
      [2.2, 2.8],
      [2.1, 2.5],
    ),
    peer(
      'technology',
      'Technology',
      [5.7, 2.4],
      [4.9, 2.8],
      [7.4, 2.1],
      [1.9, 2],
      [2.3, 2.2],
    ),
    peer(
      'telecommunications',
      'Telecommunications',
      [5.2, 2.4],
      [4.7, 2.6],
      [7.2, 2.3],
      [2.4, 2.5],
      [2.6, 2.5],
    ),
    peer('other', 'Other', [5.7, 2.4], [5, 2.7], [7.6, 2], [1.6, 1.9], [2, 2]),
    peer(
      'education',
      'Education',
      [5.5, 2.6],
      [4.5, 2.9],
      [6.6, 2.6],
      [2.7, 2.4],
      [2.9, 2.3],
    ),
    peer(
      'financial_services',
      'Financial Services',
      [5.4, 2.3],
      [5.1, 2.6],
      [7.7, 1.9],
      [1.7, 2.1],
      [1.9, 1.9],
    ),
    peer(
      'healthcare_pharmaceuticals',
      'Healthcare & Pharmaceuticals',
      [5, 2.6],
      [4.3, 2.8],
      [7.1, 2.2],
      [2.5, 2.3],
      [2.6, 2.4],
    ),
    peer(
      'energy',
      'Energy',
      [5.4, 2.5],
      [4.5, 2.7],
      [7.2, 1.9],
      [1.8, 1.8],
      [2.1, 1.9],
    ),
    peer(
      'government',
      'Government',
      [4.8, 2.6],
      [4.3, 3],
      [7, 2.1],
      [2.1, 2.2],
      [2.4, 2.2],
    ),
    peer(
      'insurance',
      'Insurance',
      [4.8, 2.2],
      [4.4, 2.5],
      [7.5, 1.8],
      [1.7, 2],
      [1.8, 1.9],
    ),
    peer(
      'industrials_manufacturing',
      'Industrials & Manufacturing',
      [4.9, 2.6],
      [3.7, 2.7],
      [6.5, 2.3],
      [2, 1.9],
      [2.4, 2.3],
    ),
  ],
};

// Of these figures alone the recovery time is published the other way round: all respondents have 2.6 here and 7.4 by
// industry, with the same standard deviation.
const organizationSize2025: QuickCheckPeers = {
  inverted: [...rates, 'failedDeploymentRecoveryTime'],
  peers: [
    peer(
      'all',
      'All organizations',
      [5.5, 2.4],
      [4.8, 2.8],
      [2.6, 2.1],
      [1.9, 2.1],
      [2.2, 2.2],
    ),
    peer(
      'solo',
      '1 employee',
      [6.4, 2.7],
      [5.1, 3.4],
      [2.8, 2.6],
      [3, 3.1],
      [3.3, 3.1],
    ),
    peer(
      'fewer_than_10',
      '2 to 9 employees',
      [6.4, 2.7],
      [4.8, 2.9],
      [2.3, 2.2],
      [1.9, 2.2],
      [2.3, 2.3],
    ),
    peer(
      'fewer_than_100',
      '20 to 99 employees',
      [5.8, 2.3],
      [4.4, 2.4],
      [2.4, 1.9],
      [1.7, 1.8],
      [2.3, 2.1],
    ),
    peer(
      'fewer_than_500',
      '100 to 499 employees',
      [5.6, 2.4],
      [4.8, 2.7],
      [2.6, 2.1],
      [1.9, 2],
      [2.3, 2.2],
    ),
    peer(
      'fewer_than_1000',
      '500 to 999 employees',
      [5.5, 2.4],
      [4.7, 2.6],
      [2.7, 2.1],
      [1.8, 2.1],
      [2.2, 2.2],
    ),
    peer(
      'fewer_than_5000',
      '1,000 to 4,999 employees',
      [5.3, 2.4],
      [4.7, 2.7],
      [2.6, 2.2],
      [1.9, 2.1],
      [2.1, 2.1],
    ),
    peer(
      'fewer_than_10000',
      '5,000 to 9,999 employees',
      [5.4, 2.4],
      [4.8, 2.8],
      [2.5, 1.9],
      [1.8, 2.1],
      [2, 1.9],
    ),
    peer(
      'more_than_9999',
      '10,000 or more employees',
      [5.2, 2.5],
      [4.9, 2.8],
      [2.8, 2.2],
      [1.9, 2.2],
      [2.1, 2.2],
    ),
  ],
};

/**
 * What others answered, by edition, and by industry or size of their organisation.
 *
 * @public
 */
export const quickCheckPeers: Readonly<
  Record<
    QuickCheckEdition,
    Readonly<Record<QuickCheckProperty, QuickCheckPeers>>
  >
> = {
  2024: { industry: industry2024, organizationSize: organizationSize2024 },
  2025: { industry: industry2025, organizationSize: organizationSize2025 },
};

function peer(
  id: string,
  name: string,
  leadTime: Spread,
  frequency: Spread,
  recovery: Spread,
  failRate: Spread,
  rework?: Spread,
): QuickCheckPeer {
  return {
    id,
    name,
    figures: {
      changeLeadTime: spread(leadTime),
      deploymentFrequency: spread(frequency),
      failedDeploymentRecoveryTime: spread(recovery),
      changeFailRate: spread(failRate),
      ...(rework && { deploymentReworkRate: spread(rework) }),
    },
  };
}

function spread([mean, std]: Spread) {
  return { mean, std };
}
