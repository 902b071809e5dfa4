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

/** The figures that grow as things get worse in every publication. */
export const rates: readonly DoraMetricId[] = [
  'changeFailRate',
  'deploymentReworkRate',
];

/** A row of a publication. */
export function peer(
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
