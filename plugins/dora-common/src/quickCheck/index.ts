export { measuredAnswers, type MeasuredDelivery } from './measuredAnswers';
export { peerScores, type PeerScores } from './peerScores';
export type { QuickCheckPeer, QuickCheckPeers } from './quickCheckPeer';
export {
  quickCheckEditions,
  quickCheckPeers,
  quickCheckProperties,
  quickCheckSource,
  type QuickCheckEdition,
  type QuickCheckProperty,
} from './quickCheckPeers';
export {
  quickCheckResponses,
  quickCheckScore,
  type QuickCheckAnswers,
  type QuickCheckScore,
} from './quickCheckScore';
