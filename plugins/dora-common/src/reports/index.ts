export { mergeReport, mergeReports } from './mergeReports';
export type {
  IncidentStatus,
  Report,
  ReportBase,
  ReportedChange,
  ReportedDeployment,
  ReportedIncident,
  ReportedPullRequest,
  ReportedRelease,
  ReportKind,
  ReportSubject,
} from './reportTypes';
export { subjectKey } from './subjectKey';
