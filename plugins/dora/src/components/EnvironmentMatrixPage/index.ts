export { EnvironmentMatrixPage } from './EnvironmentMatrixPage';
export { RunningTab } from './RunningTab';
