export * from './Wall';
