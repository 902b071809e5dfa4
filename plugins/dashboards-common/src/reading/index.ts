export {
  readDashboards,
  type PlacedProblem,
  type ReadDashboards,
} from './readDashboards';
