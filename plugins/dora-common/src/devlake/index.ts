export { convertDevLakeTables, devLakeInputs } from './convertDevLakeTables';
export { chainDevLakeDeployments } from './chainDevLakeDeployments';
export type { DevLakeDiff } from './deploymentByCommit';
export type { DevLakeDeployment } from './DevLakeDeployment';
export { DevLakeProjects } from './DevLakeProjects';
export { DevLakeRow, DevLakeTable } from './DevLakeTable';
export {
  linkDevLakeIncidents,
  type DevLakeIncident,
  type DevLakeIncidentLink,
} from './linkDevLakeIncidents';
export {
  measureDevLakePullRequests,
  type DevLakePullRequest,
  type DevLakePullRequestMetrics,
  type DevLakePullRequestPart,
} from './measureDevLakePullRequests';
export { parseCsv, type CsvRecord } from './parseCsv';
export { writeCsv } from './writeCsv';
