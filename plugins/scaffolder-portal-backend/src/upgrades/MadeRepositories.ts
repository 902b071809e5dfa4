import {
  ANNOTATION_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  parseLocationRef,
  type Entity,
} from '@backstage/catalog-model';
import { ConflictError, NotFoundError } from '@backstage/errors';
import type { Repository } from '@portal/plugin-repositories-common';
import type { RepositoriesService } from '@portal/plugin-repositories-node';
import type { RunStore, StoredRun } from '../database/RunStore';

/** More runs than make one thing. */
const mostRuns = 100;

/** What {@link MadeRepositories} works with. */
export type MadeRepositoriesOptions = {
  repositories: Pick<RepositoriesService, 'addressOf' | 'find'>;
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

  /** Fails where it is not in a repository of the portal, or that was not made by the run that made the entity. */
  async find(
    entity: Entity,
    entityRef: string,
  ): Promise<{ repository: Repository; run: StoredRun }> {
    const { repositories, store } = this.#options;
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
    const address = repositories.addressOf(targetOf(entity));
    const repository = address && (await repositories.find(address.name));
    if (!repository) {
      throw new ConflictError(
        `${entityRef} is in no repository of the portal; upgrades of what is at a Git host are not proposed by the portal`,
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
    return { repository, run };
  }
}

function targetOf({ metadata: { annotations = {} } }: Entity): string {
  const location =
    annotations[ANNOTATION_SOURCE_LOCATION] ?? annotations[ANNOTATION_LOCATION];
  return location === undefined ? '' : parseLocationRef(location).target;
}
