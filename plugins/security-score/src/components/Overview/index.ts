export { OverviewPage } from './OverviewPage';
export { Portfolio } from './Portfolio';
