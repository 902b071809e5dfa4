import type {
  ActivityKind,
  ActivityState,
} from '@portal/plugin-activity-common';
import type { FailureSubject } from '@portal/plugin-metrics-react';

/** What the parts of this plugin show, where they have to say that it is missing. */
export const activitySubject: FailureSubject = {
  subject: 'the activity of repositories',
  permission: 'activity.read',
};

/** The same for pull requests. */
export const pullRequestsSubject: FailureSubject = {
  subject: 'open pull requests',
  permission: 'activity.read',
};

/** Where it is said how to connect a repository. */
export const activityHelpPath =
  '/docs/default/component/portal/user-guide/repository-activity';

/** Where it is said how the pull requests of a person are found. */
export const pullRequestsHelpPath = `${activityHelpPath}/#your-pull-requests`;

/** The kinds in plain words: of one, and of many. */
export const kindWords: Record<ActivityKind, { one: string; many: string }> = {
  push: { one: 'Push', many: 'Pushes' },
  'pull-request': { one: 'Pull request', many: 'Pull requests' },
  review: { one: 'Review', many: 'Reviews' },
  issue: { one: 'Issue', many: 'Issues' },
  release: { one: 'Release', many: 'Releases' },
  'workflow-run': { one: 'Workflow run', many: 'Workflow runs' },
};

/** How a state is meant, for its colour. */
export type StateTone = 'good' | 'warning' | 'bad' | 'plain';

/** The states in plain words. */
export const stateWords: Record<
  ActivityState,
  [word: string, tone: StateTone]
> = {
  created: ['created', 'plain'],
  deleted: ['deleted', 'plain'],
  forced: ['forced', 'warning'],
  opened: ['opened', 'plain'],
  draft: ['made a draft', 'plain'],
  ready: ['ready for review', 'plain'],
  merged: ['merged', 'good'],
  closed: ['closed', 'plain'],
  reopened: ['opened again', 'plain'],
  approved: ['approved', 'good'],
  'changes-requested': ['asks for changes', 'warning'],
  commented: ['commented', 'plain'],
  dismissed: ['dismissed', 'plain'],
  published: ['published', 'good'],
  'pre-release': ['pre-release', 'plain'],
  queued: ['queued', 'plain'],
  waiting: ['waiting', 'warning'],
  running: ['running', 'plain'],
  success: ['succeeded', 'good'],
  failure: ['failed', 'bad'],
  cancelled: ['cancelled', 'plain'],
  skipped: ['skipped', 'plain'],
};
