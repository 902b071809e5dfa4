// Generated from openapi.yaml by `yarn schema`.
export interface paths {
  '/v1/activity': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What happened in repositories lately
     * @description The latest of what happened in repositories of components that the caller sees. Sorts of parameters are joined by "and", several of one sort by "or". Needs `activity.read`.
     */
    get: operations['ListActivity'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/pull-requests': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Pull requests that are open, the latest first
     * @description The caller's own, or those in repositories of components that owners have. There is no way to ask for those of another person.
     */
    get: operations['ListPullRequests'];
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
    /** @enum {string} */
    ActivityKind:
      | 'push'
      | 'pull-request'
      | 'review'
      | 'issue'
      | 'release'
      | 'workflow-run';
    Activity: {
      id: string;
      /** @enum {string} */
      source: 'github' | 'gitlab' | 'azure-devops' | 'generic';
      kind: components['schemas']['ActivityKind'];
      repository: string;
      entityRefs: string[];
      title: string;
      detail?: string;
      actor?: string;
      /** Format: date-time */
      at: string;
      url?: string;
      /** @enum {string} */
      state?:
        | 'created'
        | 'deleted'
        | 'forced'
        | 'opened'
        | 'draft'
        | 'ready'
        | 'merged'
        | 'closed'
        | 'reopened'
        | 'approved'
        | 'changes-requested'
        | 'commented'
        | 'dismissed'
        | 'published'
        | 'pre-release'
        | 'queued'
        | 'waiting'
        | 'running'
        | 'success'
        | 'failure'
        | 'cancelled'
        | 'skipped';
      demo: boolean;
    };
    ActivityPage: {
      items: components['schemas']['Activity'][];
      nextCursor?: string;
      repositories: number;
      watched?: string[];
    };
    PullRequest: {
      /** @enum {string} */
      source: 'github' | 'gitlab' | 'azure-devops' | 'generic';
      repository: string;
      entityRefs: string[];
      number: string;
      title: string;
      url?: string;
      author?: string;
      /** Format: date-time */
      openedAt: string;
      draft: boolean;
      /** @enum {string} */
      review?: 'approved' | 'changes-requested';
      demo: boolean;
    };
    PullRequestPage: {
      items: components['schemas']['PullRequest'][];
      total: number;
      accounts?: string[];
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
  ListActivity: {
    parameters: {
      query?: {
        /** @description With or without host, in any case, such as github.com/team/shop or team/shop. */
        repository?: string[];
        /** @description A component, or a system or domain, which stands for its components. */
        entityRef?: string[];
        /** @description A group or user, for the components that it or a group within it owns. */
        owner?: string[];
        kind?: components['schemas']['ActivityKind'][];
        /** @description nextCursor of the page before. */
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Newest first. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ActivityPage'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  ListPullRequests: {
    parameters: {
      query?: {
        /** @description Groups or users: those in repositories of components that they own, or that groups within them own. The caller's own where there is none. */
        owner?: string[];
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The latest first. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PullRequestPage'];
        };
      };
      default: components['responses']['Error'];
    };
  };
}
