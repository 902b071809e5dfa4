import type { WidgetDefinition } from '@portal/plugin-widgets-common';
import { activityKinds } from './Activity';

/**
 * What happens in repositories, as it happens.
 *
 * @public
 */
export const repositoryActivityWidget: WidgetDefinition = {
  name: 'RepositoryActivityWidget',
  title: 'Repository activity',
  description:
    'Pushes, pull requests, reviews, issues, releases and workflow runs of GitHub, GitLab and Azure DevOps, as they happen.',
  size: { width: 5, height: 6, minWidth: 3, minHeight: 3 },
  scope: ['entity'],
  settings: {
    type: 'object',
    properties: {
      repositories: {
        type: 'array',
        title: 'Repositories',
        description:
          'Such as github.com/team/shop or team/shop. A repository is shown where a component in the catalog names it.',
        default: [],
        maxItems: 50,
        uniqueItems: true,
        items: {
          type: 'string',
          title: 'Repository',
          minLength: 1,
          maxLength: 300,
        },
      },
      system: {
        type: 'string',
        title: 'System or domain',
        description:
          'Only repositories of its components, such as system:default/booking.',
        format: 'entity-ref',
      },
      owner: {
        type: 'string',
        title: 'Owner',
        description:
          'Only repositories of what this group and the groups within it own, such as group:default/payments.',
        format: 'entity-ref',
      },
      kinds: {
        type: 'array',
        title: 'Kinds',
        description: 'All where none is chosen.',
        default: [],
        uniqueItems: true,
        items: { type: 'string', title: 'Kind', enum: [...activityKinds] },
      },
      limit: {
        type: 'integer',
        title: 'Rows to show',
        default: 20,
        minimum: 1,
        maximum: 100,
      },
    },
  },
};

/**
 * What waits for review.
 *
 * @public
 */
export const pullRequestsWidget: WidgetDefinition = {
  name: 'PullRequestsWidget',
  title: 'Open pull requests',
  description:
    'Your own open pull requests, or those that wait in the repositories of a group, with the verdict of their reviewers.',
  size: { width: 5, height: 5, minWidth: 3, minHeight: 3 },
  settings: {
    type: 'object',
    properties: {
      owner: {
        type: 'string',
        title: 'Owner',
        description:
          'Those in repositories of what this group owns, such as group:default/payments. Without it each reader sees their own.',
        format: 'entity-ref',
      },
      limit: {
        type: 'integer',
        title: 'Rows to show',
        default: 10,
        minimum: 1,
        maximum: 100,
      },
    },
  },
};

/**
 * All widgets about the activity of repositories.
 *
 * @public
 */
export const activityWidgets: readonly WidgetDefinition[] = [
  repositoryActivityWidget,
  pullRequestsWidget,
];
