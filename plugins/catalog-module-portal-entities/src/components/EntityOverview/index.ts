export { EntityOverview } from './EntityOverview';
export { EntityWarnings } from './EntityWarnings';
