import type {
  DeploymentResult,
  ReportSubject,
} from '@portal/plugin-dora-common';
import { annotationSubject } from '../reports/annotationSubject';
import { matchesName } from '../reports/matchesName';
import type { ParsedDelivery } from '../reports/Parser';
import type { PayloadReader } from '../reports/PayloadReader';
import { versionOfRef } from '../reports/versionOfRef';
import {
  azureDevOpsCollection,
  azureDevOpsProjects,
  isMeant,
  optionalInstant,
  pipelineSubjects,
  source,
  type AzureDevOpsContext,
} from './AzureDevOpsContext';

const results = new Map<string, DeploymentResult>([
  ['succeeded', 'success'],
  ['succeededwithissues', 'success'],
  ['partiallysucceeded', 'success'],
  ['failed', 'failure'],
  ['canceled', 'cancelled'],
  // Builds of version 1.0 of the resource.
  ['stopped', 'cancelled'],
  // By an approver: nothing was deployed.
  ['rejected', 'cancelled'],
  ['abandoned', 'cancelled'],
]);
const running = new Set(['inprogress', 'running']);

/** https://learn.microsoft.com/azure/devops/service-hooks/events#buildcomplete, versions 1.0 and 2.0 of the resource. */
export function azureDevOpsBuild(context: AzureDevOpsContext): ParsedDelivery {
  const { resource, options } = context;
  const page = resource.at('_links', 'web', 'href');
  const pipeline = resource.at('definition', 'name').optionalText();
  const projects = azureDevOpsProjects(context, page);
  const rule = options.deployPipelines?.find(each =>
    isMeant(each, pipeline, projects),
  );
  if (!rule) {
    return {
      facts: [],
      ignored: 'the pipeline is not set as one that deploys',
    };
  }
  const told = resource.at('result').isMissing
    ? resource.at('status')
    : resource.at('result');
  const result = results.get(told.text().toLowerCase());
  if (!result) {
    return { facts: [], ignored: 'a build without a result that counts' };
  }
  const finishedAt = resource.at('finishTime').instant();
  const sha =
    resource.at('sourceVersion').maybeSha ??
    shaOfVersion(resource.at('sourceGetVersion').word);
  return {
    facts: [
      {
        kind: 'deployment',
        id: runId(context, resource.at('id')),
        source,
        subjects: pipelineSubjects(pipeline, projects),
        environment: rule.environment,
        sha,
        version: versionOf({
          ref: resource.at('sourceBranch').optionalText(),
          name: resource.at('buildNumber').optionalText(),
          sha,
        }),
        url: page.url,
        startedAt: optionalInstant(resource.at('startTime')),
        finishedAt,
        result,
        updatedAt: finishedAt,
        sequence: 1,
      },
    ],
  };
}

/** https://learn.microsoft.com/azure/devops/service-hooks/events#run-state-changed */
export function azureDevOpsRun(context: AzureDevOpsContext): ParsedDelivery {
  const { resource, options, createdAt } = context;
  const run = resource.at('run');
  const page = run.at('_links', 'web', 'href');
  const pipeline = pipelineOf(resource);
  const projects = azureDevOpsProjects(context, page);
  const rule = options.deployPipelines?.find(each =>
    isMeant(each, pipeline, projects),
  );
  if (!rule) {
    return {
      facts: [],
      ignored: 'the pipeline is not set as one that deploys',
    };
  }
  const state = run.at('state').text().toLowerCase();
  const result = resultOf(run);
  if (!result && !running.has(state)) {
    return { facts: [], ignored: `${state} neither begins nor ends a run` };
  }
  const startedAt = run.at('createdDate').instant();
  const at = result
    ? optionalInstant(run.at('finishedDate')) ?? createdAt
    : startedAt;
  return {
    facts: [
      {
        kind: 'deployment',
        // A run is a build of the same number, and may be told as both.
        id: runId(context, run.at('id')),
        ...contentOf(resource),
        source,
        subjects: [
          ...pipelineSubjects(pipeline, projects),
          ...subjectsOfCode(resource),
        ],
        environment: rule.environment,
        url: page.url,
        startedAt,
        updatedAt: at,
        sequence: result ? 1 : 0,
        ...(result && { result, finishedAt: at }),
      },
    ],
  };
}

