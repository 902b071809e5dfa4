export { deliverySubject } from './deliverySubject';
export { describeChangeOf, type JudgedChange } from './describeChangeOf';
export { describeTier, tierNames } from './describeTier';
