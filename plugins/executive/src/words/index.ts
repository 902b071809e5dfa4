export * from './healthWords';
export * from './idOfName';
