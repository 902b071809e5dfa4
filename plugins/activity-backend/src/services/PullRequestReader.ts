import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import type { UserEntity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { PermissionAccess } from '@portal/backend-access';
import {
  activityReadPermission,
  type PullRequestPage,
  type PullRequestsRequest,
} from '@portal/plugin-activity-common';
import type { ActivityStore } from '../database/ActivityStore';
import type { Account } from '../database/openPullRequests';
import { accountsOf } from './accountsOf';
import type { RepositoryFinder } from './RepositoryFinder';

const usualLimit = 20;

/** What {@link PullRequestReader} works with. */
export type PullRequestReaderOptions = {
  auth: AuthService;
  catalog: CatalogService;
  finder: RepositoryFinder;
  permissions: PermissionAccess;
  store: Pick<ActivityStore, 'openPullRequests'>;
};

/**
 * Answers which pull requests are open: the caller's own, or those in the repositories of owners. Nobody can ask for those of
 * another person.
 */
export class PullRequestReader {
  readonly #options: PullRequestReaderOptions;

  private constructor(options: PullRequestReaderOptions) {
    this.#options = options;
  }

  static create(options: PullRequestReaderOptions): PullRequestReader {
    return new PullRequestReader(options);
  }

  async list(
    credentials: BackstageCredentials,
    request: PullRequestsRequest,
  ): Promise<PullRequestPage> {
    const { finder, permissions, store } = this.#options;
    await permissions.require(credentials, activityReadPermission);
    const { owners, limit = usualLimit } = request;
    const accounts = owners?.length
      ? undefined
      : await this.#accountsOfCaller(credentials);
    const { heardOf } = await finder.find(credentials, { owners });
    const { items, total } = await store.openPullRequests({
      repositoryIds: [...heardOf.keys()],
      accounts,
      limit,
    });
    return {
      items: items.map(({ repositoryId, ...pullRequest }) => ({
        ...pullRequest,
        entityRefs: heardOf.get(repositoryId) ?? [],
      })),
      total,
      ...(accounts && {
        accounts: [...new Set(accounts.map(({ name }) => name))],
      }),
    };
  }

  async #accountsOfCaller(
    credentials: BackstageCredentials,
  ): Promise<Account[]> {
    const { auth, catalog } = this.#options;
    if (!auth.isPrincipal(credentials, 'user')) {
      throw new InputError(
        'owner: a service has no pull requests of its own; name whose repositories, such as group:default/payments',
      );
    }
    const user = await catalog.getEntityByRef(
      credentials.principal.userEntityRef,
      // A person may be in the catalog without seeing people.
      { credentials: await auth.getOwnServiceCredentials() },
    );
    return user ? accountsOf(user as UserEntity) : [];
  }
}
