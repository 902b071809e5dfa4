export {
  dashboardJsonSchema,
  dashboardSpecSchema,
  settingsJsonSchema,
} from './dashboardSchema';
export type { DashboardProblem } from './Problem';
export { validateDashboard } from './validateDashboard';
