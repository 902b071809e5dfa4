import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import type {
  AuditorService,
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { assertError, NotFoundError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type { PermissionAccess } from '@portal/backend-access';
import {
  scaffolderPortalReadPermission,
  type PriceList,
} from '@portal/plugin-scaffolder-portal-common';
import type { Request, Router } from 'express';
import { addApprovalRoutes } from './approvals/addApprovalRoutes';
import type { Approvals } from './approvals/Approvals';
import type { TemplatePreviewer } from './preview/TemplatePreviewer';
import { spec } from './schema/generated/spec';
import type { TemplateReader } from './services/TemplateReader';
import type { TemplateUpgrader } from './upgrades/TemplateUpgrader';

/**
 * The routes of openapi.yaml, which checks requests before they come here. Previews need `scaffolder-portal.preview`, upgrades
 * `scaffolder-portal.upgrade`, all else `scaffolder-portal.read`; the services check it.
 */
export function createRouter(options: {
  access: PermissionAccess;
  approvals: Approvals;
  auditor: AuditorService;
  httpAuth: HttpAuthService;
  previewer: TemplatePreviewer;
  prices?: PriceList;
  reader: TemplateReader;
  upgrader: TemplateUpgrader;
}): Router {
  const { access, approvals, auditor, httpAuth, previewer, prices } = options;
  const { reader, upgrader } = options;
  const router: Router = createValidatedOpenApiRouter(spec);

  /** Says what was asked and what became of it. What was filled into a form may be secret, and is not said. */
  async function audited<T>(
    request: Request,
    eventId: string,
    meta: JsonObject,
    answer: (credentials: BackstageCredentials) => Promise<T>,
  ): Promise<T> {
    const event = await auditor.createEvent({
      eventId,
      // Reading is said at the level that is usually not kept; what is decided is kept.
      severityLevel: request.method === 'GET' ? 'low' : 'medium',
      request,
      meta,
    });
    try {
      const credentials = await httpAuth.credentials(request, {
        allow: ['user', 'service'],
      });
      const answered = await answer(credentials);
      await event.success();
      return answered;
    } catch (error) {
      assertError(error);
      await event.fail({ error });
      throw error;
    }
  }

  router.get('/v1/prices', async (request, response) => {
    response.json(
      await audited(request, 'prices-read', {}, async credentials => {
        await access.require(credentials, scaffolderPortalReadPermission);
        if (!prices) {
          throw new NotFoundError(
            'There is no price list: scaffolderPortal.prices is not configured',
          );
        }
        return prices;
      }),
    );
  });

  router.post('/v1/preview', async (request, response) => {
    const { templateRef, values } = request.body;
    response.json(
      await audited(request, 'template-preview', { templateRef }, credentials =>
        previewer.preview(credentials, { templateRef, values }),
      ),
    );
  });

  router.get('/v1/templates', async (request, response) => {
    response.json(
      await audited(request, 'templates-read', {}, credentials =>
        reader.templates(credentials),
      ),
    );
  });

  router.get('/v1/runs', async (request, response) => {
    const { entityRef, templateRef, limit } = request.query as Record<
      string,
      string | undefined
    >;
    response.json(
      await audited(
        request,
        'runs-read',
        {
          ...(entityRef && { entityRef }),
          ...(templateRef && { templateRef }),
        },
        credentials =>
          reader.runs(credentials, {
            entityRef,
            templateRef,
            ...(limit && { limit: Number(limit) }),
          }),
      ),
    );
  });

  router.post('/v1/upgrades', async (request, response) => {
    const { entityRef, values } = request.body;
    response.json(
      await audited(request, 'template-upgrade', { entityRef }, credentials =>
        upgrader.upgrade(credentials, { entityRef, values }),
      ),
    );
  });
  addApprovalRoutes(router, { approvals, audited });
  return router;
}
