import { isError, stringifyError } from '@backstage/errors';
import { GithubRequestError } from '@portal/github-rest';

const permissions = {
  repository: 'Metadata: read',
  deployments: 'Deployments: read',
  pulls: 'Pull requests: read',
  releases: 'Contents: read',
};

/** What of a repository was asked for. */
export type GithubSubject = keyof typeof permissions;

/**
 * A read that failed, for the reader of the entity's page and for the log.
 *
 * @internal
 */
export type ExplainedGithubFailure = {
  message: string;
  /** What is for the log only. */
  detail?: string;
};

/**
 * Says what failed, where, and what to do.
 *
 * @param options - `name` is the host with the slug, such as `github.com/team/shop`.
 * @internal
 */
export function explainGithubFailure(options: {
  error: unknown;
  host: string;
  name: string;
  what: GithubSubject;
}): ExplainedGithubFailure {
  const { error, host, name, what } = options;
  const where = `Reading ${
    what === 'repository' ? '' : `the ${what} of `
  }${name}`;
  if (error instanceof GithubRequestError) {
    return {
      message: `${where}: ${error.message}; ${cureOf(error, host, what)}`,
    };
  }
  return isError(error) && error.name === 'InputError'
    ? { message: `${where}: ${error.message}` }
    : {
        message: `${where}: it was read and could not be stored; the log of the backend has the details`,
        detail: stringifyError(error),
      };
}

function cureOf(
  error: GithubRequestError,
  host: string,
  what: GithubSubject,
): string {
  const { status } = error;
  if (error.isTooLarge) {
    return 'lower dora.sources.githubRest.pageSize in the configuration';
  }
  if (status === 401) {
    return `give a valid token or app for ${host} in integrations.github of the configuration`;
  }
  if (status === 403) {
    return `the token or app of ${host} in integrations.github needs the permission "${permissions[what]}" for this repository`;
  }
  if (status === 404 || status === 410) {
    return `correct the annotation github.com/project-slug, or let the token or app of ${host} in integrations.github read the repository`;
  }
  if (status !== undefined && status >= 300 && status < 400) {
    return 'the repository was moved or renamed: write its new name into the annotation github.com/project-slug';
  }
  return 'it is tried again by itself; if this goes on, see whether GitHub works and the portal can reach it';
}
