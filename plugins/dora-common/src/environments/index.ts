export type {
  EnvironmentMatrix,
  FailedAttempt,
  MatrixEnvironment,
  MatrixRequest,
  MatrixRow,
  RunningVersion,
} from './EnvironmentMatrix';
export {
  runningDeployments,
  type EnvironmentDeployment,
  type RunningDeployment,
} from './runningDeployments';
