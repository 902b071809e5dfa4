/** What previews may do and cost. */
export type PreviewLimits = {
  /** Ids of the actions that run. */
  actions: readonly string[];
  /** Milliseconds. */
  timeout: number;
  /** How many run at once. */
  concurrent: number;
};

/** What is read of a template's folder. The scaffolder takes 10 MB. */
export const folderLimits = { files: 1000, bytes: 6_000_000 };

/** What an answer has room for. */
export const answerLimits = {
  files: 500,
  fileBytes: 200_000,
  bytes: 2_000_000,
  logLines: 500,
};
