import type {
  AuditorService,
  AuthService,
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { assertError, ConflictError, InputError } from '@backstage/errors';
import { receiveBytes, type Patience } from '@portal/bulk-import';
import { finopsImportPermission } from '@portal/plugin-finops-common';
import type { Request, RequestHandler } from 'express';
import type { CostAccess } from '../access/CostAccess';
import type { CostFile, CostImporter } from './CostImporter';
import { readMonths } from './readMonths';

/** What the route of imports needs. */
export type ImportRouteOptions = {
  access: CostAccess;
  auditor: AuditorService;
  auth: AuthService;
  httpAuth: HttpAuthService;
  importer: CostImporter;
  /** Whether files of a demo generator are taken. */
  demo: boolean;
  patience: Patience;
};

/**
 * Takes a file of cost as the body of a request. It stands outside the validated router, whose body parsers must not touch it.
 */
export function importRoute(options: ImportRouteOptions): RequestHandler {
  const { access, auditor, httpAuth, importer, patience } = options;
  return async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    await access.require(credentials, finopsImportPermission);
    const asked = readQuery(request);
    const event = await auditor.createEvent({
      eventId: 'costs-import',
      severityLevel: 'medium',
      request,
      meta: { ...asked, months: [...asked.months] },
    });
    try {
      if (asked.demo && !options.demo) {
        throw new ConflictError(
          'Files of provenance demo are not taken while portal.demo is false in the configuration',
        );
      }
      const result = await importer.import({
        ...asked,
        kind: asked.demo ? 'demo' : 'upload',
        bytes: receiveBytes(request, patience),
        importedBy: nameOf(options.auth, credentials),
      });
      const { importId, lines, rejected, duplicate } = result;
      await event.success({ meta: { importId, lines, rejected, duplicate } });
      response.status(200).json(result);
    } catch (error) {
      assertError(error);
      await event.fail({ error });
      throw error;
    }
  };
}

type Asked = Pick<
  CostFile,
  'source' | 'months' | 'currency' | 'fileName' | 'demo'
>;

function readQuery({ query }: Request): Asked {
  const provenance = text(query.provenance, 'provenance');
  if (provenance && provenance !== 'real' && provenance !== 'demo') {
    throw new InputError(
      `provenance: found "${provenance}", expected real or demo`,
    );
  }
  const source = text(query.source, 'source') ?? 'upload';
  if (!/^[\w .:/@-]{1,200}$/.test(source)) {
    throw new InputError(
      `source: found "${source.slice(
        0,
        50,
      )}", expected 1 to 200 letters, digits, spaces and . : / @ _ -`,
    );
  }
  const currency = text(query.currency, 'currency');
  if (currency !== undefined && !/^[A-Z]{3}$/.test(currency)) {
    throw new InputError(
      `currency: found "${currency}", expected a code of ISO 4217 such as EUR`,
    );
  }
  return {
    source,
    currency,
    months: readMonths(
      text(query.period, 'period') ??
        text(query.billingPeriod, 'billingPeriod'),
    ),
    fileName: text(query.fileName, 'fileName')?.slice(0, 500),
    demo: provenance === 'demo',
  };
}

function text(value: unknown, name: string): string | undefined {
  if (value === undefined || typeof value === 'string') {
    return value || undefined;
  }
  throw new InputError(`${name}: found it more than once, expected it once`);
}

function nameOf(auth: AuthService, credentials: BackstageCredentials): string {
  if (auth.isPrincipal(credentials, 'user')) {
    return credentials.principal.userEntityRef;
  }
  return auth.isPrincipal(credentials, 'service')
    ? credentials.principal.subject
    : 'unknown';
}
