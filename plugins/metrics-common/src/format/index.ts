export * from './format';
export { formatMoney } from './formatMoney';
