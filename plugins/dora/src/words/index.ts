export { deliveryFileName } from './deliveryFileName';
export { deliverySubject, triageSubject } from './deliverySubject';
export { describeChangeOf, type JudgedChange } from './describeChangeOf';
export { describeOutcome, type OutcomeWords } from './describeOutcome';
export { describeReason, shortReasons } from './describeReason';
export { describeTier, tierNames } from './describeTier';
export { nameDeployment } from './nameDeployment';
export { unattributedReasons } from './unattributedReasons';
