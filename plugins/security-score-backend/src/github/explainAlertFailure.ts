import { isError } from '@backstage/errors';
import { GithubRequestError } from '@portal/github-rest';
import type { AlertList } from './alertLists';

/** Says what failed, where, and what to do. */
export function explainAlertFailure(
  error: unknown,
  options: { host: string; slug: string; list: AlertList },
): string {
  const { host, slug, list } = options;
  const where = `The alerts of ${list.title} of ${host}/${slug} were not taken`;
  if (!isError(error)) {
    return `${where}: ${String(error)}`;
  }
  return error instanceof GithubRequestError
    ? `${where}: ${error.message}; ${cureOf(error, options)}`
    : `${where}: ${error.message}`;
}

function cureOf(
  { status }: GithubRequestError,
  options: { host: string; list: AlertList },
): string {
  const { host, list } = options;
  if (status === 401) {
    return `give a valid token or app for ${host} in integrations.github of the configuration`;
  }
  if (status === 403 || status === 404 || status === 410) {
    return `switch ${list.title} on for the repository, give the token or app of ${host} in integrations.github the permission "${list.permission}" for it, or correct the annotation github.com/project-slug`;
  }
  if (status !== undefined && status >= 300 && status < 400) {
    return 'the repository was moved or renamed: write its new name into the annotation github.com/project-slug';
  }
  return 'it is tried again by itself; if this goes on, see whether GitHub works and the portal can reach it';
}
