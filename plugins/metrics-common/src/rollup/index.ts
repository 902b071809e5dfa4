export { addParts } from './addParts';
export { addDecimals, isDecimal, toDecimal } from './decimals';
export { distributionOf, type MetricDistribution } from './distributionOf';
export { valueOfParts } from './valueOfParts';
