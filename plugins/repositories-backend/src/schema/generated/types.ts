// Generated from openapi.yaml by `yarn schema`.
export interface paths {
  '/v1/repositories': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * All repositories, by name
     * @description Needs `repositories.read`.
     */
    get: operations['ListRepositories'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/repositories/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One repository
     * @description Needs `repositories.read`.
     */
    get: operations['GetRepository'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/repositories/{name}/content': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A folder's entries, or a file
     * @description Text of files up to 1 MiB; of larger and of binary ones only the size. Needs `repositories.read`.
     */
    get: operations['ReadRepository'];
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
    Repository: {
      name: string;
      description?: string;
      defaultBranch: string;
      /** @description What `git clone` takes. */
      cloneUrl: string;
      /** @description The page of the repository. */
      url: string;
      head: {
        id: string;
        author: string;
        /** Format: date-time */
        at: string;
        subject: string;
      };
      origin?: {
        taskId: string;
        templateRef?: string;
        createdBy?: string;
        /** Format: date-time */
        createdAt: string;
      };
    };
    RepositoryContent: {
      revision: string;
      path: string;
      commit: string;
      entries?: {
        name: string;
        /** @enum {string} */
        type: 'folder' | 'file' | 'link';
        /** @description Bytes. */
        size?: number;
      }[];
      file?: {
        /** @description Bytes. */
        size: number;
        text?: string;
      };
    };
  };
  responses: {
    /** @description 400, 401, 403 or 404, with what was wrong and what to do. */
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
    Name: string;
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  ListRepositories: {
    parameters: {
      query?: {
        /** @description That one alone, or none. */
        name?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description All of them. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Repository'][];
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetRepository: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The repository. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Repository'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  ReadRepository: {
    parameters: {
      query?: {
        /** @description A branch, a tag or a commit. */
        revision?: string;
        /** @description Without a slash at its beginning; empty for the root. */
        path?: string;
      };
      header?: never;
      path: {
        name: components['parameters']['Name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What is there. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RepositoryContent'];
        };
      };
      default: components['responses']['Error'];
    };
  };
}
