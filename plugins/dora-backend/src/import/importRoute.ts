import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { assertError, ConflictError, InputError } from '@backstage/errors';
import { doraRecordsImportPermission } from '@portal/plugin-dora-common';
import type { RequestHandler } from 'express';
import type { DeliveryImporter } from '../services/DeliveryImporter';
import type { EntityAccess } from '../services/EntityAccess';
import { readBody, type BodyLimits } from '@portal/bulk-import';
import { readEntityRef } from './readEntityRef';

/** What the route of bulk imports needs. */
export type ImportRouteOptions = {
  access: EntityAccess;
  auditor: AuditorService;
  httpAuth: HttpAuthService;
  importer: DeliveryImporter;
  /** Whether records of a demo generator are taken. */
  demo: boolean;
  limits: BodyLimits;
};

/**
 * Takes a stream of records, of one component or of those that the lines name. It stands outside the validated router, whose
 * body parsers must not touch the stream.
 */
export function importRoute(options: ImportRouteOptions): RequestHandler {
  const { access, auditor, httpAuth, importer, demo, limits } = options;
  return async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    await access.require(credentials, doraRecordsImportPermission);
    const { entityRef: named } = request.query;
    const entityRef = named === undefined ? undefined : readEntityRef(named);
    const isDemo = readProvenance(request.query.provenance) === 'demo';
    const event = await auditor.createEvent({
      eventId: 'records-import',
      severityLevel: 'medium',
      request,
      meta: { ...(entityRef && { entityRef }), demo: isDemo },
    });
    try {
      if (isDemo && !demo) {
        throw new ConflictError(
          'Records of provenance demo are not taken while portal.demo is false in the configuration',
        );
      }
      const result = await importer.importLines({
        entityRef,
        stream: readBody(request, limits),
        provenance: { source: 'import', demo: isDemo },
      });
      const { accepted, duplicate, rejected } = result;
      await event.success({ meta: { accepted, duplicate, rejected } });
      response.status(200).json(result);
    } catch (error) {
      assertError(error);
      await event.fail({ error });
      throw error;
    }
  };
}

function readProvenance(value: unknown): 'real' | 'demo' {
  if (value === undefined || value === 'real' || value === 'demo') {
    return value ?? 'real';
  }
  throw new InputError(
    'provenance: found something else, expected real or demo',
  );
}
