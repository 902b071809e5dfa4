/** What adds up of an entity on a day in one environment, which is empty where a release stands for the deployment. */
export type UnpublishedRow = {
  entityId: number;
  entityRef: string;
  environment: string;
  deployments: number;
  failed: number;
  reworks: number;
};

/** A day of which something differs from what the metric store was told. */
export type UnpublishedDay = {
  /** As `2026-01-31`. */
  day: string;
  /** Every environment of each entity that changed: their sum changed with one of them. */
  rows: UnpublishedRow[];
};
