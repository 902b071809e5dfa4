import type { LoggerService } from '@backstage/backend-plugin-api';
import { formatRepositoryPath } from '@portal/plugin-repositories-common';
import type { RepositoriesService } from '@portal/plugin-repositories-node';
import type { DeliveryImporter } from '../../services/DeliveryImporter';
import type { SourceStatusStore } from '../../services/SourceStatusStore';
import type { GitSourceConfig } from './config';
import { digest, formatGitCursor, parseGitCursor } from './GitCursor';
import { explainFailure } from './explainFailure';
import type { GitHistoryReader } from './GitHistoryReader';
import { type GitLocation, parseGitLocation } from './GitLocation';
import { type GitMirror, MIRROR_HEAD } from './GitMirror';
import { GitRepository } from './GitRepository';
import { ReleasePattern } from './ReleasePattern';
import { resolveRepositoryPath } from './resolveRepositoryPath';

/**
 * An entity whose history is in a repository, as its annotations say.
 *
 * @internal
 */
export type GitEntity = {
  entityRef: string;
  /** Value of `portal/delivery-git`. */
  location: string;
  /** Value of `portal/delivery-git-releases`. */
  releases?: string;
};

/** @internal */
export type GitEntityReaderOptions = {
  config: GitSourceConfig;
  logger: LoggerService;
  importer: DeliveryImporter;
  statuses: SourceStatusStore;
  history: GitHistoryReader;
  mirror: GitMirror;
  repositories: Pick<RepositoriesService, 'addressOf' | 'gitDirOf'>;
};

/**
 * Reads the repository of one entity, and records how that went. It fails for nobody but this entity.
 *
 * @internal
 */
export class GitEntityReader {
  readonly #options: GitEntityReaderOptions;

  private constructor(options: GitEntityReaderOptions) {
    this.#options = options;
  }

  static create(options: GitEntityReaderOptions): GitEntityReader {
    return new GitEntityReader(options);
  }

  async read(
    entity: GitEntity,
    options: { signal: AbortSignal },
  ): Promise<void> {
    const { logger, statuses, config } = this.#options;
    const { entityRef } = entity;
    const timeout = AbortSignal.timeout(config.timeoutMs);
    const signal = AbortSignal.any([options.signal, timeout]);
    const before = await statuses.get({ entityRef, source: 'git' });
    try {
      await this.#import(entity, before?.head, signal);
      if (before?.failingSince) {
        logger.info(`The repository of ${entityRef} is read again`);
      }
    } catch (error) {
      if (options.signal.aborted) {
        // The portal stops. That is no failure of the repository.
        return;
      }
      const failure = explainFailure({
        error,
        entity,
        timeoutMs: timeout.aborted ? config.timeoutMs : undefined,
      });
      if (before?.error !== failure.message) {
        logger.warn(
          failure.message,
          failure.detail === undefined ? undefined : { detail: failure.detail },
        );
      }
      await statuses.recordFailure({
        entityRef,
        source: 'git',
        location: failure.location,
        error: failure.message,
      });
    }
  }

  async #import(
    entity: GitEntity,
    head: string | undefined,
    signal: AbortSignal,
  ): Promise<void> {
    const { importer, statuses, history, logger } = this.#options;
    const { entityRef } = entity;
    const location = this.#locate(entity.location);
    const pattern = ReleasePattern.parse(entity.releases);
    const { repository, origin } = await this.#open(location, signal);
    const read = await history.read({
      repository,
      location: location.display,
      origin,
      pattern,
      cursor: parseGitCursor(head),
    });
    const cursor = {
      location: location.display,
      head: formatGitCursor(read.cursor),
    };
    if (!read.batch) {
      await statuses.recordSuccess({ entityRef, source: 'git', ...cursor });
      return;
    }
    const { records, replace, releases } = read.batch;
    const result = await importer.importRecords({
      entityRef,
      records,
      provenance: { source: 'git', demo: false },
      replace,
      releases,
      cursor,
    });
    logger.debug(
      `Read the repository of ${entityRef}: ${result.accepted} new records, ${result.duplicate} known`,
    );
    if (result.rejected > 0) {
      logger.warn(
        `${result.rejected} records of the repository of ${entityRef} were not taken, the first because ${result.rejections[0]?.reason}`,
      );
    }
  }

  #locate(value: string): GitLocation {
    const { config, repositories } = this.#options;
    const own = repositories.addressOf(value);
    return own
      ? {
          type: 'repository',
          name: own.name,
          display: formatRepositoryPath({ name: own.name }),
        }
      : parseGitLocation({ value, allowedHosts: config.allowedHosts });
  }

  async #open(
    location: GitLocation,
    signal: AbortSignal,
  ): Promise<{ repository: GitRepository; origin: string }> {
    const { config, mirror, repositories } = this.#options;
    if (location.type === 'url') {
      const gitDir = await mirror.update(location, { signal });
      return {
        repository: await GitRepository.open({
          gitDir,
          headRefs: [MIRROR_HEAD],
          signal,
        }),
        origin: digest(location.url),
      };
    }
    const gitDir =
      location.type === 'repository'
        ? await repositories.gitDirOf(location.name)
        : await resolveRepositoryPath({
            path: location.path,
            baseDirectory: config.baseDirectory,
            allowedPaths: config.allowedPaths,
          });
    return {
      repository: await GitRepository.open({
        gitDir,
        headRefs: ['HEAD', 'refs/remotes/origin/HEAD'],
        signal,
      }),
      origin: digest(gitDir),
    };
  }
}
