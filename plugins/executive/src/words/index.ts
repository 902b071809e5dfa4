export * from './healthWords';
