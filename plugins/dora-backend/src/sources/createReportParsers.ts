import type { WebhookSenderId } from '@portal/plugin-webhooks-common';
import { createAlertmanagerParser } from './alertmanager';
import { createArgocdParser } from './argocd';
import { createAzureDevOpsParser } from './azure-devops';
import { createCdeventsParser } from './cdevents';
import { createGenericParser } from './generic';
import { createGithubParser } from './github';
import { createGitlabParser } from './gitlab';
import { createPagerdutyParser } from './pagerduty';
import type { SourceOptions } from './readSourceOptions';
import type { ReportParser } from './reports/Parser';

/**
 * The parser of each sender of the webhook inbox.
 *
 * @internal
 */
export function createReportParsers(
  options: SourceOptions = {},
): ReadonlyMap<WebhookSenderId, ReportParser> {
  // A record, so that a sender without a parser is an error of types.
  const parsers: Record<WebhookSenderId, ReportParser> = {
    alertmanager: createAlertmanagerParser(options.alertmanager),
    argocd: createArgocdParser(options.argocd),
    'azure-devops': createAzureDevOpsParser(options['azure-devops']),
    cdevents: createCdeventsParser(options.cdevents),
    generic: createGenericParser(),
    github: createGithubParser(options.github),
    gitlab: createGitlabParser(options.gitlab),
    pagerduty: createPagerdutyParser(),
  };
  return new Map(Object.entries(parsers) as [WebhookSenderId, ReportParser][]);
}
