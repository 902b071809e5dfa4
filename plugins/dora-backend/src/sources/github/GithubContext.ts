import type { ReportSubject } from '@portal/plugin-dora-common';
import { annotationSubject } from '../reports/annotationSubject';
import type { PayloadReader } from '../reports/PayloadReader';

/**
 * What may be told the GitHub parser.
 *
 * @internal
 */
export type GithubOptions = {
  /**
   * Workflows whose runs are deployments. For workflows that deploy without GitHub's environments; those with
   * `environment:` send `deployment_status` by themselves, and would count twice.
   */
  deployWorkflows?: readonly {
    /** Name, or path below `.github/workflows/`; `*` stands for any characters. */
    workflow: string;
    /** What the payload does not say. Missing stays unknown. */
    environment?: string;
  }[];
  /** Set where publishing a release deploys it. Pre-releases never do. */
  deployReleases?: { environment?: string };
  /** Labels that make an issue an incident. Default: `incident`. */
  incidentLabels?: readonly string[];
};

/** A payload, and what all facts of it have in common. */
export type GithubContext = {
  payload: PayloadReader;
  options: GithubOptions;
  /** The prefix of natural ids. */
  source: string;
};

/** @internal */
export function githubSubjects(payload: PayloadReader): ReportSubject[] {
  return [
    annotationSubject(
      'github.com/project-slug',
      payload.at('repository', 'full_name').text(),
    ),
  ];
}
