/**
 * What every view of figures shares: periods, tiles, charts and how numbers are written.
 *
 * @packageDocumentation
 */
export * from './chart';
export * from './components';
export * from './format';
export * from './hooks';
export * from './memory';
export * from './period';
export * from './store';
export * from './table';
