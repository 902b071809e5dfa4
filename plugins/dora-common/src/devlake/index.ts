export { convertDevLakeTables, devLakeInputs } from './convertDevLakeTables';
export { chainDeployments } from './chainDeployments';
export { deploymentByCommit, type DevLakeDiff } from './deploymentByCommit';
export type { DevLakeDeployment } from './DevLakeDeployment';
export { DevLakeProjects } from './DevLakeProjects';
export { DevLakeRow, DevLakeTable } from './DevLakeTable';
export {
  linkIncidents,
  type DevLakeIncident,
  type DevLakeIncidentLink,
} from './linkIncidents';
export {
  measurePullRequests,
  type DevLakePullRequest,
  type DevLakePullRequestMetrics,
  type DevLakePullRequestPart,
} from './measurePullRequests';
export { parseCsv, type CsvRecord } from './parseCsv';
export { spanInMinutes } from './spanInMinutes';
export { writeCsv } from './writeCsv';
