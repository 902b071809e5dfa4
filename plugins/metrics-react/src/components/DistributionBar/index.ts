export { BandBar, type BandBarProps, type BandCount } from './BandBar';
export { DistributionBar, type DistributionBarProps } from './DistributionBar';
