export { measuredAnswers, type MeasuredDelivery } from './measuredAnswers';
export { peerScores, type PeerScores } from './peerScores';
export {
  quickCheckEditions,
  quickCheckPeers,
  quickCheckProperties,
  quickCheckSource,
  type QuickCheckEdition,
  type QuickCheckPeer,
  type QuickCheckPeers,
  type QuickCheckProperty,
} from './quickCheckPeers';
export {
  quickCheckResponses,
  quickCheckScore,
  type QuickCheckAnswers,
  type QuickCheckScore,
} from './quickCheckScore';
