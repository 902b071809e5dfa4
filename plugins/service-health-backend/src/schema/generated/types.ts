// Generated from openapi.yaml by `yarn schema`.
export interface paths {
  '/v1/states': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Current states of many services in one call
     * @description Worst first. Only entities that the caller sees. Needs `service-health.state.read`.
     */
    get: operations['GetStates'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Everything about the health of one entity
     * @description Days are cut in UTC. Needs `service-health.state.read`.
     */
    get: operations['GetHistory'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/checks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Hand in what an external checker found
     * @description All or nothing, and idempotent: the natural key of a result is entity, environment, name and minute. Needs `service-health.check.report`.
     */
    post: operations['ReportChecks'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/maintenance': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Announce maintenance
     * @description What is found meanwhile does not count. Needs `service-health.maintenance.manage`.
     */
    post: operations['StartMaintenance'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/maintenance/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * End maintenance now, or call it off
     * @description Needs `service-health.maintenance.manage`.
     */
    delete: operations['EndMaintenance'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    /** @enum {string} */
    HealthState: 'up' | 'degraded' | 'down' | 'unknown';
    CheckState: {
      id: string;
      entityRef: string;
      environment: string;
      name: string;
      state: components['schemas']['HealthState'];
      reason?: string;
      /** Format: date-time */
      since?: string;
      /** Format: date-time */
      checkedAt?: string;
      /** @description Milliseconds. */
      latency?: number;
      /** Format: date-time */
      maintenanceUntil?: string;
      demo: boolean;
    };
    CheckStates: {
      items: components['schemas']['CheckState'][];
      counts: {
        up: number;
        degraded: number;
        down: number;
        unknown: number;
      };
      total: number;
    };
    HealthHistory: {
      entityRef: string;
      checks: (components['schemas']['CheckState'] & {
        days: Record<string, never>[];
        /** @description Seconds in each state. */
        seconds: Record<string, never>;
        /** @description Between 0 and 1. */
        availability?: number;
        budget: Record<string, never>;
      })[];
      changes: Record<string, never>[];
      maintenance: components['schemas']['MaintenanceWindow'][];
      problems: string[];
    };
    ReportedCheck: {
      entityRef: string;
      environment: string;
      name: string;
      /** @description ISO 8601; cut to the minute. */
      at: string;
      /** @enum {string} */
      state: 'up' | 'degraded' | 'down';
      /** @description For how many minutes it holds; 1 by default. */
      minutes?: number;
      latency?: number;
      reason?: string;
    };
    NewMaintenance: {
      entityRef: string;
      /** @description Absent: all. */
      environment?: string;
      /** @description ISO 8601. */
      from: string;
      /** @description ISO 8601. */
      to: string;
      reason: string;
    };
    MaintenanceWindow: {
      id: string;
      entityRef: string;
      environment?: string;
      /** Format: date-time */
      from: string;
      /** Format: date-time */
      to: string;
      reason: string;
      createdBy: string;
    };
  };
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
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  GetStates: {
    parameters: {
      query?: {
        /** @description All entities where none is named. */
        entityRef?: string[];
        /** @description By name, in any case; all where none is named. */
        environment?: string[];
        /** @description How many checks are listed; the counts are of all. 100 by default. */
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The checks and how many are in which state. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CheckStates'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetHistory: {
    parameters: {
      query: {
        entityRef: string;
        /** @description How many days, today included. 30 by default. */
        days?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Checks with their days, availability and error budget; changes, maintenance, problems. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HealthHistory'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  ReportChecks: {
    parameters: {
      query?: {
        /** @description Says that the results are made up; `portal.demo` must be on. */
        provenance?: 'demo';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          items: components['schemas']['ReportedCheck'][];
        };
      };
    };
    responses: {
      /** @description How many were taken, and how many states they changed. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            accepted: number;
            changed: number;
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  StartMaintenance: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewMaintenance'];
      };
    };
    responses: {
      /** @description The window. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MaintenanceWindow'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  EndMaintenance: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is ended. */
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
