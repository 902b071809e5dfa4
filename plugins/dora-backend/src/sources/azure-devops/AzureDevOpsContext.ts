import type { ReportSubject } from '@portal/plugin-dora-common';
import { annotationSubject } from '../reports/annotationSubject';
import { matchesName } from '../reports/matchesName';
import type { PayloadReader } from '../reports/PayloadReader';

/**
 * What may be told the Azure DevOps parser. In patterns `*` stands for any characters.
 *
 * @internal
 */
export type AzureDevOpsOptions = {
  /** Pipelines whose builds or runs are deployments as a whole. */
  deployPipelines?: readonly {
    pipeline: string;
    /** Name or id. Default: any project. */
    project?: string;
    /** What the payload does not say. Missing stays unknown. */
    environment?: string;
  }[];
  /** Stages of YAML pipelines that are deployments. Stages of classic releases always are. */
  deployStages?: readonly {
    /** Name, or name that is displayed. */
    stage: string;
    /** Default: any pipeline. */
    pipeline?: string;
    /** Name or id. Default: any project. */
    project?: string;
    /** Default: the name of the stage. */
    environment?: string;
  }[];
  /** Names of projects by their ids, for events of pipelines that have the id only. */
  projectNames?: Readonly<Record<string, string>>;
};

/** A payload, and what all facts of it have in common. */
export type AzureDevOpsContext = {
  /** The whole event. */
  payload: PayloadReader;
  resource: PayloadReader;
  options: AzureDevOpsOptions;
  /** Epoch milliseconds of the event. */
  createdAt: number;
};

/** @internal */
export const source = 'azure-devops';

/** The organisation or collection, within which numbers of builds and releases are unique. */
export function azureDevOpsCollection({ payload }: AzureDevOpsContext): string {
  return payload.at('resourceContainers', 'collection', 'id').identifier();
}

/** Names and ids of the project of a pipeline, the most telling one first. */
export function azureDevOpsProjects(
  { payload, resource, options }: AzureDevOpsContext,
  page?: PayloadReader,
): string[] {
  const id =
    payload.at('resourceContainers', 'project', 'id').optionalText() ??
    resource.at('project', 'id').optionalText();
  const named = Object.entries(options.projectNames ?? {}).find(
    ([key]) => key.toLowerCase() === id?.toLowerCase(),
  );
  const names = [
    resource.at('project', 'name').optionalText(),
    named?.[1],
    projectOfPage(page?.url),
    id,
  ];
  return [...new Set(names.filter(name => name !== undefined))];
}

/** The components that have the pipeline of the project. */
export function pipelineSubjects(
  pipeline: string | undefined,
  projects: readonly string[],
): ReportSubject[] {
  return pipeline === undefined
    ? []
    : projects.map(value =>
        annotationSubject('dev.azure.com/build-definition', pipeline, {
          annotation: 'dev.azure.com/project',
          value,
        }),
      );
}

/** The components that have the repository of an event. */
export function repositorySubjects(repository: PayloadReader): ReportSubject[] {
  const project = repository.at('project', 'name').text();
  return [
    annotationSubject(
      'dev.azure.com/project-repo',
      `${project}/${repository.at('name').text()}`,
    ),
  ];
}

/** Whether a rule is about this project and pipeline. */
export function isMeant(
  rule: { pipeline?: string; project?: string },
  pipeline: string | undefined,
  projects: readonly string[],
): boolean {
  const { project } = rule;
  return (
    (rule.pipeline === undefined || matchesName(pipeline, [rule.pipeline])) &&
    (project === undefined ||
      projects.some(name => matchesName(name, [project])))
  );
}

/** An instant; nothing of the year 1, by which .NET means none. */
export function optionalInstant(place: PayloadReader): number | undefined {
  return place.word?.startsWith('0001-') ? undefined : place.optionalInstant();
}

// Such as https://dev.azure.com/organisation/project/_build/results?buildId=2
function projectOfPage(page: string | undefined): string | undefined {
  const parts = page ? new URL(page).pathname.split('/') : [];
  const name = parts[parts.findIndex(part => part.startsWith('_')) - 1];
  try {
    const text = decodeURIComponent(name ?? '');
    return /[\p{Cc}\p{Cs}]/u.test(text) || text === '' ? undefined : text;
  } catch {
    return undefined;
  }
}
