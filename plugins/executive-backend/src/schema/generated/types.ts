// Generated from openapi.yaml by `yarn schema`.
export interface paths {
  '/v1/nodes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Nodes that the caller may read */
    get: operations['GetNodes'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/portfolio': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The health of a node and of what is below it */
    get: operations['GetPortfolio'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/node': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The figures of a node, and its health by week */
    get: operations['GetNodeFigures'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/services': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Where the services of a node stand, and why */
    get: operations['GetServices'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/productivity': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Throughput and stability of teams and services */
    get: operations['GetProductivity'];
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
    /** Every version of what is expected of services, newest first */
    get: operations['GetFormulas'];
    /** Makes a new version */
    put: operations['ChangeFormula'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/questions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What executives ask, answered by rules */
    get: operations['GetQuestions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/success': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How far the platform is with what it wants to reach */
    get: operations['GetSuccess'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/success/baseline': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Chooses the time that success is compared with, once */
    put: operations['LockBaseline'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/reports/{file}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A page as pdf, csv or html */
    get: operations['GetReport'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/links': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Keeps what a page shows now */
    post: operations['CreateLink'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/archive': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What was kept, newest first */
    get: operations['GetArchive'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/archive/{file}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What was kept, as it was, or as pdf, csv or html */
    get: operations['GetArchived'];
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
      request?: {
        method?: string;
        url?: string;
      };
      response: {
        statusCode: number;
      };
    };
  };
  responses: {
    /** @description The answer, as the types of executive-common say. */
    Answer: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': Record<string, never>;
      };
    };
    /** @description The file, or the answer. */
    File: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': Record<string, never>;
        'text/csv': string;
        'text/html': string;
        'application/pdf': string;
      };
    };
    /** @description An error from the backend. */
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
    /** @description everything, or a group, domain, system or component. By default the highest node that the caller may read. */
    node: string;
    /** @description How the organisation is cut. */
    hierarchy: 'organisation' | 'domains';
    /** @description The day of the snapshot, or the last one before. */
    day: string;
    /** @description The day that is compared with. */
    compare: string;
    /** @description Who belongs to the node today belongs to it all the time. */
    asOf: 'today';
    /** @description The nextCursor of the page before. */
    cursor: string;
    /** @description How many at most. */
    limit: number;
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  GetNodes: {
    parameters: {
      query?: {
        /** @description How the organisation is cut. */
        hierarchy?: components['parameters']['hierarchy'];
        /** @description Words in the title or the reference. */
        text?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Answer'];
      default: components['responses']['Error'];
    };
  };
  GetPortfolio: {
    parameters: {
      query?: {
        /** @description everything, or a group, domain, system or component. By default the highest node that the caller may read. */
        node?: components['parameters']['node'];
        /** @description How the organisation is cut. */
        hierarchy?: components['parameters']['hierarchy'];
        /** @description The day of the snapshot, or the last one before. */
        day?: components['parameters']['day'];
        /** @description The day that is compared with. */
        compare?: components['parameters']['compare'];
        /** @description Who belongs to the node today belongs to it all the time. */
        asOf?: components['parameters']['asOf'];
        /** @description How many steps below the node. Default 2. */
        depth?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Answer'];
      default: components['responses']['Error'];
    };
  };
  GetNodeFigures: {
    parameters: {
      query?: {
        /** @description everything, or a group, domain, system or component. By default the highest node that the caller may read. */
        node?: components['parameters']['node'];
        /** @description How the organisation is cut. */
        hierarchy?: components['parameters']['hierarchy'];
        /** @description The day of the snapshot, or the last one before. */
        day?: components['parameters']['day'];
        /** @description The day that is compared with. */
        compare?: components['parameters']['compare'];
        /** @description Who belongs to the node today belongs to it all the time. */
        asOf?: components['parameters']['asOf'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Answer'];
      default: components['responses']['Error'];
    };
  };
  GetServices: {
    parameters: {
      query?: {
        /** @description everything, or a group, domain, system or component. By default the highest node that the caller may read. */
        node?: components['parameters']['node'];
        /** @description How the organisation is cut. */
        hierarchy?: components['parameters']['hierarchy'];
        /** @description The day of the snapshot, or the last one before. */
        day?: components['parameters']['day'];
        /** @description The day that is compared with. */
        compare?: components['parameters']['compare'];
        /** @description Who belongs to the node today belongs to it all the time. */
        asOf?: components['parameters']['asOf'];
        /** @description The nextCursor of the page before. */
        cursor?: components['parameters']['cursor'];
        /** @description How many at most. */
        limit?: components['parameters']['limit'];
        /** @description Only where the standing is that of this pillar. */
        pillar?: string;
        /** @description Only services that stand there. */
        standing?: 'meets' | 'watch' | 'below' | 'stale' | 'unmeasured';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Answer'];
      default: components['responses']['Error'];
    };
  };
  GetProductivity: {
    parameters: {
      query?: {
        /** @description everything, or a group, domain, system or component. By default the highest node that the caller may read. */
        node?: components['parameters']['node'];
        /** @description How the organisation is cut. */
        hierarchy?: components['parameters']['hierarchy'];
        /** @description The day of the snapshot, or the last one before. */
        day?: components['parameters']['day'];
        /** @description The day that is compared with. */
        compare?: components['parameters']['compare'];
        /** @description Who belongs to the node today belongs to it all the time. */
        asOf?: components['parameters']['asOf'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Answer'];
      default: components['responses']['Error'];
    };
  };
  GetFormulas: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Answer'];
      default: components['responses']['Error'];
    };
  };
  ChangeFormula: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      200: components['responses']['Answer'];
      default: components['responses']['Error'];
    };
  };
  GetQuestions: {
    parameters: {
      query?: {
        /** @description everything, or a group, domain, system or component. By default the highest node that the caller may read. */
        node?: components['parameters']['node'];
        /** @description How the organisation is cut. */
        hierarchy?: components['parameters']['hierarchy'];
        /** @description The day of the snapshot, or the last one before. */
        day?: components['parameters']['day'];
        /** @description The day that is compared with. */
        compare?: components['parameters']['compare'];
        /** @description Who belongs to the node today belongs to it all the time. */
        asOf?: components['parameters']['asOf'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Answer'];
      default: components['responses']['Error'];
    };
  };
  GetSuccess: {
    parameters: {
      query?: {
        /** @description everything, or a group, domain, system or component. By default the highest node that the caller may read. */
        node?: components['parameters']['node'];
        /** @description How the organisation is cut. */
        hierarchy?: components['parameters']['hierarchy'];
        /** @description The day of the snapshot, or the last one before. */
        day?: components['parameters']['day'];
        /** @description The day that is compared with. */
        compare?: components['parameters']['compare'];
        /** @description Who belongs to the node today belongs to it all the time. */
        asOf?: components['parameters']['asOf'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Answer'];
      default: components['responses']['Error'];
    };
  };
  LockBaseline: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      200: components['responses']['Answer'];
      default: components['responses']['Error'];
    };
  };
  GetReport: {
    parameters: {
      query?: {
        /** @description everything, or a group, domain, system or component. By default the highest node that the caller may read. */
        node?: components['parameters']['node'];
        /** @description How the organisation is cut. */
        hierarchy?: components['parameters']['hierarchy'];
        /** @description The day of the snapshot, or the last one before. */
        day?: components['parameters']['day'];
        /** @description The day that is compared with. */
        compare?: components['parameters']['compare'];
        /** @description Who belongs to the node today belongs to it all the time. */
        asOf?: components['parameters']['asOf'];
      };
      header?: never;
      path: {
        /** @description The page or the id, and the format. */
        file: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['File'];
      default: components['responses']['Error'];
    };
  };
  CreateLink: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': Record<string, never>;
      };
    };
    responses: {
      201: components['responses']['Answer'];
      default: components['responses']['Error'];
    };
  };
  GetArchive: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Answer'];
      default: components['responses']['Error'];
    };
  };
  GetArchived: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The page or the id, and the format. */
        file: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['File'];
      default: components['responses']['Error'];
    };
  };
}
