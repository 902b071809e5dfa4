import type { AuthService } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { receiveBytes, type Patience } from '@portal/bulk-import';
import {
  securityFindingTriagePermission,
  securityReportImportPermission,
} from '@portal/plugin-security-score-common';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { SecurityAccess } from '../access/SecurityAccess';
import {
  auditedRoute,
  nameOf,
  parseInput,
  type RouteOptions,
} from '@portal/backend-routes';
import { repositoryOf } from './repositoryOf';
import type { ReportImporter } from './ReportImporter';

/** What the route of reports needs. */
export type ImportRouteOptions = RouteOptions & {
  access: SecurityAccess;
  auth: AuthService;
  catalog: CatalogService;
  importer: Pick<ReportImporter, 'import'>;
  /** Whether what a demo generator made up is taken. */
  demo: boolean;
  patience?: Patience;
};

const usualPatience: Patience = { idleTimeout: 60_000 };

const text = (most: number) =>
  z
    .string()
    .max(most, `expected at most ${most} characters`)
    .refine(value => !value.includes('\0'), 'expected text without zero bytes');

const querySchema = z.object({
  entityRef: text(300).min(1, 'expected the reference of a component'),
  tool: text(100).optional(),
  version: text(200).optional(),
  scope: text(300).optional(),
  provenance: z.enum(['real', 'demo']).optional(),
  at: z.iso
    .datetime({
      offset: true,
      message: 'expected an instant such as 2026-01-31T10:00:00Z',
    })
    .optional(),
});

/**
 * Takes a report as the body of a request. It stands before the validated routes, whose parsers of bodies must not touch it.
 */
export function importRoute(options: ImportRouteOptions): RequestHandler {
  const { importer, patience = usualPatience } = options;
  return auditedRoute(
    options,
    { eventId: 'security-report-import', isChange: true },
    async (request, credentials) => {
      const query = parseInput(querySchema, request.query, 'query');
      const entityRef = readRef(query.entityRef);
      await requireImport(options, credentials, entityRef);
      requireDemo(options, credentials, query);
      const entity = await options.catalog.getEntityByRef(entityRef, {
        credentials: await options.auth.getOwnServiceCredentials(),
      });
      if (!entity) {
        throw new NotFoundError(
          `There is no ${entityRef} in the catalog; check its kind, namespace and name`,
        );
      }
      const receipt = await importer.import({
        entityRef,
        bytes: receiveBytes(request, patience),
        tool: query.tool,
        version: query.version,
        scope: query.scope,
        repository: repositoryOf(entity),
        sentBy: nameOf(credentials),
        demo: query.provenance === 'demo',
        at: query.at === undefined ? undefined : new Date(query.at),
      });
      return { status: 201, body: receipt };
    },
  );
}

/** Who may send any report, or may work on the findings of this service. */
async function requireImport(
  { access }: ImportRouteOptions,
  credentials: BackstageCredentials,
  entityRef: string,
): Promise<void> {
  if (await access.may(credentials, securityReportImportPermission)) {
    return;
  }
  if (!(await access.may(credentials, securityFindingTriagePermission))) {
    await access.require(credentials, securityReportImportPermission);
  }
  await access.requireFindings(credentials, entityRef);
}

function requireDemo(
  { auth, demo }: ImportRouteOptions,
  credentials: BackstageCredentials,
  query: z.output<typeof querySchema>,
): void {
  const isDemo = query.provenance === 'demo';
  if (query.at !== undefined && !isDemo) {
    throw new InputError(
      'at: only reports of provenance demo say when they came; leave it out',
    );
  }
  if (!isDemo) {
    return;
  }
  if (!demo) {
    throw new InputError(
      'Reports of provenance demo are not taken while portal.demo is false in the configuration',
    );
  }
  if (!auth.isPrincipal(credentials, 'service')) {
    throw new NotAllowedError(
      'Reports of provenance demo are taken from services only',
    );
  }
}

function readRef(value: string): string {
  try {
    return stringifyEntityRef(
      parseEntityRef(value, { defaultKind: 'component' }),
    );
  } catch {
    throw new InputError(
      `entityRef: found "${value}", expected the reference of an entity such as component:default/shop`,
    );
  }
}
