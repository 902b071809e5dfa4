/**
 * What can happen in a repository.
 *
 * @public
 */
export const activityKinds = [
  'push',
  'pull-request',
  'review',
  'issue',
  'release',
  'workflow-run',
] as const;

/** @public */
export type ActivityKind = (typeof activityKinds)[number];

/**
 * Who told it: the senders of webhooks that tell of repositories.
 *
 * @public
 */
export const activitySources = [
  'github',
  'gitlab',
  'azure-devops',
  'generic',
] as const;

/** @public */
export type ActivitySource = (typeof activitySources)[number];

/**
 * What became of it, in the words of no vendor.
 *
 * - Of a push: `created`, `deleted` and `forced`; none is the usual.
 * - Of pull requests and issues: `opened`, `draft`, `ready`, `merged`, `closed`, `reopened`.
 * - Of reviews: `approved`, `changes-requested`, `commented`, `dismissed`.
 * - Of releases: `published`, `pre-release`.
 * - Of workflow runs: `queued`, `waiting`, `running`, `success`, `failure`, `cancelled`, `skipped`.
 *
 * @public
 */
export const activityStates = [
  'created',
  'deleted',
  'forced',
  'opened',
  'draft',
  'ready',
  'merged',
  'closed',
  'reopened',
  'approved',
  'changes-requested',
  'commented',
  'dismissed',
  'published',
  'pre-release',
  'queued',
  'waiting',
  'running',
  'success',
  'failure',
  'cancelled',
  'skipped',
] as const;

/** @public */
export type ActivityState = (typeof activityStates)[number];

/**
 * Something that happened in a repository.
 *
 * @public
 */
export type Activity = {
  /** The same however often, and by whichever way, it is told. */
  id: string;
  source: ActivitySource;
  kind: ActivityKind;
  /** With its host, such as `github.com/team/shop`. */
  repository: string;
  /** The components of the repository that the caller sees. */
  entityRefs: string[];
  /** Such as the title of a pull request or the first line of a commit. Plain text, on one line. */
  title: string;
  /** Where in the repository, in few words, such as `#42 into main`. */
  detail?: string;
  /** The name by which the source knows who did it. */
  actor?: string;
  /** ISO 8601. */
  at: string;
  /** Begins with http. */
  url?: string;
  state?: ActivityState;
  /** Made up for the demo organisation. */
  demo: boolean;
};

/**
 * Newest first.
 *
 * @public
 */
export type ActivityPage = {
  items: Activity[];
  /** For the page of what is older; absent on the last one. */
  nextCursor?: string;
  /** How many repositories the question covers, whether anything was heard of them or not. */
  repositories: number;
  /**
   * The repositories of the question by the numbers that signals name; those alone of which something was heard. Absent where
   * they are too many to list: any signal may matter then.
   */
  watched?: string[];
};
