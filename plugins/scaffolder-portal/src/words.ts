import type { FailureSubject } from '@portal/plugin-metrics-react';
import type {
  EnvironmentSize,
  RunStatus,
} from '@portal/plugin-scaffolder-portal-common';

/** What the parts of this plugin show, where they have to say that it is missing. */
export const pricesSubject: FailureSubject = {
  subject: 'the price list',
  permission: 'scaffolder-portal.read',
};

/** The same for previews. */
export const previewSubject: FailureSubject = {
  subject: 'the preview of the files',
  permission: 'scaffolder-portal.preview',
};

/** The same for runs. */
export const runsSubject: FailureSubject = {
  subject: 'what this was made from',
  permission: 'scaffolder-portal.read',
};

/** The same for the form of a template. */
export const formSubject: FailureSubject = {
  subject: 'the form of the template',
  permission: 'catalog.entity.read',
};

/** The same for the list of templates. */
export const templatesSubject: FailureSubject = {
  subject: 'the templates',
  permission: 'catalog.entity.read',
};

/** The same for environments. */
export const environmentsSubject: FailureSubject = {
  subject: 'the environments of the catalog',
  permission: 'catalog.entity.read',
};

/** Sizes in plain words. */
export const sizeWords: Record<EnvironmentSize, string> = {
  small: 'Small',
  medium: 'Medium',
  large: 'Large',
};

/** How a run went, in plain words. */
export const statusWords: Record<RunStatus, string> = {
  open: 'waiting',
  processing: 'running',
  completed: 'completed',
  failed: 'failed',
  cancelled: 'cancelled',
};

/** Where it is said how things are made. */
export const creatingHelpPath =
  '/docs/default/component/portal/user-guide/creating-things';
