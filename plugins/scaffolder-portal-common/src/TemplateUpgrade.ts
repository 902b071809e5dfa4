import type { JsonObject } from '@backstage/types';
import type { TemplatePreview, TemplateProblem } from './TemplatePreview';

/** @public */
export type UpgradeRequest = {
  /** Complete reference of what a template made. */
  entityRef: string;
  /** Fields of the form that the version it was made from did not ask for, or that are to change. */
  values?: JsonObject;
};

/**
 * What became of proposing the present version of a template.
 *
 * @public
 */
export type TemplateUpgrade = {
  /**
   * - `proposed`: the branch holds it.
   * - `current`: there is no newer version, or it changes nothing here.
   * - `incomplete`: the present version asks for more than was filled in then; `problems` says what.
   * - `failed`: a step of the template failed; `failure` says which.
   */
  state: 'proposed' | 'current' | 'incomplete' | 'failed';
  templateRef: string;
  /** Absent where it is not known. */
  fromVersion?: number;
  toVersion: number;
  /** Whether it was proposed now, and not before. */
  isNew: boolean;
  branch?: string;
  commit?: string;
  /** The page of the commit's files. */
  link?: string;
  /** The page of the pull request, where the repository is at a Git host that has them. */
  pullRequest?: string;
  /** What `git clone` takes. */
  cloneUrl: string;
  /** Paths that differ from the default branch. */
  files: string[];
  /** Paths whose conflicts are marked in the files. */
  conflicts: string[];
  problems: TemplateProblem[];
  failure?: TemplatePreview['failure'];
};
