export { useDelivery, type Delivery } from './useDelivery';
export { useDeployments, type Deployments } from './useDeployments';
export { useDeploymentDetail } from './useDeploymentDetail';
export { useExplanation, type Explained } from './useExplanation';
export { useFocusOnceSettled } from './useFocusOnceSettled';
export { useMatrix, type Matrix } from './useMatrix';
export {
  useOverview,
  type Overview,
  type OverviewQuestion,
} from './useOverview';
export {
  useProductionEnvironments,
  type NamedEnvironments,
} from './useProductionEnvironments';
export { useServices, type ListedService, type Services } from './useServices';
export { useUnattributed } from './useUnattributed';
