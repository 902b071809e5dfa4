export { useDelivery, type Delivery } from './useDelivery';
export { useDeployments, type Deployments } from './useDeployments';
export { useLoad, type Loaded } from './useLoad';
