// Generated from openapi.yaml by `yarn schema`.
export interface paths {
  '/v1/schema.json': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** JSON Schema of the kind Dashboard with the settings of all widgets, for editors; needs no sign-in */
    get: operations['GetSchema'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/boards': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Own boards and those that are shared with the caller, last changed first; needs dashboards.board.read */
    get: operations['ListBoards'];
    put?: never;
    /** Make a board, private at first; needs dashboards.board.create */
    post: operations['CreateBoard'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/boards/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    /** A board that the caller sees; needs dashboards.board.read */
    get: operations['GetBoard'];
    /** Change what a board of one's own shows; needs dashboards.board.update */
    put: operations['UpdateBoard'];
    post?: never;
    /** Delete a board of one's own; needs dashboards.board.delete */
    delete: operations['DeleteBoard'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/boards/{id}/sharing': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    get?: never;
    /** Say who sees a board of one's own; needs dashboards.board.share */
    put: operations['ShareBoard'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/boards/{id}/yaml': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    /** A board as YAML of the kind Dashboard; needs dashboards.board.read */
    get: operations['ExportBoard'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/home': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The board that the caller begins with; needs dashboards.board.read */
    get: operations['GetHome'];
    /** Choose the board to begin with; needs dashboards.board.read */
    put: operations['SetHome'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/dashboards/{namespace}/{name}/history': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    /** Versions of a dashboard that the caller may read in the catalog (catalog.entity.read), newest first */
    get: operations['GetHistory'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/dashboards/{namespace}/{name}/history/difference': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    /** What changed between two versions, in lines of YAML; as GetHistory */
    get: operations['GetDifference'];
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
    Title: string;
    Description: string;
    /** @description The revision that the change is based on. Another one by now is a conflict (409). */
    Revision: number;
    /** @description As spec of the kind Dashboard; schema.json has it in full. */
    Spec: Record<string, never>;
    Sharing: {
      /** @enum {string} */
      with: 'nobody' | 'group' | 'everyone';
      /** @description With a group, its reference. */
      groupRef?: string;
    };
    BoardSummary: {
      id: string;
      ownerRef: string;
      mine: boolean;
      title: string;
      description?: string;
      copiedFrom?: string;
      sharing: components['schemas']['Sharing'];
      revision: number;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      updatedAt: string;
    };
    Board: components['schemas']['BoardSummary'] & {
      spec: components['schemas']['Spec'];
    };
    Version: {
      version: number;
      hash: string;
      /** Format: date-time */
      seenAt: string;
      commit?: {
        id: string;
        author: string;
        subject: string;
        /** Format: date-time */
        at: string;
      };
    };
    Difference: {
      from: number;
      to: number;
      lines: {
        /** @enum {string} */
        change: 'added' | 'removed' | 'same';
        text: string;
      }[];
    };
  };
  responses: {
    /** @description The board. */
    Board: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Board'];
      };
    };
    /** @description The board, and whether it was chosen or is the default of a group. */
    Home: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': {
          board?: string;
          /** @enum {string} */
          chosenBy?: 'person' | 'group';
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
    id: string;
    namespace: string;
    name: string;
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  GetSchema: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description JSON Schema, draft 07. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
    };
  };
  ListBoards: {
    parameters: {
      query?: {
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page; without a nextCursor it is the last. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['BoardSummary'][];
            nextCursor?: string;
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  CreateBoard: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description A UUID of the caller's. Repeating the request with the same one adds no second board. */
          id?: string;
          title: components['schemas']['Title'];
          description?: components['schemas']['Description'];
          spec: components['schemas']['Spec'];
          copiedFrom?: string;
        };
      };
    };
    responses: {
      201: components['responses']['Board'];
      default: components['responses']['Error'];
    };
  };
  GetBoard: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Board'];
      default: components['responses']['Error'];
    };
  };
  UpdateBoard: {
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
          title: components['schemas']['Title'];
          description?: components['schemas']['Description'];
          spec: components['schemas']['Spec'];
          copiedFrom?: string;
          revision: components['schemas']['Revision'];
        };
      };
    };
    responses: {
      200: components['responses']['Board'];
      default: components['responses']['Error'];
    };
  };
  DeleteBoard: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['id'];
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
  ShareBoard: {
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
          sharing: components['schemas']['Sharing'];
          revision: components['schemas']['Revision'];
        };
      };
    };
    responses: {
      200: components['responses']['Board'];
      default: components['responses']['Error'];
    };
  };
  ExportBoard: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One document of YAML. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/yaml': string;
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetHome: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['Home'];
      default: components['responses']['Error'];
    };
  };
  SetHome: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description dashboard:<namespace>/<name>, or board:<id>. Absent: back to the default. */
          board?: string;
        };
      };
    };
    responses: {
      200: components['responses']['Home'];
      default: components['responses']['Error'];
    };
  };
  GetHistory: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description At most the newest 200. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Version'][];
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetDifference: {
    parameters: {
      query: {
        /** @description 0 for nothing, before the first. */
        from: number;
        to: number;
      };
      header?: never;
      path: {
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description All lines of both, those in common once. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Difference'];
        };
      };
      default: components['responses']['Error'];
    };
  };
}
