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
  '/v1/findings/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One finding with who saw it and what happened to it */
    get: operations['GetFinding'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/entities/{kind}/{namespace}/{name}/findings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Findings of one service, or of what belongs to a system, a domain or a group */
    get: operations['GetEntityFindings'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/reports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Reports that came, the newest first */
    get: operations['GetReports'];
    put?: never;
    /** Takes a report of a scanner as the body, as it is or as gzip */
    post: operations['SendReport'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/reports/{id}/rejections': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What of a report could not be taken, and why */
    get: operations['GetRejections'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/pulled-sources': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Where reports are fetched from, and what came of it */
    get: operations['GetPulledSources'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/scans': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The last report of each tool and scope of a service */
    get: operations['GetScans'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/scores': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Services with their scores, and what they come to together */
    get: operations['GetScores'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/entities/{kind}/{namespace}/{name}/score': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The score of a service, its grade, coverage and parts */
    get: operations['GetScore'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/entities/{kind}/{namespace}/{name}/score/history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How the score was, day by day, and when the formula changed */
    get: operations['GetScoreHistory'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/entities/{kind}/{namespace}/{name}/upgrades': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Which upgrades of a service fix what, and what each gains */
    get: operations['GetUpgrades'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/entities/{kind}/{namespace}/{name}/secrets': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How old the secrets of a service are, as Vault tells; never what they are */
    get: operations['GetSecrets'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/formula': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The formula that is in force, with its numbers and its changes */
    get: operations['GetFormula'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/statistics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What was opened, fixed and reopened, how long repairs took, and what was in time */
    get: operations['GetStatistics'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/affected': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Where a vulnerability is, or a package in a range of versions */
    get: operations['GetAffected'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/licences': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Licences in the inventories, and what the policy says of them */
    get: operations['GetLicences'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/licences/components': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Which components of which services have a licence */
    get: operations['GetLicenceComponents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/findings/triage': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Says what findings are and who looks after them, all of them or none */
    post: operations['TriageFindings'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/exceptions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Exceptions of the services whose findings the caller may read, the newest first */
    get: operations['ListExceptions'];
    put?: never;
    /** Asks to accept the risk of open findings of one service for a time */
    post: operations['ProposeException'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/exceptions/{id}/decision': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Approves, rejects or withdraws an exception; nobody decides on the own */
    post: operations['DecideException'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/entities/{kind}/{namespace}/{name}/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The findings of a service as a file */
    get: operations['ExportFindings'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/views': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The views that the caller saved */
    get: operations['ListViews'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/views/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Saves a view under a name, in place of what was there */
    put: operations['SaveView'];
    post?: never;
    /** Takes a view away; the name in the path is its id */
    delete: operations['DeleteView'];
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
    /** @description Some of open, fixed, suppressed, not-affected, false-positive, accepted, with commas between them. */
    findingState: string;
    kind: string;
    namespace: string;
    name: string;
    /** @description demo: made up for the demo organisation, by services only. */
    provenance: 'real' | 'demo';
    /** @description When something made up is said to have happened. */
    at: string;
    id: string;
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
        /** @description Some of open, fixed, suppressed, not-affected, false-positive, accepted, with commas between them. */
        state?: components['parameters']['findingState'];
        /** @description Some of critical, high, medium, low, info, unknown, with commas between them. */
        severity?: string;
        /** @description Some of vulnerability, code, secret, misconfiguration, with commas between them. */
        kind?: string;
        /** @description Names of scanners, with commas between them. */
        tool?: string;
        /** @description Some of new, confirmed, in-progress, not-affected, false-positive, with commas between them. */
        triage?: string;
        /** @description Words in the title, the name, an alias, the package or the path. */
        text?: string;
        /** @description Only those past their SLA. */
        overdue?: boolean;
        /** @description Only those with a version that fixes them, or without. */
        fixable?: boolean;
        /** @description Only those known to be exploited, or not known to be. */
        kev?: boolean;
        /** @description The name of a vulnerability, or an alias. */
        vulnerability?: string;
        /** @description The name of a package. */
        package?: string;
        /** @description The reference of a user or group. */
        assignee?: string;
        order?: 'priority' | 'severity' | 'due' | 'newest' | 'oldest';
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
  GetFinding: {
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
      /** @description The finding. */
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
  GetEntityFindings: {
    parameters: {
      query?: {
        /** @description Some of open, fixed, suppressed, not-affected, false-positive, accepted, with commas between them. */
        state?: components['parameters']['findingState'];
        /** @description The nextCursor of the page before. */
        cursor?: components['parameters']['cursor'];
        /** @description Rows of a page. */
        limit?: components['parameters']['limit'];
      };
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
  GetReports: {
    parameters: {
      query?: {
        entityRef?: string;
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
      /** @description A page of reports. */
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
  SendReport: {
    parameters: {
      query: {
        entityRef: string;
        /** @description The scanner or the format; auto, which is usual, takes what the content says. */
        tool?: string;
        /** @description The version of the software that was scanned. */
        version?: string;
        /** @description What of the service was scanned, where the report does not say. */
        scope?: string;
        /** @description demo: made up for the demo organisation, by services only. */
        provenance?: components['parameters']['provenance'];
        /** @description When something made up is said to have happened. */
        at?: components['parameters']['at'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        '*/*': string;
      };
    };
    responses: {
      /** @description What became of the report, when it can be read back. */
      201: {
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
  GetRejections: {
    parameters: {
      query?: {
        /** @description The nextCursor of the page before. */
        cursor?: components['parameters']['cursor'];
        /** @description Rows of a page. */
        limit?: components['parameters']['limit'];
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of entries, in the order of the report. */
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
  GetPulledSources: {
    parameters: {
      query?: {
        entityRef?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Those that failed first. */
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
  GetScans: {
    parameters: {
      query: {
        entityRef: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The scans. */
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
  GetScores: {
    parameters: {
      query?: {
        /** @description An entity, a system, a domain or a group. Everything that may be read by default. */
        scope?: components['parameters']['scope'];
        /** @description What comes first - the lowest score, what sank most, what has most overdue, the least covered, or by name. */
        order?: 'score' | 'change' | 'overdue' | 'coverage' | 'name';
        /** @description Grades, separated by commas; `none` for services without a score. */
        grade?: string;
        /** @description Words in the title or the name. */
        text?: string;
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
      /** @description A page of services. */
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
  GetScore: {
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
      /** @description The score. */
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
  GetScoreHistory: {
    parameters: {
      query?: {
        /** @description How far back. 180 by default. */
        days?: number;
      };
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
      /** @description A point a day that something was known of. */
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
  GetUpgrades: {
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
      /** @description The plan, most gain first. */
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
  GetSecrets: {
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
      /** @description Those that were rotated longest ago first; none, and not connected, where the portal asks no Vault. */
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
  GetFormula: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The formula. */
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
  GetStatistics: {
    parameters: {
      query: {
        /** @description An entity, a system, a domain or a group. Everything that may be read by default. */
        scope?: components['parameters']['scope'];
        /** @description The first day. */
        from: string;
        /** @description The day after the last. At most 400 days. */
        to: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The sums. */
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
  GetAffected: {
    parameters: {
      query?: {
        /** @description One of its names, such as CVE-2021-44228. Either this or a package. */
        vulnerability?: string;
        /** @description A package URL without a version, or a name, whole or its last part. */
        package?: string;
        /** @description Comparisons such as <2.17.1, by the rules of the ecosystem. Every version by default. */
        range?: string;
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
      /** @description Services with the component, and how many services can't be known. */
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
  GetLicences: {
    parameters: {
      query?: {
        /** @description An entity, a system, a domain or a group. Everything that may be read by default. */
        scope?: components['parameters']['scope'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Licences, those that are denied first. */
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
  GetLicenceComponents: {
    parameters: {
      query: {
        /** @description As the list of licences has it; empty for components without one. */
        licence: string;
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
      /** @description A page of components. */
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
  TriageFindings: {
    parameters: {
      query?: {
        /** @description demo: made up for the demo organisation, by services only. */
        provenance?: components['parameters']['provenance'];
        /** @description When something made up is said to have happened. */
        at?: components['parameters']['at'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          ids: string[];
          /** @enum {string} */
          triage?:
            | 'new'
            | 'confirmed'
            | 'in-progress'
            | 'not-affected'
            | 'false-positive';
          reason?: string;
          assignee?: string | null;
          /** @description Only of what is made up. */
          by?: string;
        };
      };
    };
    responses: {
      /** @description How many are different now. */
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
  ListExceptions: {
    parameters: {
      query?: {
        /** @description Some of proposed, approved, rejected, expired, withdrawn, with commas between them. */
        state?: string;
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
      /** @description A page of exceptions, with the counts of each state in the scope. */
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
  ProposeException: {
    parameters: {
      query?: {
        /** @description demo: made up for the demo organisation, by services only. */
        provenance?: components['parameters']['provenance'];
        /** @description When something made up is said to have happened. */
        at?: components['parameters']['at'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          findingIds: string[];
          reason: string;
          /** @description A link. */
          evidence?: string;
          /** @description An instant, at most a year ahead. */
          expiresAt: string;
          renews?: string;
          /** @description Only of what is made up. */
          requestedBy?: string;
          /** @description Only of what is made up. */
          decision?: Record<string, never>;
        };
      };
    };
    responses: {
      /** @description The exception. */
      201: {
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
  DecideException: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          decision: 'approve' | 'reject' | 'withdraw';
          reason?: string;
        };
      };
    };
    responses: {
      /** @description The exception. */
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
  ExportFindings: {
    parameters: {
      query: {
        format: 'sarif' | 'cyclonedx-vex' | 'csv';
        /** @description Only what this tool sees. Absent, SARIF has a run of each. */
        tool?: string;
      };
      header?: never;
      path: {
        kind: string;
        namespace: string;
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description SARIF 2.1.0, CycloneDX 1.6 or comma-separated values. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Error'];
    };
  };
  ListViews: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The views, by name. */
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
  SaveView: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          query: string;
        };
      };
    };
    responses: {
      /** @description The view. */
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
  DeleteView: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is gone. */
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
