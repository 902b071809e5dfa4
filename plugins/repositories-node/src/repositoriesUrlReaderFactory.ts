import {
  urlReaderFactoriesServiceRef,
  type ReaderFactory,
} from '@backstage/backend-defaults/urlReader';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { DefaultRepositoriesService } from './DefaultRepositoriesService';
import { readRepositoriesConfig } from './readRepositoriesConfig';
import { RepositoriesUrlReader } from './RepositoriesUrlReader';

const createReader: ReaderFactory = ({ config, treeResponseFactory }) => {
  const repositories = DefaultRepositoriesService.create(
    readRepositoriesConfig(config),
  );
  return [
    {
      predicate: url => repositories.addressOf(url.href) !== undefined,
      reader: RepositoriesUrlReader.create({
        repositories,
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
