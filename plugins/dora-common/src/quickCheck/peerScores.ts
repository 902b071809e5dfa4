import { doraMetricIds, type DoraMetricId } from '../api';
import {
  quickCheckPeers,
  type QuickCheckEdition,
  type QuickCheckProperty,
} from './quickCheckPeers';
import { withOverall, type QuickCheckScore } from './quickCheckScore';

/**
 * The scores of a group of respondents, on the scale of {@link quickCheckScore}.
 *
 * @public
 */
export type PeerScores = QuickCheckScore & {
  id: string;
  name: string;
  /** Standard deviations of the scores. */
  deviations: Partial<Record<DoraMetricId, number>>;
};

/**
 * What a service can be compared with. Figures that grow as things get worse are turned round, so that 10 is the best
 * throughout, and the overall score is the mean of the metrics' as it is for a service. The average that DORA publishes
 * with them is another figure, which leaves instability as it is.
 *
 * @public
 */
export function peerScores(
  edition: QuickCheckEdition,
  property: QuickCheckProperty,
): PeerScores[] {
  const { inverted, peers } = quickCheckPeers[edition][property];
  return peers.map(({ id, name, figures }) => {
    const scores: PeerScores['scores'] = {};
    const deviations: PeerScores['deviations'] = {};
    for (const metric of doraMetricIds) {
      const figure = figures[metric];
      if (figure) {
        const { mean, std } = figure;
        scores[metric] = inverted.includes(metric) ? 10 - mean : mean;
        deviations[metric] = std;
      }
    }
    return { id, name, deviations, ...withOverall(scores) };
  });
}
