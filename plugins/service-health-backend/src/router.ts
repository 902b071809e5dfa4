import type {
  AuditorService,
  AuthService,
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { assertError, InputError } from '@backstage/errors';
import type { CatalogAccess, PermissionAccess } from '@portal/backend-access';
import {
  serviceHealthMaintenancePermission,
  serviceHealthReportPermission,
} from '@portal/plugin-service-health-common';
import express, { type Request, type Router } from 'express';
import type { MaintenanceStore } from './database/MaintenanceStore';
import { spec } from './schema/generated/spec';
import type { CheckImporter } from './services/CheckImporter';
import type { HealthReader } from './services/HealthReader';
import { readWindow } from './services/readWindow';

/** What the routes need. */
export type RouterOptions = {
  access: PermissionAccess;
  catalogAccess: CatalogAccess;
  auditor: AuditorService;
  auth: AuthService;
  demo: boolean;
  httpAuth: HttpAuthService;
  importer: CheckImporter;
  maintenance: MaintenanceStore;
  onChanged: (count: number) => void;
  reader: HealthReader;
};

/** The routes of openapi.yaml. */
export function createRouter(options: RouterOptions): Router {
  const {
    access,
    auth,
    catalogAccess,
    httpAuth,
    importer,
    maintenance,
    reader,
  } = options;
  const router: Router = createValidatedOpenApiRouter(spec, {
    // A thousand results with their reasons.
    middleware: [express.json({ limit: '2mb' })],
  });

  router.get('/v1/states', async (request, response) => {
    const { entityRef, environment, limit } = request.query;
    response.json(
      await reader.states(await callerOf(request), {
        entityRefs: listOf(entityRef)?.map(refOf),
        environments: listOf(environment),
        limit: Number(limit ?? 100),
      }),
    );
  });

  router.get('/v1/history', async (request, response) => {
    const { entityRef, days } = request.query;
    response.json(
      await reader.history(await callerOf(request), {
        entityRef: refOf(String(entityRef)),
        days: Number(days ?? 30),
      }),
    );
  });

  router.post('/v1/checks', async (request, response) => {
    const { items } = request.body;
    const demo = request.query.provenance === 'demo';
    const meta = { items: items.length, demo };
    const result = await audited(request, 'checks-report', meta, async who => {
      await access.require(who, serviceHealthReportPermission);
      if (demo && !options.demo) {
        throw new InputError(
          'Made-up results are taken only while portal.demo is true',
        );
      }
      return importer.take(items, { demo });
    });
    if (result.changed > 0) {
      options.onChanged(result.changed);
    }
    response.json(result);
  });

  router.post('/v1/maintenance', async (request, response) => {
    const meta = { entityRef: request.body.entityRef };
    const window = await audited(
      request,
      'maintenance-start',
      meta,
      async who => {
        await access.require(who, serviceHealthMaintenancePermission);
        const wanted = readWindow(request.body, new Date());
        await catalogAccess.requireVisible(who, [wanted.entityRef]);
        return maintenance.add({ ...wanted, createdBy: nameOf(who) });
      },
    );
    options.onChanged(1);
    response.status(201).json(window);
  });

  router.delete('/v1/maintenance/:id', async (request, response) => {
    const { id } = request.params;
    await audited(request, 'maintenance-end', { id }, async who => {
      await access.require(who, serviceHealthMaintenancePermission);
      await maintenance.end(id);
    });
    options.onChanged(1);
    response.status(204).end();
  });

  async function callerOf(request: Request): Promise<BackstageCredentials> {
    return httpAuth.credentials(request, { allow: ['user', 'service'] });
  }

  /** What the audit log is told: who changes what, and what came of it. */
  async function audited<T>(
    request: Request,
    eventId: string,
    meta: Record<string, string | number | boolean>,
    action: (who: BackstageCredentials) => Promise<T>,
  ): Promise<T> {
    const who = await callerOf(request);
    const event = await options.auditor.createEvent({
      eventId,
      severityLevel: 'medium',
      request,
      meta,
    });
    try {
      const result = await action(who);
      await event.success();
      return result;
    } catch (error) {
      assertError(error);
      await event.fail({ error });
      throw error;
    }
  }

  function nameOf(who: BackstageCredentials): string {
    return auth.isPrincipal(who, 'user')
      ? who.principal.userEntityRef
      : 'a service';
  }

  return router;
}

function listOf(value: unknown): string[] | undefined {
  return value === undefined ? undefined : [value].flat().map(String);
}

function refOf(text: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(text));
  } catch {
    throw new InputError(
      `entityRef: found "${text}", expected such as component:default/shop`,
    );
  }
}
