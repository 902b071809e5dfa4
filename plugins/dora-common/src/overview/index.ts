export { explainOverview } from './explainOverview';
export * from './overviewTypes';
export {
  improvement,
  spreadOf,
  summariseServices,
  type ComparedService,
} from './summariseServices';
export { windowMetrics, windowTiers, type WindowFacts } from './windowMetrics';
