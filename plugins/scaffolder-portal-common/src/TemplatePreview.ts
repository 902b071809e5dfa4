import type { JsonObject } from '@backstage/types';

/** @public */
export type PreviewRequest = {
  /** Complete reference of a template of the catalog. */
  templateRef: string;
  /** As the form has them. */
  values: JsonObject;
};

/**
 * Something that a form says of a value.
 *
 * @public
 */
export type TemplateProblem = {
  /** The field, such as `name` or `environments[0].size`; empty where it is wrong with all of them. */
  path: string;
  message: string;
};

/** @public */
export type PreviewFile = {
  /** Below the root of the repository, with slashes. */
  path: string;
  /** Bytes. */
  size: number;
  executable?: boolean;
  /** Absent where there is none to show: see `omitted`. */
  text?: string;
  /** Why the text is not there. */
  omitted?: 'binary' | 'too-large';
};

/**
 * What a template would make of values.
 *
 * @public
 */
export type TemplatePreview = {
  /**
   * - `ready`: these are the files.
   * - `incomplete`: the template does not accept the values yet; `problems` says why.
   * - `failed`: a step failed; `failure` says which.
   */
  state: 'ready' | 'incomplete' | 'failed';
  files: PreviewFile[];
  /** How many files there are besides, that the answer has no room for. */
  moreFiles: number;
  log: Array<{ stepId?: string; message: string }>;
  /** Steps that a preview does not run, as they do something outside of the workspace. */
  skippedSteps: Array<{ id: string; name: string; action: string }>;
  problems: TemplateProblem[];
  failure?: { stepId?: string; stepName?: string; message: string };
};
