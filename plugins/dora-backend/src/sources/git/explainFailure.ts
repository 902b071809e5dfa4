import { isError, stringifyError } from '@backstage/errors';
import { GitExitError } from '@portal/git';
import type { GitEntity } from './GitEntityReader';

/**
 * A failed reading, for the reader of the entity's page and for the log.
 *
 * @internal
 */
export type ExplainedFailure = {
  message: string;
  /** The annotation's value, where it can be shown. */
  location: string;
  /** What is for the log only. */
  detail?: string;
};

// Errors that were written for the reader. Others may carry text of the database or the machine.
const EXPLAINED = new Set([
  'ConflictError',
  'InputError',
  'NotAllowedError',
  'NotFoundError',
  'ServiceUnavailableError',
]);

/**
 * Says what failed, for which entity and annotation, without showing credentials.
 *
 * @internal
 */
export function explainFailure(options: {
  error: unknown;
  entity: GitEntity;
  /** The time limit, where it was passed. */
  timeoutMs?: number;
}): ExplainedFailure {
  const { error, entity, timeoutMs } = options;
  const location = showLocation(entity.location);
  const where = `Annotation portal/delivery-git of ${entity.entityRef} (${location})`;
  if (timeoutMs !== undefined) {
    return {
      location,
      message: `${where}: reading took longer than ${Math.round(
        timeoutMs / 1000,
      )} seconds and was stopped; raise dora.git.timeout in the configuration, or see why the repository does not answer`,
    };
  }
  if (isError(error) && EXPLAINED.has(error.name)) {
    return {
      location,
      message: `${where}: ${error.message}`,
      detail: error instanceof GitExitError ? error.output : undefined,
    };
  }
  return {
    location,
    message: `${where}: the history was read and could not be stored; the log of the backend has the details`,
    detail: stringifyError(error),
  };
}

/** A value of an annotation as it can be shown: short, on one line, without what may be a secret in a URL. */
function showLocation(value: string): string {
  return value
    .replace(/\p{C}/gu, ' ')
    .replace(/\/\/[^/\s]*@/g, '//')
    .replace(/[?#].*$/, '')
    .trim()
    .slice(0, 200);
}
