import {
  ANNOTATION_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  parseLocationRef,
  type Entity,
} from '@backstage/catalog-model';
import { ConflictError, NotFoundError } from '@backstage/errors';
import type { RepositoriesService } from '@portal/plugin-repositories-node';
import type { RunStore, StoredRun } from '../database/RunStore';
import type { GithubTargets } from './GithubTargets';
import { PortalTarget } from './PortalTarget';
import type { UpgradeTarget } from './UpgradeTarget';

/** More runs than make one thing. */
const mostRuns = 100;

/** What {@link MadeRepositories} works with. */
export type MadeRepositoriesOptions = {
  /** Of the portal's pages, without a slash at its end. */
  appUrl: string;
  github: Pick<GithubTargets, 'covers' | 'find'>;
  repositories: Pick<RepositoriesService, 'addressOf' | 'find' | 'propose'>;
  store: Pick<RunStore, 'list'>;
};

/** Finds the repository of an entity, and the run that made both. */
export class MadeRepositories {
  readonly #options: MadeRepositoriesOptions;

  private constructor(options: MadeRepositoriesOptions) {
    this.#options = options;
  }

  static create(options: MadeRepositoriesOptions): MadeRepositories {
    return new MadeRepositories(options);
  }

  /** Fails where it is neither in a repository of the portal nor at GitHub, or in one that the run that made the entity did not make. */
  async find(
    entity: Entity,
    entityRef: string,
  ): Promise<{ target: UpgradeTarget; run: StoredRun }> {
    const { github, repositories, store } = this.#options;
    const runs = await store.list({
      entityRef: entityRef.toLocaleLowerCase('en-US'),
      limit: mostRuns,
    });
    const completed = runs.filter(({ status }) => status === 'completed');
    if (completed.length === 0) {
      throw new NotFoundError(
        `No run that the portal knows made ${entityRef}, so there is no template to follow`,
      );
    }
    const location = locationOf(entity);
    if (github.covers(location)) {
      return await this.#findAtGithub(location, entityRef, completed);
    }
    const address = repositories.addressOf(location);
    const repository = address && (await repositories.find(address.name));
    if (!repository) {
      throw new ConflictError(
        `${entityRef} is neither in a repository of the portal nor at a GitHub that integrations.github names; upgrades of what is elsewhere are not proposed by the portal`,
      );
    }
    // The annotation is the author's, who could name anybody's repository.
    const run = completed.find(
      ({ taskId }) => taskId === repository.origin?.taskId,
    );
    if (!run) {
      throw new ConflictError(
        `The run that made ${entityRef} did not make the repository ${repository.name}`,
      );
    }
    return {
      run,
      target: PortalTarget.create({ ...this.#options, repository }),
    };
  }

  async #findAtGithub(
    location: string,
    entityRef: string,
    runs: StoredRun[],
  ): Promise<{ target: UpgradeTarget; run: StoredRun }> {
    for (const run of runs) {
      const target = await this.#options.github.find(location, run.taskId);
      if (target) {
        return { run, target };
      }
    }
    throw new ConflictError(
      `The run that made ${entityRef} did not make the repository of ${location} with publish:github, or names it by what is only known while it runs`,
    );
  }
}

function locationOf({ metadata: { annotations = {} } }: Entity): string {
  const location =
    annotations[ANNOTATION_SOURCE_LOCATION] ?? annotations[ANNOTATION_LOCATION];
  return location === undefined ? '' : parseLocationRef(location).target;
}
