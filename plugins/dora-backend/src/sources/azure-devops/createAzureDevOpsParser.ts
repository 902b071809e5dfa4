import { openDelivery } from '../reports/openDelivery';
import type { ParsedDelivery, ReportParser } from '../reports/Parser';
import { azureDevOpsPush } from './azureDevOpsChanges';
import type {
  AzureDevOpsContext,
  AzureDevOpsOptions,
} from './AzureDevOpsContext';
import {
  azureDevOpsBuild,
  azureDevOpsRun,
  azureDevOpsStage,
} from './azureDevOpsPipelines';
import { azureDevOpsPullRequest } from './azureDevOpsPullRequests';
import {
  azureDevOpsDeploymentCompleted,
  azureDevOpsDeploymentStarted,
} from './azureDevOpsReleases';

const noSubscription = '00000000-0000-0000-0000-000000000000';

const readers = new Map<
  string,
  (context: AzureDevOpsContext) => ParsedDelivery
>([
  ['build.complete', azureDevOpsBuild],
  ['git.pullrequest.created', azureDevOpsPullRequest],
  ['git.pullrequest.merged', azureDevOpsPullRequest],
  ['git.pullrequest.updated', azureDevOpsPullRequest],
  ['git.push', azureDevOpsPush],
  ['ms.vss-pipelines.run-state-changed-event', azureDevOpsRun],
  ['ms.vss-pipelines.stage-state-changed-event', azureDevOpsStage],
  ['ms.vss-release.deployment-completed-event', azureDevOpsDeploymentCompleted],
  ['ms.vss-release.deployment-started-event', azureDevOpsDeploymentStarted],
]);

/**
 * Reads the service hooks of Azure DevOps: https://learn.microsoft.com/azure/devops/service-hooks/events
 *
 * @internal
 */
export function createAzureDevOpsParser(
  options: AzureDevOpsOptions = {},
): ReportParser {
  return delivery => {
    const read = readers.get(delivery.event);
    if (!read) {
      return { facts: [], ignored: `${delivery.event} tells of no delivery` };
    }
    const payload = openDelivery(delivery);
    if (payload.at('subscriptionId').word === noSubscription) {
      return { facts: [], ignored: 'the example that a test of a hook sends' };
    }
    const resource = payload.at('resource');
    if (!resource.isObject) {
      resource.fail('the resource; set the details to send of the hook to All');
    }
    const createdAt = payload.at('createdDate').instant();
    return read({ payload, resource, options, createdAt });
  };
}
