import type { WebhookSenderId } from '@portal/plugin-webhooks-common';
import { parseAzureDevOpsDelivery } from './azureDevOps/parseAzureDevOpsDelivery';
import { parseGenericDelivery } from './generic/parseGenericDelivery';
import { parseGithubDelivery } from './github';
import { parseGitlabDelivery } from './gitlab/parseGitlabDelivery';
import type { ActivityParser } from './ParsedActivity';

/** Whose deliveries are read, and by what. */
export const activityParsers: ReadonlyMap<WebhookSenderId, ActivityParser> =
  new Map([
    ['azure-devops', parseAzureDevOpsDelivery],
    ['generic', parseGenericDelivery],
    ['github', parseGithubDelivery],
    ['gitlab', parseGitlabDelivery],
  ]);
