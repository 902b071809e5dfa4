export { deliverySubject } from './deliverySubject';
export { describeTier } from './describeTier';
