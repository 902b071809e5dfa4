// Generated from openapi.yaml by `yarn schema`.
export interface paths {
  '/v1/entities/{kind}/{namespace}/{name}/edges': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The edges that begin at an entity, its old names included, oldest first */
    get: operations['GetEdges'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/owners': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The direct owners of entities at an instant */
    post: operations['GetOwners'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/part-of': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What entities were directly part of at an instant */
    post: operations['GetPartOf'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/ancestors': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Every group, system, domain and component above entities at an instant */
    post: operations['GetAncestors'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/members': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The components below scopes, and when they belonged */
    post: operations['GetMembers'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/aliases': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The names of today */
    post: operations['ResolveAliases'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/changes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Changes after a sequence, oldest first; for services */
    get: operations['GetChanges'];
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
  schemas: {
    Error: {
      error: {
        name: string;
        message: string;
      };
    };
    Refs: string[];
    OrgEdge: {
      fromRef: string;
      /** @enum {string} */
      kind: 'existsIn' | 'ownedBy' | 'partOf' | 'childOf' | 'memberOf';
      toRef: string;
      /**
       * Format: date-time
       * @description Included. Absent: it was there when the history began.
       */
      validFrom?: string;
      /**
       * Format: date-time
       * @description Excluded. Absent: it still holds.
       */
      validTo?: string;
    };
    Interval: {
      /** Format: date-time */
      from?: string;
      /** Format: date-time */
      to?: string;
    };
    ScopeMembers: {
      scope: string;
      members: {
        ref: string;
        intervals: components['schemas']['Interval'][];
      }[];
    };
    OrgChange: {
      sequence: number;
      /** Format: date-time */
      at: string;
      /** @enum {string} */
      type: 'edge-opened' | 'edge-closed' | 'alias-added' | 'alias-removed';
      edge?: components['schemas']['OrgEdge'];
      alias?: {
        oldRef: string;
        newRef: string;
      };
    };
  };
  responses: {
    /** @description The entities in the order of the request. */
    Connected: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': {
          items: {
            ref: string;
            refs: string[];
          }[];
        };
      };
    };
    /** @description What was wrong, where, and what to do. */
    Error: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
  };
  parameters: {
    kind: string;
    namespace: string;
    name: string;
  };
  requestBodies: {
    RefsAt: {
      content: {
        'application/json': {
          refs: components['schemas']['Refs'];
          /** @description ISO 8601 date or instant. Default: now. */
          at?: string;
        };
      };
    };
  };
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  GetEdges: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        kind: components['parameters']['kind'];
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The edges. Memberships of people are not among them. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['OrgEdge'][];
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetOwners: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: components['requestBodies']['RefsAt'];
    responses: {
      200: components['responses']['Connected'];
      default: components['responses']['Error'];
    };
  };
  GetPartOf: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: components['requestBodies']['RefsAt'];
    responses: {
      200: components['responses']['Connected'];
      default: components['responses']['Error'];
    };
  };
  GetAncestors: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: components['requestBodies']['RefsAt'];
    responses: {
      200: components['responses']['Connected'];
      default: components['responses']['Error'];
    };
  };
  GetMembers: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description Groups, systems, domains, components, or `everything`. */
          scopes: string[];
          /** @description Start of the period, included. Default: the beginning. */
          from?: string;
          /** @description End of the period, excluded. Default: none. */
          to?: string;
          /** @description Who belonged at this instant, or `now`, belongs in the whole period. */
          asOf?: string;
        };
      };
    };
    responses: {
      /** @description The scopes in the order of the request. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['ScopeMembers'][];
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  ResolveAliases: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          refs: components['schemas']['Refs'];
        };
      };
    };
    responses: {
      /** @description The references in the order of the request. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              ref: string;
              currentRef: string;
            }[];
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetChanges: {
    parameters: {
      query?: {
        after?: number;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of changes; `next` is the `after` of the following one. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['OrgChange'][];
            next: number;
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
}
