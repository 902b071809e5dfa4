export { freshnessOf, type Freshness, type SiteChanges } from './freshnessOf';
export type { StaleSite, StaleSites } from './StaleSite';
