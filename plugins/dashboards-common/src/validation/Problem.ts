/**
 * What is wrong with a dashboard.
 *
 * @public
 */
export type DashboardProblem = {
  /** Where, such as `spec.tiles[2].settings.limit`. */
  path: string;
  /** What is wrong there. */
  message: string;
  /** What to do about it. */
  cure: string;
};
