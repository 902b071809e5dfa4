import type {
  AuditorService,
  BackstageCredentials,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { assertError } from '@backstage/errors';
import type { Request, RequestHandler, Response } from 'express';

/** What a route needs to know who asks, and to write down what was done. */
export type RouteOptions = {
  auditor: AuditorService;
  httpAuth: HttpAuthService;
};

/** What is answered: a body, other content, or what `send` writes. */
export type RouteAnswer = {
  status?: number;
  body?: object;
  headers?: Record<string, string>;
  content?: string | Buffer;
  /** Writes the answer piece by piece. */
  send?: (response: Response) => Promise<void>;
  /** What was done, for the audit: how many, which. */
  meta?: Record<string, string | number>;
};

/**
 * A route that writes down who did what, and answers JSON, other content, or nothing (204).
 *
 * @param event - `isChange`: it is audited as a change, and not as a read.
 */
export function auditedRoute(
  options: RouteOptions,
  event: { eventId: string; isChange?: boolean },
  answer: (
    request: Request,
    credentials: BackstageCredentials,
  ) => Promise<RouteAnswer>,
): RequestHandler {
  const { auditor, httpAuth } = options;
  return async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const audited = await auditor.createEvent({
      eventId: event.eventId,
      severityLevel: event.isChange ? 'medium' : 'low',
      request,
      meta: { ...request.params, query: { ...request.query } },
    });
    try {
      const { status, body, headers, content, send, meta } = await answer(
        request,
        credentials,
      );
      response.set(headers ?? {});
      // Whether a file arrived is known when it was sent.
      await send?.(response);
      await audited.success({ meta });
      if (send) {
        return;
      }
      if (content !== undefined) {
        response.status(status ?? 200).send(content);
      } else if (body !== undefined) {
        response.status(status ?? 200).json(body);
      } else {
        response.status(status ?? 204).end();
      }
    } catch (error) {
      assertError(error);
      await audited.fail({ error });
      throw error;
    }
  };
}

/** A name for who did something: the user's entity, or the service. */
export function nameOf(credentials: BackstageCredentials): string {
  const principal: unknown = credentials.principal;
  if (typeof principal === 'object' && principal !== null) {
    if (
      'userEntityRef' in principal &&
      typeof principal.userEntityRef === 'string'
    ) {
      return principal.userEntityRef;
    }
    if ('subject' in principal && typeof principal.subject === 'string') {
      return principal.subject;
    }
  }
  return 'unknown';
}
