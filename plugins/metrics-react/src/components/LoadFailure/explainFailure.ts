import { ResponseError, toError } from '@backstage/errors';

/** What a page could not load, for its reader. */
export type FailureSubject = {
  /** What is missing, in the plural, with or without an article: "delivery figures". */
  subject: string;
  /** The permission that reading it needs. */
  permission?: string;
  /** What to say where it is gone, and the next step. Default: that of an entity. */
  notFound?: { title: string; step: string };
};

const entityNotFound = {
  title: 'The portal does not know this entity',
  step: 'It may have been renamed or removed: look for it in the catalog.',
};

/** Why something could not be shown, and the next step. */
export type FailureWords = {
  /** True where asking again can help. */
  retryable: boolean;
  /** A few words, for a tile. */
  short: string;
  title: string;
  description: string;
};

/** Puts a failed request into words for the reader of a page. */
export function explainFailure(
  error: unknown,
  options: FailureSubject,
): FailureWords {
  const { subject, permission, notFound = entityNotFound } = options;
  if (error instanceof ResponseError) {
    const { statusCode, cause } = error;
    if (statusCode === 401 || statusCode === 403) {
      const missing = permissionOf(cause) ?? permission;
      const needed = missing
        ? `They need the permission ${missing}.`
        : 'They need a permission that you do not have.';
      return {
        retryable: false,
        short: 'No permission',
        title: `You may not see ${subject}`,
        description: `${needed} An administrator of this portal can grant it by adding one of your groups to a role that holds it.`,
      };
    }
    if (statusCode === 404) {
      return {
        retryable: false,
        short: 'Not found',
        title: notFound.title,
        description: `${cause.message}. ${notFound.step}`,
      };
    }
    const title = `The ${subject.replace(/^the /, '')} could not be loaded`;
    if (statusCode === 400) {
      return {
        retryable: false,
        short: 'Could not load',
        title,
        description: `${cause.message}. Choose something else, or check the address.`,
      };
    }
    return {
      retryable: true,
      short: 'Could not load',
      title,
      description: `The server answered ${statusCode}: ${cause.message}. Try again; if it stays, tell the team that runs the portal.`,
    };
  }
  return {
    retryable: true,
    short: 'Could not load',
    title: 'The portal could not be reached',
    description: `${
      toError(error).message
    }. Check your connection and try again.`,
  };
}

/** The permission that the metric store says is missing, where it is that of one metric. */
function permissionOf(cause: Error): string | undefined {
  return 'permission' in cause && typeof cause.permission === 'string'
    ? cause.permission
    : undefined;
}
