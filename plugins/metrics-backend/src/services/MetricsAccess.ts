import type {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { metricsValueReadPermission } from '@portal/plugin-metrics-common';
import { decisionLifetime, TtlCache } from './TtlCache';

/** What {@link MetricsAccess} asks. */
export type MetricsAccessOptions = {
  auth: AuthService;
  catalog: CatalogService;
  permissions: PermissionsService;
};

const refsPerRequest = 1000;

/** Decides who may read and publish what. Decisions are kept for ten seconds. */
export class MetricsAccess {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #permissions: PermissionsService;
  readonly #mayRead = TtlCache.create<boolean>({ lifetime: decisionLifetime });
  readonly #seesAll = TtlCache.create<boolean>({ lifetime: decisionLifetime });
  readonly #visible = TtlCache.create<Map<string, boolean>>({
    lifetime: decisionLifetime,
  });

  private constructor(options: MetricsAccessOptions) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#permissions = options.permissions;
  }

  static create(options: MetricsAccessOptions): MetricsAccess {
    return new MetricsAccess(options);
  }

  /** Fails unless the caller may read figures at all. */
  async requireRead(credentials: BackstageCredentials): Promise<void> {
    const mayRead = await this.#mayRead.get(
      this.#nameOf(credentials),
      async () => {
        const [decision] = await this.#permissions.authorize(
          [{ permission: metricsValueReadPermission }],
          { credentials },
        );
        return decision.result === AuthorizeResult.ALLOW;
      },
    );
    if (!mayRead) {
      throw new NotAllowedError(
        `The permission ${metricsValueReadPermission.name} is needed; ask an administrator of the portal for it`,
      );
    }
  }

  /** The name of the publisher. Fails unless the caller is a service. */
  requirePublisher(credentials: BackstageCredentials): string {
    if (!this.#auth.isPrincipal(credentials, 'service')) {
      throw new NotAllowedError(
        'Metrics are published by plugins and services; use a service token',
      );
    }
    return credentials.principal.subject;
  }

  /** Who the questions to other plugins are asked for: a token of a service that is restricted can't be passed on. */
  async passOn(
    credentials: BackstageCredentials,
  ): Promise<BackstageCredentials> {
    return this.#auth.isPrincipal(credentials, 'service')
      ? this.#auth.getOwnServiceCredentials()
      : credentials;
  }

  /**
   * Which of the entities the caller sees in the catalog; undefined if all. Services see all, also what is gone, and so does who
   * may read any entity.
   */
  async visible(
    credentials: BackstageCredentials,
    refs: string[],
  ): Promise<{ has(ref: string): boolean } | undefined> {
    if (this.#auth.isPrincipal(credentials, 'service')) {
      return undefined;
    }
    const name = this.#nameOf(credentials);
    const seesAll = await this.#seesAll.get(name, async () => {
      const [decision] = await this.#permissions.authorizeConditional(
        [{ permission: catalogEntityReadPermission }],
        { credentials },
      );
      return decision.result === AuthorizeResult.ALLOW;
    });
    if (seesAll) {
      return undefined;
    }
    const known = await this.#visible.get(name, async () => new Map());
    const unknown = [...new Set(refs)].filter(ref => !known.has(ref));
    await this.#askCatalog(credentials, unknown, known);
    return { has: ref => known.get(ref) ?? false };
  }

  async #askCatalog(
    credentials: BackstageCredentials,
    refs: string[],
    known: Map<string, boolean>,
  ): Promise<void> {
    for (let start = 0; start < refs.length; start += refsPerRequest) {
      const entityRefs = refs.slice(start, start + refsPerRequest);
      const { items } = await this.#catalog.getEntitiesByRefs(
        { entityRefs, fields: ['kind'] },
        { credentials },
      );
      for (const [index, item] of items.entries()) {
        known.set(entityRefs[index], Boolean(item));
      }
    }
  }

  #nameOf(credentials: BackstageCredentials): string {
    if (this.#auth.isPrincipal(credentials, 'user')) {
      return credentials.principal.userEntityRef;
    }
    if (this.#auth.isPrincipal(credentials, 'service')) {
      return `service ${credentials.principal.subject}`;
    }
    return 'nobody';
  }
}
