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
  '/v1/investment': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Initiatives of a node, and what running and changing costs */
    get: operations['GetInvestment'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/initiatives': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Writes an initiative down */
    post: operations['CreateInitiative'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/initiatives/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Changes an initiative */
    put: operations['ChangeInitiative'];
    post?: never;
    /** Takes an initiative away */
    delete: operations['DeleteInitiative'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/initiatives/{id}/notes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Says where an initiative stands */
    post: operations['AddNote'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/initiatives/{id}/history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Every change of an initiative, newest first */
    get: operations['GetInitiativeHistory'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/exemptions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Exemptions of the services that the caller may read */
    get: operations['GetExemptions'];
    put?: never;
    /** Writes an exemption down */
    post: operations['CreateExemption'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/exemptions/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Takes an exemption away */
    delete: operations['DeleteExemption'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/exemptions/{id}/history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Every change of an exemption, newest first */
    get: operations['GetExemptionHistory'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/goals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Goals of a node and of what is below it */
    get: operations['GetGoals'];
    put?: never;
    /** Writes a goal down */
    post: operations['CreateGoal'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/goals/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Changes a goal */
    put: operations['ChangeGoal'];
    post?: never;
    /** Takes a goal away */
    delete: operations['DeleteGoal'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/goals/{id}/history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Every change of a goal, newest first */
    get: operations['GetGoalHistory'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/debt': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The register of debt of a node */
    get: operations['GetDebt'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/end-of-life': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** When support of what the services of a node run on ends */
    get: operations['GetEndOfLife'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/debt-items': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Writes debt down */
    post: operations['CreateDebt'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/debt-items/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Changes an item of debt */
    put: operations['ChangeDebt'];
    post?: never;
    /** Takes an item of debt away */
    delete: operations['DeleteDebt'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/debt-items/{id}/history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Every change of an item, newest first */
    get: operations['GetDebtHistory'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/returns': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What the services of a node are worth against what they cost */
    get: operations['GetReturns'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/returns/{kind}/{namespace}/{name}/value': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Says what a service is worth a year */
    put: operations['DeclareValue'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/returns/{kind}/{namespace}/{name}/decisions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Records what becomes of a service */
    post: operations['Decide'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/people-rates': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What the people of groups cost */
    get: operations['GetPeopleRates'];
    /** Says what the people of a group cost from a day on */
    put: operations['SetPeopleRate'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/people-rates/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Takes a rate away */
    delete: operations['DeletePeopleRate'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/people-rates/{id}/history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Every change of a rate, newest first */
    get: operations['GetPeopleRateHistory'];
    put?: never;
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
  '/v1/packs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Reports that are made every month */
    get: operations['GetPacks'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/packs/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Makes or changes a pack */
    put: operations['SavePack'];
    post?: never;
    /** Takes a pack away; what was made of it stays */
    delete: operations['DeletePack'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/packs/{id}/runs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Makes a pack now */
    post: operations['RunPack'];
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
        standing?:
          | 'meets'
          | 'watch'
          | 'below'
          | 'stale'
          | 'unmeasured'
          | 'exempt';
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
  GetInvestment: {
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
  CreateInitiative: {
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
  ChangeInitiative: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
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
  DeleteInitiative: {
    parameters: {
      query: {
        /** @description With which the item was read. */
        revision: number;
      };
      header?: never;
      path: {
        id: string;
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
  AddNote: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
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
  GetInitiativeHistory: {
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
      200: components['responses']['Answer'];
      default: components['responses']['Error'];
    };
  };
  GetExemptions: {
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
  CreateExemption: {
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
  DeleteExemption: {
    parameters: {
      query: {
        /** @description With which the item was read. */
        revision: number;
      };
      header?: never;
      path: {
        id: string;
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
  GetExemptionHistory: {
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
      200: components['responses']['Answer'];
      default: components['responses']['Error'];
    };
  };
  GetGoals: {
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
  CreateGoal: {
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
  ChangeGoal: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
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
  DeleteGoal: {
    parameters: {
      query: {
        /** @description With which the item was read. */
        revision: number;
      };
      header?: never;
      path: {
        id: string;
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
  GetGoalHistory: {
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
      200: components['responses']['Answer'];
      default: components['responses']['Error'];
    };
  };
  GetDebt: {
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
  GetEndOfLife: {
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
  CreateDebt: {
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
  ChangeDebt: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
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
  DeleteDebt: {
    parameters: {
      query: {
        /** @description With which the item was read. */
        revision: number;
      };
      header?: never;
      path: {
        id: string;
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
  GetDebtHistory: {
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
      200: components['responses']['Answer'];
      default: components['responses']['Error'];
    };
  };
  GetReturns: {
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
  DeclareValue: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        kind: string;
        namespace: string;
        name: string;
      };
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
  Decide: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        kind: string;
        namespace: string;
        name: string;
      };
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
  GetPeopleRates: {
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
  SetPeopleRate: {
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
  DeletePeopleRate: {
    parameters: {
      query: {
        /** @description With which the item was read. */
        revision: number;
      };
      header?: never;
      path: {
        id: string;
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
  GetPeopleRateHistory: {
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
  GetPacks: {
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
  SavePack: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
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
  DeletePack: {
    parameters: {
      query: {
        /** @description With which the pack was read. */
        revision: number;
      };
      header?: never;
      path: {
        id: string;
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
  RunPack: {
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
