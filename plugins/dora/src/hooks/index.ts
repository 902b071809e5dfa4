export { useDefaultScope } from './useDefaultScope';
export { useDelivery, type Delivery } from './useDelivery';
export { useDeployments, type Deployments } from './useDeployments';
export {
  useOverview,
  type Overview,
  type OverviewQuestion,
} from './useOverview';
export { useServices, type ListedService, type Services } from './useServices';
