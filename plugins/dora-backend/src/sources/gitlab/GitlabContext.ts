import type { ReportSubject } from '@portal/plugin-dora-common';
import { annotationSubject } from '../reports/annotationSubject';
import type { PayloadReader } from '../reports/PayloadReader';

/**
 * What may be told the GitLab parser.
 *
 * @internal
 */
export type GitlabOptions = {
  /**
   * Pipelines that are deployments, by name, or by branch or tag; `*` stands for any characters. For pipelines that deploy
   * without GitLab's environments; jobs with `environment:` send deployment events by themselves, and would count twice.
   */
  deployPipelines?: readonly {
    name?: string;
    /** Does not match pipelines of merge requests, whose branches are named by anybody. */
    ref?: string;
    /** What the payload does not say. Missing stays unknown. */
    environment?: string;
  }[];
  /** Set where publishing a release deploys it. Tags of pre-releases never do. */
  deployReleases?: { environment?: string };
  /** Labels that make an issue an incident. Default: `incident`. Issues of the type incident always are. */
  incidentLabels?: readonly string[];
  /**
   * The host that components mean whose annotations do not name one with `gitlab.com/instance`. Default: whichever sends,
   * which is right with a single GitLab.
   */
  host?: string;
};

/** A payload, and what all facts of it have in common. */
export type GitlabContext = {
  payload: PayloadReader;
  options: GitlabOptions;
  /** The prefix of natural ids. */
  source: string;
  /** Of the sending GitLab, in lower case; missing where the delivery does not tell. */
  host: string | undefined;
  /** Epoch milliseconds. */
  receivedAt: number;
};

/** The components of the project, those first that name its host. */
export function gitlabSubjects(context: GitlabContext): ReportSubject[] {
  const { payload, options, host } = context;
  const project = payload.at('project');
  const id = project.at('id');
  const values: [annotation: string, value: string][] = [
    ['gitlab.com/project-slug', project.at('path_with_namespace').text()],
  ];
  if (!id.isMissing) {
    values.push(['gitlab.com/project-id', id.identifier()]);
  }
  const isMeant =
    options.host === undefined ||
    host === undefined ||
    options.host.toLowerCase() === host;
  const within = host && { annotation: 'gitlab.com/instance', value: host };
  return [
    ...(within
      ? values.map(([name, value]) => annotationSubject(name, value, within))
      : []),
    ...(isMeant
      ? values.map(([name, value]) => annotationSubject(name, value))
      : []),
  ];
}

/** The number of the project, which stays when it is renamed. */
export function gitlabProject(payload: PayloadReader): string {
  const id = payload.at('project', 'id');
  return (id.isMissing ? payload.at('project_id') : id).identifier();
}
