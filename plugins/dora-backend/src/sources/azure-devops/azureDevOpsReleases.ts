import type { DeploymentResult } from '@portal/plugin-dora-common';
import type { ParsedDelivery } from '../reports/Parser';
import type { PayloadReader } from '../reports/PayloadReader';
import {
  azureDevOpsCollection,
  azureDevOpsProjects,
  optionalInstant,
  pipelineSubjects,
  source,
  type AzureDevOpsContext,
} from './AzureDevOpsContext';

const results = new Map<string, DeploymentResult>([
  ['succeeded', 'success'],
  ['partiallysucceeded', 'success'],
  // By a task that failed; what an approver refused is told apart below.
  ['rejected', 'failure'],
  ['failed', 'failure'],
  ['canceled', 'cancelled'],
]);

/** https://learn.microsoft.com/azure/devops/service-hooks/events#release-deployment-started */
export function azureDevOpsDeploymentStarted(
  context: AzureDevOpsContext,
): ParsedDelivery {
  const { createdAt } = context;
  return {
    facts: [
      {
        ...deploymentOf(context),
        startedAt: createdAt,
        updatedAt: createdAt,
        sequence: 0,
      },
    ],
  };
}

/** https://learn.microsoft.com/azure/devops/service-hooks/events#release-deployment-completed */
export function azureDevOpsDeploymentCompleted(
  context: AzureDevOpsContext,
): ParsedDelivery {
  const { resource, createdAt } = context;
  const environment = resource.at('environment');
  const status = environment.at('status').text();
  const told = results.get(status.toLowerCase());
  if (!told) {
    return { facts: [], ignored: `${status} is no end of a deployment` };
  }
  const isRefused = environment
    .at('preDeployApprovals')
    .items.some(approval => approval.at('status').word === 'rejected');
  const finishedAt =
    optionalInstant(resource.at('deployment', 'completedOn')) ?? createdAt;
  return {
    facts: [
      {
        ...deploymentOf(context),
        startedAt: optionalInstant(resource.at('deployment', 'startedOn')),
        finishedAt,
        result: told === 'failure' && isRefused ? 'cancelled' : told,
        updatedAt: finishedAt,
        sequence: 1,
      },
    ],
  };
}

function deploymentOf(context: AzureDevOpsContext) {
  const { resource } = context;
  const environment = resource.at('environment');
  const release = [
    resource.at('release'),
    resource.at('deployment', 'release'),
    environment.at('release'),
  ];
  const definition = first(
    [
      environment.at('releaseDefinition', 'name'),
      resource.at('deployment', 'releaseDefinition', 'name'),
      ...release.map(each => each.at('releaseDefinition', 'name')),
    ],
    place => place.optionalText(),
  );
  const artifact = primaryArtifact(release);
  const built = artifact?.at('type').word === 'Build' ? artifact : undefined;
  const builtBy = built && reference(built, 'definition').at('name');
  const builtIn = built && reference(built, 'project').at('name');
  const projects = azureDevOpsProjects(context);
  const project = builtIn?.optionalText();
  const page = first(release, each => each.at('_links', 'web', 'href').url);
  const sha =
    artifact &&
    (reference(artifact, 'sourceVersion').at('id').maybeSha ??
      reference(artifact, 'version').at('id').maybeSha);
  const version =
    (built && reference(built, 'version').at('name').optionalText()) ??
    (sha === undefined
      ? first(release, each => each.at('name').optionalText())
      : undefined);
  return {
    kind: 'deployment' as const,
    id: [
      source,
      'release-deployment',
      azureDevOpsCollection(context),
      resource.at('project', 'id').identifier(),
      environment.at('id').identifier(),
      attemptOf(context),
    ].join(':'),
    source,
    subjects: [
      ...pipelineSubjects(definition, projects),
      ...pipelineSubjects(
        builtBy?.optionalText(),
        project === undefined ? projects : [project],
      ),
    ],
    environment: environment.at('name').optionalText(),
    sha,
    version,
    url: page,
  };
}

// A stage of a release has one number however often it is deployed.
function attemptOf({ resource }: AzureDevOpsContext): number {
  const steps = resource.at('environment', 'deploySteps').items;
  const attempts = [
    resource.at('attemptId'),
    resource.at('deployment', 'attempt'),
    ...steps.map(step => step.at('attempt')),
  ]
    .filter(place => !place.isMissing)
    .map(place => place.count());
  return Math.max(1, ...attempts);
}

function primaryArtifact(
  releases: readonly PayloadReader[],
): PayloadReader | undefined {
  const artifacts =
    releases
      .map(release => release.at('artifacts').items)
      .find(items => items.length > 0) ?? [];
  return artifacts.length === 1
    ? artifacts[0]
    : artifacts.find(each => each.at('isPrimary').value === true);
}

// The documentation has `Definition` where the service sends `definition`.
function reference(artifact: PayloadReader, name: string): PayloadReader {
  const all = artifact.at('definitionReference');
  const written = all.at(name);
  return written.isMissing
    ? all.at(name.charAt(0).toUpperCase() + name.slice(1))
    : written;
}

function first<T>(
  places: readonly PayloadReader[],
  read: (place: PayloadReader) => T | undefined,
): T | undefined {
  for (const place of places) {
    const value = read(place);
    if (value !== undefined) {
      return value;
    }
  }
  return undefined;
}
