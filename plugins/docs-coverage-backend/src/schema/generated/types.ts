// Generated from openapi.yaml by `yarn schema`.
export interface paths {
  '/v1/overview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Coverage against the goal, sites and broken links of a scope */
    get: operations['GetOverview'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/groups': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Coverage by owner, system or domain
     * @description Those with the most missing documentation first, at most 500.
     */
    get: operations['GetGroups'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/entities': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What counts, with its documentation, by reference */
    get: operations['GetEntities'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/broken-links': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Links within sites that lead nowhere */
    get: operations['GetBrokenLinks'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/stale-sites': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Sites that last changed long before what they document was deployed */
    get: operations['GetStaleSites'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/usage': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What is read most, and which searches found nothing
     * @description Counts of days, today included. Searches are of the whole portal, whatever the scope.
     */
    get: operations['GetUsage'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/reads': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Count opened pages of documentation and searches
     * @description For users, not for services. Entities that the caller does not see and terms that could be private do not count, which is no failure. Who sent them is not stored.
     */
    post: operations['RecordUsage'];
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
    MetricValue: {
      state: string;
      value?: number;
      unit: string;
      sampleSize: number;
      have?: number;
      need?: number;
      cure?: string;
    };
    Overview: {
      countable: number;
      documented: number;
      coverage: components['schemas']['MetricValue'];
      goal: number;
      missingUntilGoal: number;
      sites: {
        built: number;
        'not-built': number;
        failed: number;
      };
      brokenLinks: number;
      freshness: {
        fresh: number;
        stale: number;
        unknown: number;
      };
      groups?: components['schemas']['Group'][];
      /** Format: date-time */
      scannedAt?: string;
    };
    Group: {
      entityRef?: string;
      countable: number;
      documented: number;
      coverage: components['schemas']['MetricValue'];
    };
    Site: {
      entityRef: string;
      /** @enum {string} */
      state: 'built' | 'not-built' | 'failed';
      /** Format: date-time */
      builtAt?: string;
      pages: number;
      brokenLinks: number;
      truncated: boolean;
      error?: string;
    };
    CountedEntity: {
      entityRef: string;
      title: string;
      kind: string;
      type?: string;
      lifecycle?: string;
      ownerRef?: string;
      systemRef?: string;
      site?: components['schemas']['Site'];
    };
    BrokenLink: {
      entityRef: string;
      page: string;
      target: string;
      /** @enum {string} */
      reason: 'missing-page' | 'missing-anchor' | 'malformed';
    };
    StaleSites: {
      items: {
        entityRef: string;
        /** Format: date-time */
        changedAt: string;
        /** Format: date-time */
        deployedAt: string;
        daysBehind: number;
      }[];
      staleAfterDays: number;
    };
    Usage: {
      enabled: boolean;
      days: number;
      mostRead: {
        entityRef: string;
        reads: number;
      }[];
      searchesWithoutResult: {
        term: string;
        searches: number;
        withoutResult: number;
      }[];
    };
    UsageEvents: {
      reads: {
        entityRef: string;
      }[];
      searches: {
        term: string;
        found: boolean;
      }[];
    };
  };
  responses: {
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
    /** @description Complete reference of a group, a user, a system or a domain. A group includes its child groups. */
    scope: string;
    cursor: string;
    limit: number;
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  GetOverview: {
    parameters: {
      query?: {
        /** @description Complete reference of a group, a user, a system or a domain. A group includes its child groups. */
        scope?: components['parameters']['scope'];
        /** @description Also answers the groups, so that a tile needs one request. */
        by?: 'owner' | 'system' | 'domain';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The figures. They are of the last scan. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Overview'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetGroups: {
    parameters: {
      query: {
        /** @description Complete reference of a group, a user, a system or a domain. A group includes its child groups. */
        scope?: components['parameters']['scope'];
        by: 'owner' | 'system' | 'domain';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The groups. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Group'][];
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetEntities: {
    parameters: {
      query?: {
        /** @description Complete reference of a group, a user, a system or a domain. A group includes its child groups. */
        scope?: components['parameters']['scope'];
        documented?: 'documented' | 'missing';
        kind?: string;
        cursor?: components['parameters']['cursor'];
        limit?: components['parameters']['limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page; without nextCursor it is the last. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['CountedEntity'][];
            nextCursor?: string;
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetBrokenLinks: {
    parameters: {
      query?: {
        /** @description Complete reference of a group, a user, a system or a domain. A group includes its child groups. */
        scope?: components['parameters']['scope'];
        cursor?: components['parameters']['cursor'];
        limit?: components['parameters']['limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page; without nextCursor it is the last. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['BrokenLink'][];
            nextCursor?: string;
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetStaleSites: {
    parameters: {
      query?: {
        /** @description Complete reference of a group, a user, a system or a domain. A group includes its child groups. */
        scope?: components['parameters']['scope'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Those that are behind longest first, at most 100. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StaleSites'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetUsage: {
    parameters: {
      query?: {
        /** @description Complete reference of a group, a user, a system or a domain. A group includes its child groups. */
        scope?: components['parameters']['scope'];
        days?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description At most 50 each; entities that the caller does not see are left out. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Usage'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  RecordUsage: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UsageEvents'];
      };
    };
    responses: {
      /** @description They are counted, or nothing is because that is turned off. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Error'];
    };
  };
}
