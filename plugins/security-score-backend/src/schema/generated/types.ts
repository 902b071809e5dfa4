// Generated from openapi.yaml by `yarn schema`.
export interface paths {
  '/v1/findings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Findings of the services whose findings the caller may read */
    get: operations['GetFindings'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: never;
  responses: {
    /** @description What was wrong, where, and what to do. */
    Error: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': Record<string, never>;
      };
    };
  };
  parameters: {
    /** @description An entity, a system, a domain or a group. Everything that may be read by default. */
    scope: string;
    /** @description The nextCursor of the page before. */
    cursor: string;
    /** @description Rows of a page. */
    limit: number;
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  GetFindings: {
    parameters: {
      query?: {
        /** @description An entity, a system, a domain or a group. Everything that may be read by default. */
        scope?: components['parameters']['scope'];
        /** @description The nextCursor of the page before. */
        cursor?: components['parameters']['cursor'];
        /** @description Rows of a page. */
        limit?: components['parameters']['limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of findings, with the counts of all that fit. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Error'];
    };
  };
}
