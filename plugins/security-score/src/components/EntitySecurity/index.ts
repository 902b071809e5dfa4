export { EntityScoreCard, EntitySecurity } from './EntitySecurity';
export { ScoreSection } from './ScoreSection';
