import type { RootConfigService } from '@backstage/backend-plugin-api';
import {
  webhookSenderIds,
  type WebhookSenderId,
} from '@portal/plugin-webhooks-common';
import type { AlertmanagerOptions } from './alertmanager';
import type { ArgocdOptions } from './argocd';
import type { AzureDevOpsOptions } from './azure-devops';
import type { CdeventsOptions } from './cdevents';
import type { GithubOptions } from './github';
import type { GitlabOptions } from './gitlab';
import { SourceSettings } from './SourceSettings';

/**
 * What may be told the parsers of deliveries, by sender.
 *
 * @internal
 */
export type SourceOptions = {
  alertmanager?: AlertmanagerOptions;
  argocd?: ArgocdOptions;
  'azure-devops'?: AzureDevOpsOptions;
  cdevents?: CdeventsOptions;
  github?: GithubOptions;
  gitlab?: GitlabOptions;
};

/** The settings of each sender that may be set. */
const known: Partial<Record<WebhookSenderId, readonly string[]>> = {
  alertmanager: [
    'annotationLabels',
    'entityLabels',
    'environmentLabels',
    'incidents',
  ],
  argocd: ['degradedIsIncident', 'environments'],
  'azure-devops': ['deployPipelines', 'deployStages', 'projectNames'],
  cdevents: ['deployPipelines'],
  github: ['deployReleases', 'deployWorkflows', 'incidentLabels'],
  gitlab: ['deployPipelines', 'deployReleases', 'host', 'incidentLabels'],
};

/**
 * Reads `dora.sources`.
 *
 * @throws InputError or TypeError naming the key, also of settings that are not known.
 * @internal
 */
export function readSourceOptions(config: RootConfigService): SourceOptions {
  const sources = config.getOptionalConfig('dora.sources');
  if (!sources) {
    return {};
  }
  const path = 'dora.sources';
  const all = SourceSettings.create({
    config: sources,
    path,
    // The last one is no sender: `readGithubRestConfig` reads it.
    known: [...webhookSenderIds, 'githubRest'],
  });
  const at = (sender: WebhookSenderId) => all.at(sender, known[sender] ?? []);
  // Those that have no settings are read for their unknown ones.
  webhookSenderIds.forEach(at);
  return {
    alertmanager: readAlertmanager(at('alertmanager')),
    argocd: readArgocd(at('argocd')),
    'azure-devops': readAzureDevOps(at('azure-devops')),
    cdevents: readCdevents(at('cdevents')),
    github: readGithub(at('github')),
    gitlab: readGitlab(at('gitlab')),
  };
}

function readAlertmanager(settings?: SourceSettings): AlertmanagerOptions {
  return {
    incidents: settings?.listOfTextsByName('incidents'),
    entityLabels: settings?.texts('entityLabels'),
    annotationLabels: settings
      ?.list('annotationLabels', ['annotation', 'label'])
      ?.map(({ config }) => ({
        annotation: config.getString('annotation'),
        label: config.getString('label'),
      })),
    environmentLabels: settings?.texts('environmentLabels'),
  };
}

function readArgocd(settings?: SourceSettings): ArgocdOptions {
  const patterns = ['application', 'project', 'cluster', 'namespace'] as const;
  return {
    environments: settings
      ?.list('environments', [...patterns, 'environment'])
      ?.map(item => ({
        ...item.requireOneOf(patterns),
        environment: item.config.getString('environment'),
      })),
    degradedIsIncident:
      settings?.config.getOptionalBoolean('degradedIsIncident'),
  };
}

function readAzureDevOps(settings?: SourceSettings): AzureDevOpsOptions {
  return {
    deployPipelines: settings
      ?.list('deployPipelines', ['pipeline', 'project', 'environment'])
      ?.map(item => ({
        pipeline: item.config.getString('pipeline'),
        project: item.text('project'),
        environment: item.text('environment'),
      })),
    deployStages: settings
      ?.list('deployStages', ['stage', 'pipeline', 'project', 'environment'])
      ?.map(item => ({
        stage: item.config.getString('stage'),
        pipeline: item.text('pipeline'),
        project: item.text('project'),
        environment: item.text('environment'),
      })),
    projectNames: settings?.textsByName('projectNames'),
  };
}

function readCdevents(settings?: SourceSettings): CdeventsOptions {
  return {
    deployPipelines: settings
      ?.list('deployPipelines', ['pipeline', 'environment'])
      ?.map(item => ({
        pipeline: item.config.getString('pipeline'),
        environment: item.text('environment'),
      })),
  };
}

function readGithub(settings?: SourceSettings): GithubOptions {
  return {
    deployWorkflows: settings
      ?.list('deployWorkflows', ['workflow', 'environment'])
      ?.map(item => ({
        workflow: item.config.getString('workflow'),
        environment: item.text('environment'),
      })),
    deployReleases: readDeployReleases(settings),
    incidentLabels: settings?.texts('incidentLabels'),
  };
}

function readGitlab(settings?: SourceSettings): GitlabOptions {
  return {
    deployPipelines: settings
      ?.list('deployPipelines', ['name', 'ref', 'environment'])
      ?.map(item => ({
        ...item.requireOneOf(['name', 'ref']),
        environment: item.text('environment'),
      })),
    deployReleases: readDeployReleases(settings),
    incidentLabels: settings?.texts('incidentLabels'),
    host: settings?.text('host'),
  };
}

function readDeployReleases(settings?: SourceSettings) {
  const releases = settings?.at('deployReleases', ['environment']);
  return releases && { environment: releases.text('environment') };
}
