// Generated from openapi.yaml by `yarn schema`.
export const spec = {
  openapi: '3.1.0',
  info: {
    title: 'dashboards',
    version: '1',
    description:
      'Boards that people keep in the portal, the boards they begin with, and the history of dashboards in the catalog.',
    license: {
      name: 'Apache-2.0',
      identifier: 'Apache-2.0',
    },
  },
  servers: [
    {
      url: '/',
    },
  ],
  paths: {
    '/v1/schema.json': {
      get: {
        operationId: 'GetSchema',
        summary:
          'JSON Schema of the kind Dashboard with the settings of all widgets, for editors; needs no sign-in',
        responses: {
          '200': {
            description: 'JSON Schema, draft 07.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                },
              },
            },
          },
        },
      },
    },
    '/v1/boards': {
      get: {
        operationId: 'ListBoards',
        summary:
          'Own boards and those that are shared with the caller, last changed first; needs dashboards.board.read',
        parameters: [
          {
            name: 'cursor',
            in: 'query',
            required: false,
            schema: {
              type: 'string',
              maxLength: 300,
            },
          },
          {
            name: 'limit',
            in: 'query',
            required: false,
            schema: {
              type: 'integer',
              minimum: 1,
              maximum: 200,
              default: 50,
            },
          },
        ],
        responses: {
          '200': {
            description: 'A page; without a nextCursor it is the last.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: {
                        $ref: '#/components/schemas/BoardSummary',
                      },
                    },
                    nextCursor: {
                      type: 'string',
                    },
                  },
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
      post: {
        operationId: 'CreateBoard',
        summary:
          'Make a board, private at first; needs dashboards.board.create',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['title', 'spec'],
                properties: {
                  id: {
                    type: 'string',
                    pattern:
                      '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
                    description:
                      "A UUID of the caller's. Repeating the request with the same one adds no second board.",
                  },
                  title: {
                    $ref: '#/components/schemas/Title',
                  },
                  description: {
                    $ref: '#/components/schemas/Description',
                  },
                  spec: {
                    $ref: '#/components/schemas/Spec',
                  },
                  copiedFrom: {
                    type: 'string',
                    maxLength: 300,
                  },
                },
              },
            },
          },
        },
        responses: {
          '201': {
            $ref: '#/components/responses/Board',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/boards/{id}': {
      parameters: [
        {
          $ref: '#/components/parameters/id',
        },
      ],
      get: {
        operationId: 'GetBoard',
        summary: 'A board that the caller sees; needs dashboards.board.read',
        responses: {
          '200': {
            $ref: '#/components/responses/Board',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
      put: {
        operationId: 'UpdateBoard',
        summary:
          "Change what a board of one's own shows; needs dashboards.board.update",
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['title', 'spec', 'revision'],
                properties: {
                  title: {
                    $ref: '#/components/schemas/Title',
                  },
                  description: {
                    $ref: '#/components/schemas/Description',
                  },
                  spec: {
                    $ref: '#/components/schemas/Spec',
                  },
                  copiedFrom: {
                    type: 'string',
                    maxLength: 300,
                  },
                  revision: {
                    $ref: '#/components/schemas/Revision',
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            $ref: '#/components/responses/Board',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
      delete: {
        operationId: 'DeleteBoard',
        summary: "Delete a board of one's own; needs dashboards.board.delete",
        responses: {
          '204': {
            description: 'It is gone.',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/boards/{id}/sharing': {
      parameters: [
        {
          $ref: '#/components/parameters/id',
        },
      ],
      put: {
        operationId: 'ShareBoard',
        summary:
          "Say who sees a board of one's own; needs dashboards.board.share",
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['sharing', 'revision'],
                properties: {
                  sharing: {
                    $ref: '#/components/schemas/Sharing',
                  },
                  revision: {
                    $ref: '#/components/schemas/Revision',
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            $ref: '#/components/responses/Board',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/boards/{id}/yaml': {
      parameters: [
        {
          $ref: '#/components/parameters/id',
        },
      ],
      get: {
        operationId: 'ExportBoard',
        summary:
          'A board as YAML of the kind Dashboard; needs dashboards.board.read',
        responses: {
          '200': {
            description: 'One document of YAML.',
            content: {
              'application/yaml': {
                schema: {
                  type: 'string',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/home': {
      get: {
        operationId: 'GetHome',
        summary:
          'The board that the caller begins with; needs dashboards.board.read',
        responses: {
          '200': {
            $ref: '#/components/responses/Home',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
      put: {
        operationId: 'SetHome',
        summary: 'Choose the board to begin with; needs dashboards.board.read',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                properties: {
                  board: {
                    type: 'string',
                    maxLength: 300,
                    description:
                      'dashboard:<namespace>/<name>, or board:<id>. Absent: back to the default.',
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            $ref: '#/components/responses/Home',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/dashboards/{namespace}/{name}/history': {
      parameters: [
        {
          $ref: '#/components/parameters/namespace',
        },
        {
          $ref: '#/components/parameters/name',
        },
      ],
      get: {
        operationId: 'GetHistory',
        summary:
          'Versions of a dashboard that the caller may read in the catalog (catalog.entity.read), newest first',
        responses: {
          '200': {
            description: 'At most the newest 200.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: {
                        $ref: '#/components/schemas/Version',
                      },
                    },
                  },
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/dashboards/{namespace}/{name}/history/difference': {
      parameters: [
        {
          $ref: '#/components/parameters/namespace',
        },
        {
          $ref: '#/components/parameters/name',
        },
      ],
      get: {
        operationId: 'GetDifference',
        summary:
          'What changed between two versions, in lines of YAML; as GetHistory',
        parameters: [
          {
            name: 'from',
            in: 'query',
            required: true,
            description: '0 for nothing, before the first.',
            schema: {
              type: 'integer',
              minimum: 0,
              maximum: 2147483647,
            },
          },
          {
            name: 'to',
            in: 'query',
            required: true,
            schema: {
              type: 'integer',
              minimum: 1,
              maximum: 2147483647,
            },
          },
        ],
        responses: {
          '200': {
            description: 'All lines of both, those in common once.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Difference',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
  },
  components: {
    parameters: {
      id: {
        name: 'id',
        in: 'path',
        required: true,
        schema: {
          type: 'string',
          maxLength: 63,
        },
      },
      namespace: {
        name: 'namespace',
        in: 'path',
        required: true,
        schema: {
          type: 'string',
          maxLength: 63,
        },
      },
      name: {
        name: 'name',
        in: 'path',
        required: true,
        schema: {
          type: 'string',
          maxLength: 63,
        },
      },
    },
    responses: {
      Board: {
        description: 'The board.',
        content: {
          'application/json': {
            schema: {
              $ref: '#/components/schemas/Board',
            },
          },
        },
      },
      Home: {
        description:
          'The board, and whether it was chosen or is the default of a group.',
        content: {
          'application/json': {
            schema: {
              type: 'object',
              properties: {
                board: {
                  type: 'string',
                },
                chosenBy: {
                  type: 'string',
                  enum: ['person', 'group'],
                },
              },
            },
          },
        },
      },
      Error: {
        description: 'What was wrong, where, and what to do.',
        content: {
          'application/json': {
            schema: {
              $ref: '#/components/schemas/Error',
            },
          },
        },
      },
    },
    schemas: {
      Error: {
        type: 'object',
        required: ['error'],
        properties: {
          error: {
            type: 'object',
            required: ['name', 'message'],
            properties: {
              name: {
                type: 'string',
              },
              message: {
                type: 'string',
              },
            },
          },
        },
      },
      Title: {
        type: 'string',
        minLength: 1,
        maxLength: 80,
      },
      Description: {
        type: 'string',
        maxLength: 500,
      },
      Revision: {
        type: 'integer',
        minimum: 1,
        maximum: 2147483647,
        description:
          'The revision that the change is based on. Another one by now is a conflict (409).',
      },
      Spec: {
        type: 'object',
        description:
          'As spec of the kind Dashboard; schema.json has it in full.',
      },
      Sharing: {
        type: 'object',
        additionalProperties: false,
        required: ['with'],
        properties: {
          with: {
            type: 'string',
            enum: ['nobody', 'group', 'everyone'],
          },
          groupRef: {
            type: 'string',
            maxLength: 300,
            description: 'With a group, its reference.',
          },
        },
      },
      BoardSummary: {
        type: 'object',
        required: [
          'id',
          'ownerRef',
          'mine',
          'title',
          'sharing',
          'revision',
          'createdAt',
          'updatedAt',
        ],
        properties: {
          id: {
            type: 'string',
          },
          ownerRef: {
            type: 'string',
          },
          mine: {
            type: 'boolean',
          },
          title: {
            type: 'string',
          },
          description: {
            type: 'string',
          },
          copiedFrom: {
            type: 'string',
          },
          sharing: {
            $ref: '#/components/schemas/Sharing',
          },
          revision: {
            type: 'integer',
          },
          createdAt: {
            type: 'string',
            format: 'date-time',
          },
          updatedAt: {
            type: 'string',
            format: 'date-time',
          },
        },
      },
      Board: {
        allOf: [
          {
            $ref: '#/components/schemas/BoardSummary',
          },
          {
            type: 'object',
            required: ['spec'],
            properties: {
              spec: {
                $ref: '#/components/schemas/Spec',
              },
            },
          },
        ],
      },
      Version: {
        type: 'object',
        required: ['version', 'hash', 'seenAt'],
        properties: {
          version: {
            type: 'integer',
            minimum: 1,
          },
          hash: {
            type: 'string',
          },
          seenAt: {
            type: 'string',
            format: 'date-time',
          },
          commit: {
            type: 'object',
            required: ['id', 'author', 'subject', 'at'],
            properties: {
              id: {
                type: 'string',
              },
              author: {
                type: 'string',
              },
              subject: {
                type: 'string',
              },
              at: {
                type: 'string',
                format: 'date-time',
              },
            },
          },
        },
      },
      Difference: {
        type: 'object',
        required: ['from', 'to', 'lines'],
        properties: {
          from: {
            type: 'integer',
          },
          to: {
            type: 'integer',
          },
          lines: {
            type: 'array',
            items: {
              type: 'object',
              required: ['change', 'text'],
              properties: {
                change: {
                  type: 'string',
                  enum: ['added', 'removed', 'same'],
                },
                text: {
                  type: 'string',
                },
              },
            },
          },
        },
      },
    },
  },
} as const;
