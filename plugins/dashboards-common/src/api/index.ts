export type {
  BoardCommit,
  BoardDifference,
  BoardVersion,
  DifferenceLine,
} from './BoardVersion';
export {
  dashboardsSignalChannel,
  type DashboardName,
  type DashboardsApi,
  type DashboardsRequestOptions,
  type HomeBoard,
} from './DashboardsApi';
export {
  DashboardsClient,
  type DashboardsClientOptions,
} from './DashboardsClient';
export * from './permissions';
export {
  toDashboardEntity,
  type BoardSharing,
  type PersonalBoard,
  type PersonalBoardContent,
  type PersonalBoardSummary,
} from './PersonalBoard';
