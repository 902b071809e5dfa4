export { useDelivery, type Delivery } from './useDelivery';
export { useDeployments, type Deployments } from './useDeployments';
