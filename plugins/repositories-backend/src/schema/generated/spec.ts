// Generated from openapi.yaml by `yarn schema`.
export const spec = {
  openapi: '3.1.0',
  info: {
    title: 'repositories',
    version: '1',
    description:
      "The Git repositories that templates made in the data folder of the portal. Cloning is below /git, by Git's smart HTTP protocol, and is not described here.",
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
    '/v1/repositories': {
      get: {
        operationId: 'ListRepositories',
        summary: 'All repositories, by name',
        description: 'Needs `repositories.read`.',
        parameters: [
          {
            name: 'name',
            in: 'query',
            description: 'That one alone, or none.',
            schema: {
              type: 'string',
              minLength: 1,
              maxLength: 50,
            },
          },
        ],
        responses: {
          '200': {
            description: 'All of them.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: {
                        $ref: '#/components/schemas/Repository',
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
    '/v1/repositories/{name}': {
      get: {
        operationId: 'GetRepository',
        summary: 'One repository',
        description: 'Needs `repositories.read`.',
        parameters: [
          {
            $ref: '#/components/parameters/Name',
          },
        ],
        responses: {
          '200': {
            description: 'The repository.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Repository',
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
    '/v1/repositories/{name}/content': {
      get: {
        operationId: 'ReadRepository',
        summary: "A folder's entries, or a file",
        description:
          'Text of files up to 1 MiB; of larger and of binary ones only the size. Needs `repositories.read`.',
        parameters: [
          {
            $ref: '#/components/parameters/Name',
          },
          {
            name: 'revision',
            in: 'query',
            description: 'A branch, a tag or a commit.',
            schema: {
              type: 'string',
              minLength: 1,
              maxLength: 100,
              default: 'main',
            },
          },
          {
            name: 'path',
            in: 'query',
            description:
              'Without a slash at its beginning; empty for the root.',
            schema: {
              type: 'string',
              maxLength: 1000,
              default: '',
            },
          },
        ],
        responses: {
          '200': {
            description: 'What is there.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/RepositoryContent',
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
      Name: {
        name: 'name',
        in: 'path',
        required: true,
        schema: {
          type: 'string',
          minLength: 1,
          maxLength: 50,
        },
      },
    },
    responses: {
      Error: {
        description:
          '400, 401, 403 or 404, with what was wrong and what to do.',
        content: {
          'application/json': {
            schema: {
              type: 'object',
            },
          },
        },
      },
    },
    schemas: {
      Repository: {
        type: 'object',
        required: ['name', 'defaultBranch', 'cloneUrl', 'url', 'head'],
        properties: {
          name: {
            type: 'string',
          },
          description: {
            type: 'string',
          },
          defaultBranch: {
            type: 'string',
          },
          cloneUrl: {
            type: 'string',
            description: 'What `git clone` takes.',
          },
          url: {
            type: 'string',
            description: 'The page of the repository.',
          },
          head: {
            type: 'object',
            required: ['id', 'author', 'at', 'subject'],
            properties: {
              id: {
                type: 'string',
              },
              author: {
                type: 'string',
              },
              at: {
                type: 'string',
                format: 'date-time',
              },
              subject: {
                type: 'string',
              },
            },
          },
          origin: {
            type: 'object',
            required: ['taskId', 'createdAt'],
            properties: {
              taskId: {
                type: 'string',
              },
              templateRef: {
                type: 'string',
              },
              createdBy: {
                type: 'string',
              },
              createdAt: {
                type: 'string',
                format: 'date-time',
              },
            },
          },
        },
      },
      RepositoryContent: {
        type: 'object',
        required: ['revision', 'path', 'commit'],
        properties: {
          revision: {
            type: 'string',
          },
          path: {
            type: 'string',
          },
          commit: {
            type: 'string',
          },
          entries: {
            type: 'array',
            items: {
              type: 'object',
              required: ['name', 'type'],
              properties: {
                name: {
                  type: 'string',
                },
                type: {
                  type: 'string',
                  enum: ['folder', 'file', 'link'],
                },
                size: {
                  type: 'integer',
                  description: 'Bytes.',
                },
              },
            },
          },
          file: {
            type: 'object',
            required: ['size'],
            properties: {
              size: {
                type: 'integer',
                description: 'Bytes.',
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
} as const;
