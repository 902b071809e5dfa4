export { deploymentDays, type DeploymentDays } from './deploymentDays';
export { entityTiers, tiersOfValues } from './entityTiers';
export { tierDistribution, type TierDistribution } from './tierDistribution';
export {
  defaultTierEdition,
  performanceTiers,
  tierEditions,
  tierEditionYears,
  tierMetricIds,
  type PerformanceTier,
  type TierCutOff,
  type TierEdition,
  type TierEditionYear,
  type TierMetricId,
} from './tierEditions';
export { tierOf, tiersOf } from './tierOf';
