import type {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  parseEntityRef,
  stringifyEntityRef,
  type CompoundEntityRef,
} from '@backstage/catalog-model';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AuthorizeResult,
  type BasicPermission,
} from '@backstage/plugin-permission-common';
import { doraMetricsReadPermission } from '@portal/plugin-dora-common';
import type { DeliveryMetrics, DeliverySubject } from './DeliveryMetrics';

/** Names the repository whose history is an entity's delivery. */
export const deliveryGitAnnotation = 'portal/delivery-git';

/**
 * Decides who may ask about which entity, before anything is read.
 */
export class EntityAccess {
  readonly #auth: AuthService;
  readonly #permissions: PermissionsService;
  readonly #catalog: CatalogService;
  readonly #metrics: DeliveryMetrics;

  private constructor(options: EntityAccessOptions) {
    this.#auth = options.auth;
    this.#permissions = options.permissions;
    this.#catalog = options.catalog;
    this.#metrics = options.metrics;
  }

  static create(options: EntityAccessOptions): EntityAccess {
    return new EntityAccess(options);
  }

  /** Fails unless the permission is given. */
  async require(
    credentials: BackstageCredentials,
    permission: BasicPermission,
  ): Promise<void> {
    const [decision] = await this.#permissions.authorize([{ permission }], {
      credentials,
    });
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `The permission ${permission.name} is needed; ask an administrator of the portal for it`,
      );
    }
  }

  /** Whether the caller sees every entity of the catalog. */
  async seesAll(credentials: BackstageCredentials): Promise<boolean> {
    if (this.#auth.isPrincipal(credentials, 'service')) {
      return true;
    }
    const [decision] = await this.#permissions.authorizeConditional(
      [{ permission: catalogEntityReadPermission }],
      { credentials },
    );
    return decision.result === AuthorizeResult.ALLOW;
  }

  /**
   * The entity, if the caller may read delivery figures and sees it in the catalog. Facts can be there before the
   * catalog knows their entity: services may read those already.
   */
  async read(
    credentials: BackstageCredentials,
    ref: string | CompoundEntityRef,
  ): Promise<DeliverySubject> {
    const entityRef = stringifyEntityRef(
      typeof ref === 'string' ? parseEntityRef(ref) : ref,
    );
    const isService = this.#auth.isPrincipal(credentials, 'service');
    // Both at once: each is a request of its own, and the first to be refused is the answer.
    const [entity] = await Promise.all([
      this.#findEntity(entityRef, credentials),
      this.require(credentials, doraMetricsReadPermission),
    ]);
    if (entity) {
      const annotation = entity.metadata.annotations?.[deliveryGitAnnotation];
      return { entityRef, hasRepository: Boolean(annotation) };
    }
    if (isService && (await this.#metrics.isKnown(entityRef))) {
      return { entityRef, hasRepository: false };
    }
    throw new NotFoundError(
      `There is no entity ${entityRef} in the catalog that you can see; check its kind, namespace and name`,
    );
  }

  async #findEntity(entityRef: string, credentials: BackstageCredentials) {
    const isService = this.#auth.isPrincipal(credentials, 'service');
    return this.#catalog.getEntityByRef(entityRef, {
      // A token that is restricted to this plugin can't be passed on to the catalog.
      credentials: isService
        ? await this.#auth.getOwnServiceCredentials()
        : credentials,
    });
  }
}

/** What {@link EntityAccess} asks. */
export type EntityAccessOptions = {
  auth: AuthService;
  permissions: PermissionsService;
  catalog: CatalogService;
  metrics: DeliveryMetrics;
};
