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
import type { RepositoryAddress } from '@portal/plugin-repositories-common';
import { Readable } from 'node:stream';
import type { RepositoriesService } from './RepositoriesService';

type TreeResponseFactory = Parameters<ReaderFactory>[0]['treeResponseFactory'];

/** What {@link RepositoriesUrlReader} works with. */
export type RepositoriesUrlReaderOptions = {
  repositories: RepositoriesService;
  treeResponseFactory: TreeResponseFactory;
};

/** Reads the addresses of repositories' pages from disk, so that the catalog and the documentation can read what templates made. */
export class RepositoriesUrlReader implements UrlReaderService {
  readonly #repositories: RepositoriesService;
  readonly #trees: TreeResponseFactory;

  private constructor(options: RepositoriesUrlReaderOptions) {
    this.#repositories = options.repositories;
    this.#trees = options.treeResponseFactory;
  }

  static create(options: RepositoriesUrlReaderOptions): RepositoriesUrlReader {
    return new RepositoriesUrlReader(options);
  }

  async readUrl(
    url: string,
    options?: UrlReaderServiceReadUrlOptions,
  ): Promise<UrlReaderServiceReadUrlResponse> {
    const { data, commit } = await this.#repositories.readFile(
      this.#addressOf(url),
    );
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
    const address = this.#addressOf(url);
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

  #addressOf(url: string): RepositoryAddress {
    const address = this.#repositories.addressOf(url);
    if (!address) {
      throw new NotFoundError(
        `${url} is no place in a repository of the portal`,
      );
    }
    return address;
  }
}
