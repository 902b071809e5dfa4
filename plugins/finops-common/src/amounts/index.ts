export * from './addAmounts';
export * from './readAmount';
export * from './roundAmount';
export * from './splitAmount';
