export * from './GoalsPage';