/** https://learn.microsoft.com/azure/devops/service-hooks/events#run-stage-state-changed */
export function azureDevOpsStage(context: AzureDevOpsContext): ParsedDelivery {
  const { resource, options, createdAt } = context;
  const stage = resource.at('stage');
  const page = stage.at('_links', 'web', 'href');
  const pipeline = pipelineOf(resource);
  const projects = azureDevOpsProjects(context, page);
  const name = stage.at('name').text();
  const title = stage.at('displayName').optionalText();
  const rule = options.deployStages?.find(
    each =>
      isMeant(each, pipeline, projects) &&
      (matchesName(name, [each.stage]) || matchesName(title, [each.stage])),
  );
  if (!rule) {
    return { facts: [], ignored: 'the stage is not set as one that deploys' };
  }
  const state = stage.at('state').text().toLowerCase();
  const result = resultOf(stage);
  if (!result && !running.has(state)) {
    return { facts: [], ignored: `${state} neither begins nor ends a stage` };
  }
  const startedAt =
    optionalInstant(stage.at('startTime')) ?? (result ? undefined : createdAt);
  const at = result
    ? optionalInstant(stage.at('finishTime')) ?? createdAt
    : createdAt;
  const attempt = stage.at('attempt');
  return {
    facts: [
      {
        kind: 'deployment',
        id: [
          source,
          'stage',
          azureDevOpsCollection(context),
          resource.at('run', 'id').identifier(),
          name,
          ...(attempt.isMissing ? [] : [attempt.identifier()]),
        ].join(':'),
        ...contentOf(resource),
        source,
        subjects: [
          ...pipelineSubjects(pipeline, projects),
          ...subjectsOfCode(resource),
        ],
        environment: rule.environment ?? title ?? name,
        url: page.url,
        startedAt,
        updatedAt: at,
        sequence: result ? 1 : 0,
        ...(result && { result, finishedAt: at }),
      },
    ],
  };
}

function runId(context: AzureDevOpsContext, id: PayloadReader): string {
  return `${source}:build:${azureDevOpsCollection(context)}:${id.identifier()}`;
}

function pipelineOf(resource: PayloadReader): string | undefined {
  return (
    resource.at('pipeline', 'name').optionalText() ??
    resource.at('run', 'pipeline', 'name').optionalText()
  );
}

function resultOf(place: PayloadReader): DeploymentResult | undefined {
  return place.at('state').word?.toLowerCase() === 'completed'
    ? results.get(place.at('result').text().toLowerCase())
    : undefined;
}

function contentOf(resource: PayloadReader) {
  const run = resource.at('run');
  const self = run.at('resources', 'repositories', 'self');
  const sha = self.at('version').maybeSha;
  return {
    sha,
    version: versionOf({
      ref: self.at('refName').optionalText(),
      name: run.at('name').optionalText(),
      sha,
    }),
  };
}

// Each build has a number of its own: with it, the same commit built twice would be two versions.
function versionOf(options: {
  ref: string | undefined;
  name: string | undefined;
  sha: string | undefined;
}): string | undefined {
  const { ref, name, sha } = options;
  return versionOfRef(ref) ?? (sha === undefined ? name : undefined);
}

// Such as LG:refs/heads/main:600c52d2d5b655caa111abfd863e5a9bd304bb0e
function shaOfVersion(version: string | undefined): string | undefined {
  return /^[a-z]+:.{1,500}:([0-9a-f]{40})$/i.exec(version ?? '')?.[1];
}

// Of several repositories it is not known which one is deployed.
function subjectsOfCode(resource: PayloadReader): ReportSubject[] {
  const repositories = resource.at('repositories').items;
  const url = repositories.length === 1 ? repositories[0].at('url').url : '';
  const [, project, repository] =
    /^https:\/\/(?:[^/@]{1,200}@)?dev\.azure\.com\/[^/]+\/([^/]+)\/_git\/([^/?#]+)$/i.exec(
      url ?? '',
    ) ?? [];
  const github =
    /^https:\/\/(?:api\.)?github\.com\/(?:repos\/)?([^/?#]+\/[^/?#]+?)(?:\.git)?$/i.exec(
      url ?? '',
    )?.[1];
  if (github !== undefined) {
    return [annotationSubject('github.com/project-slug', github)];
  }
  if (repository === undefined) {
    return [];
  }
  try {
    const slug = decodeURIComponent(`${project}/${repository}`);
    return /[\p{Cc}\p{Cs}]/u.test(slug)
      ? []
      : [annotationSubject('dev.azure.com/project-repo', slug)];
  } catch {
    return [];
  }
}
