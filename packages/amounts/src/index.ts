/**
 * Exact decimal amounts: reading, adding, splitting and rounding money.
 *
 * @packageDocumentation
 */
export * from './addAmounts';
export { ExactDecimal } from './ExactDecimal';
export * from './exchangeRates';
export * from './readAmount';
export * from './roundAmount';
export * from './splitAmount';
