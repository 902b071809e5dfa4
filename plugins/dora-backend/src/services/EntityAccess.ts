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
import { NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { BasicPermission } from '@backstage/plugin-permission-common';
import {
  callerOf,
  CatalogAccess,
  decisionLifetime,
  PermissionAccess,
  TtlCache,
} from '@portal/backend-access';
import { doraMetricsReadPermission } from '@portal/plugin-dora-common';
import type { DeliveryMetrics, DeliverySubject } from './DeliveryMetrics';

/** Names the repository whose history is an entity's delivery. */
export const deliveryGitAnnotation = 'portal/delivery-git';

/**
 * Decides who may ask about which entity, before anything is read. What was decided, and what the catalog said, holds for some
 * seconds: each is a request of its own, and dearer than most of what is asked for.
 */
export class EntityAccess {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #metrics: DeliveryMetrics;
  readonly #permissionAccess: PermissionAccess;
  readonly #catalogAccess: CatalogAccess;
  readonly #subjects = TtlCache.create<DeliverySubject>({
    lifetime: decisionLifetime,
  });

  private constructor(options: EntityAccessOptions) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#metrics = options.metrics;
    this.#permissionAccess = PermissionAccess.create(options);
    this.#catalogAccess = CatalogAccess.create(options);
  }

  static create(options: EntityAccessOptions): EntityAccess {
    return new EntityAccess(options);
  }

  /** Fails unless the permission is given. */
  async require(
    credentials: BackstageCredentials,
    permission: BasicPermission,
  ): Promise<void> {
    await this.#permissionAccess.require(credentials, permission);
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
    // Both at once: each is a request of its own. Who may read nothing is told that, and not what there is.
    const [permission, subject] = await Promise.allSettled([
      this.require(credentials, doraMetricsReadPermission),
      this.#find(credentials, entityRef),
    ]);
    if (permission.status === 'rejected') {
      throw permission.reason;
    }
    if (subject.status === 'fulfilled') {
      return subject.value;
    }
    const isService = this.#auth.isPrincipal(credentials, 'service');
    const isUnknown = subject.reason instanceof NotFoundError;
    if (isService && isUnknown && (await this.#metrics.isKnown(entityRef))) {
      return { entityRef, hasRepository: false };
    }
    throw subject.reason;
  }

  /** What is not there is a failure, which is not kept: one that was just registered is asked for again and again. */
  async #find(
    credentials: BackstageCredentials,
    entityRef: string,
  ): Promise<DeliverySubject> {
    // Who sees all is answered the same, and the catalog need not ask who that is.
    const seesAll = await this.#catalogAccess.seesAll(credentials);
    const caller = seesAll ? 'all' : callerOf(credentials);
    return this.#subjects.get(`${entityRef} ${caller}`, async () => {
      const entity = await this.#catalog.getEntityByRef(entityRef, {
        credentials: seesAll
          ? await this.#auth.getOwnServiceCredentials()
          : credentials,
      });
      if (!entity) {
        throw new NotFoundError(
          `There is no entity ${entityRef} in the catalog that you can see; check its kind, namespace and name`,
        );
      }
      const annotation = entity.metadata.annotations?.[deliveryGitAnnotation];
      return { entityRef, hasRepository: Boolean(annotation) };
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
