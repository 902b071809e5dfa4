export { TierBadge, type Tier, type TierBadgeProps } from './TierBadge';
