import {
  formatRepositoryPath,
  type Repository,
} from '@portal/plugin-repositories-common';
import type {
  RenderingOptions,
  RepositoriesService,
} from '@portal/plugin-repositories-node';
import type { ProposedUpgrade, UpgradeTarget } from './UpgradeTarget';

/** A repository of the portal's own: an upgrade is a branch. */
export class PortalTarget implements UpgradeTarget {
  readonly #repository: Repository;
  readonly #repositories: Pick<RepositoriesService, 'propose'>;
  readonly #appUrl: string;

  private constructor(options: {
    appUrl: string;
    repositories: Pick<RepositoriesService, 'propose'>;
    repository: Repository;
  }) {
    this.#appUrl = options.appUrl;
    this.#repositories = options.repositories;
    this.#repository = options.repository;
  }

  static create(options: {
    /** Of the portal's pages, without a slash at its end. */
    appUrl: string;
    repositories: Pick<RepositoriesService, 'propose'>;
    repository: Repository;
  }): PortalTarget {
    return new PortalTarget(options);
  }

  get cloneUrl(): string {
    return this.#repository.cloneUrl;
  }

  async propose(options: RenderingOptions): Promise<ProposedUpgrade> {
    const { name } = this.#repository;
    const proposal = await this.#repositories.propose({ ...options, name });
    const { commit } = proposal;
    return {
      ...proposal,
      ...(commit && {
        link: `${this.#appUrl}${formatRepositoryPath({
          name,
          revision: commit,
          path: '',
        })}`,
      }),
    };
  }
}
