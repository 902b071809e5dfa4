import {
  parseRepositoryPath,
  type RepositoryAddress,
} from '@portal/plugin-repositories-common';
import type { RepositoriesConfig } from './readRepositoriesConfig';

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * The place in a repository that the URL of a page of this portal means. Undefined for all other URLs, and where the portal keeps no
 * repositories.
 */
export function addressOfUrl(
  config: RepositoriesConfig,
  text: string,
): RepositoryAddress | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (
    !url ||
    config.directory === undefined ||
    !/^https?:$/.test(url.protocol) ||
    url.username ||
    url.password ||
    !isOwnHost(config, url)
  ) {
    return undefined;
  }
  const base = new URL(config.appUrl).pathname.replace(/\/$/, '');
  return url.pathname.startsWith(`${base}/`)
    ? parseRepositoryPath(url.pathname.slice(base.length))
    : undefined;
}

function isOwnHost(config: RepositoriesConfig, url: URL): boolean {
  return [config.appUrl, config.backendUrl]
    .map(own => new URL(own))
    .some(
      ({ host, hostname }) =>
        url.host === host ||
        // A laptop's portal may move to another port; what is in its catalog stays.
        (loopback.has(hostname) && loopback.has(url.hostname)),
    );
}
