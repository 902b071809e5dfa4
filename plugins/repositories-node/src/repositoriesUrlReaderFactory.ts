import {
  urlReaderFactoriesServiceRef,
  type ReaderFactory,
} from '@backstage/backend-defaults/urlReader';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { DefaultRepositoriesService } from './DefaultRepositoriesService';
import { readRepositoriesConfig } from './readRepositoriesConfig';
import { RepositoriesUrlReader } from './RepositoriesUrlReader';

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

const createReader: ReaderFactory = ({ config, treeResponseFactory }) => {
  const settings = readRepositoriesConfig(config);
  if (settings.directory === undefined) {
    return [];
  }
  const own = [new URL(settings.appUrl), new URL(settings.backendUrl)];
  const { pathname } = own[0];
  const prefix = `${pathname.replace(/\/$/, '')}/repositories/`;
  // A laptop's portal may move to another port; what is in its catalog stays.
  const isOwnHost = (url: URL) =>
    own.some(
      ({ host, hostname }) =>
        url.host === host ||
        (loopback.has(hostname) && loopback.has(url.hostname)),
    );
  return [
    {
      predicate: url => isOwnHost(url) && url.pathname.startsWith(prefix),
      reader: new RepositoriesUrlReader({
        repositories: DefaultRepositoriesService.create(settings),
        treeResponseFactory,
      }),
    },
  ];
};

/**
 * Lets every backend plugin read the portal's repositories by the addresses of their pages.
 *
 * @public
 */
export const repositoriesUrlReaderFactory = createServiceFactory({
  service: urlReaderFactoriesServiceRef,
  deps: {},
  factory: () => createReader,
});
