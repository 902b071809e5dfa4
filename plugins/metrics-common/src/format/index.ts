export * from './format';
export { formatMoney } from './formatMoney';
export { formatSample } from './formatSample';
