export {
  EnvironmentMatrix,
  type EnvironmentMatrixProps,
} from './EnvironmentMatrix';
export { BoardMatrix } from './BoardMatrix';
