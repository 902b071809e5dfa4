export { EntityOverview } from './EntityOverview';
export { OverviewContent, type OverviewContentProps } from './OverviewContent';
