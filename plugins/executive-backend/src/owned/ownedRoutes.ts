import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  auditedRoute,
  nameOf,
  type RouteOptions,
} from '@portal/backend-routes';
import type { OwnedKind } from '@portal/plugin-executive-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { OwnedStore } from './OwnedStore';

/** One kind of what people write down. */
export type OwnedRoute = {
  store: Pick<OwnedStore<object>, 'remove' | 'history'>;
  /** Fails with NotAllowedError where the caller may not change the item. */
  requireManage(credentials: BackstageCredentials, id: string): Promise<void>;
  /** Fails with NotAllowedError where the caller may not read the item. */
  requireRead(credentials: BackstageCredentials, id: string): Promise<void>;
};

/** Routes that take items away and tell their history. */
export function ownedRoutes(
  options: RouteOptions,
  kinds: Record<OwnedKind, OwnedRoute>,
): Router {
  const router = PromiseRouter();
  for (const [kind, { requireManage, requireRead, store }] of Object.entries(
    kinds,
  )) {
    router.delete(
      `/v1/${kind}/:id`,
      auditedRoute(
        options,
        { eventId: `executive-${kind}-delete`, isChange: true },
        async (request, credentials) => {
          const { id } = request.params;
          await requireManage(credentials, id);
          const revision = Number(request.query.revision);
          if (!Number.isSafeInteger(revision)) {
            throw new InputError(
              'revision: expected the number that the item was read with',
            );
          }
          await store.remove({ id, revision }, nameOf(credentials));
          return {};
        },
      ),
    );
    router.get(
      `/v1/${kind}/:id/history`,
      auditedRoute(
        options,
        { eventId: `executive-${kind}-history` },
        async (request, credentials) => {
          const { id } = request.params;
          await requireRead(credentials, id);
          return { body: { items: await store.history(id) } };
        },
      ),
    );
  }
  return router;
}
