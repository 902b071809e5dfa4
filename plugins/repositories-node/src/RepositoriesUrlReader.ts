import {
  ReadUrlResponseFactory,
  type ReaderFactory,
} from '@backstage/backend-defaults/urlReader';
import type {
  UrlReaderService,
  UrlReaderServiceReadTreeOptions,
  UrlReaderServiceReadTreeResponse,
  UrlReaderServiceReadUrlOptions,
  UrlReaderServiceReadUrlResponse,
  UrlReaderServiceSearchOptions,
  UrlReaderServiceSearchResponse,
} from '@backstage/backend-plugin-api';
import {
  assertError,
  NotFoundError,
  NotModifiedError,
} from '@backstage/errors';
import {
  parseRepositoryPath,
  type RepositoryAddress,
} from '@portal/plugin-repositories-common';
import { Readable } from 'node:stream';
import type { RepositoriesService } from './RepositoriesService';

type TreeResponseFactory = Parameters<ReaderFactory>[0]['treeResponseFactory'];

/** Reads the addresses of repositories' pages from disk, so that the catalog and the documentation can read what templates made. */
export class RepositoriesUrlReader implements UrlReaderService {
  readonly #repositories: RepositoriesService;
  readonly #trees: TreeResponseFactory;

  constructor(options: {
    repositories: RepositoriesService;
    treeResponseFactory: TreeResponseFactory;
  }) {
    this.#repositories = options.repositories;
    this.#trees = options.treeResponseFactory;
  }

  async readUrl(
    url: string,
    options?: UrlReaderServiceReadUrlOptions,
  ): Promise<UrlReaderServiceReadUrlResponse> {
    const { data, commit } = await this.#repositories.readFile(addressOf(url));
    if (options?.etag === commit) {
      throw new NotModifiedError();
    }
    return ReadUrlResponseFactory.fromReadable(Readable.from([data]), {
      etag: commit,
    });
  }

  async readTree(
    url: string,
    options?: UrlReaderServiceReadTreeOptions,
  ): Promise<UrlReaderServiceReadTreeResponse> {
    const address = addressOf(url);
    const { stream, commit } = await this.#repositories.archive(address);
    if (options?.etag === commit) {
      stream.destroy();
      throw new NotModifiedError();
    }
    return this.#trees.fromTarArchive({
      stream,
      subpath: address.path,
      etag: commit,
      filter: options?.filter,
      stripFirstDirectory: false,
    });
  }

  /** A plain address only, without a pattern. */
  async search(
    url: string,
    options?: UrlReaderServiceSearchOptions,
  ): Promise<UrlReaderServiceSearchResponse> {
    try {
      const { buffer, etag } = await this.readUrl(url, options);
      return { files: [{ url, content: buffer }], etag: etag ?? '' };
    } catch (error) {
      assertError(error);
      if (error.name === 'NotFoundError') {
        return { files: [], etag: '' };
      }
      throw error;
    }
  }

  toString(): string {
    return 'repositories{}';
  }
}

function addressOf(url: string): RepositoryAddress {
  const address = parseRepositoryPath(new URL(url).pathname);
  if (!address) {
    throw new NotFoundError(`${url} is no place in a repository of the portal`);
  }
  return address;
}
