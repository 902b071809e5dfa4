// Generated from openapi.yaml by `yarn schema`.
export const spec = {
  openapi: '3.1.0',
  info: {
    title: 'activity',
    version: '1',
    description: 'What happens in repositories.',
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
    '/v1/activity': {
      get: {
        operationId: 'ListActivity',
        summary: 'What happened in repositories lately',
        description:
          'The latest of what happened in repositories of components that the caller sees. Sorts of parameters are joined by "and", several of one sort by "or". Needs `activity.read`.',
        parameters: [
          {
            name: 'repository',
            in: 'query',
            description:
              'With or without host, in any case, such as github.com/team/shop or team/shop.',
            schema: {
              type: 'array',
              maxItems: 100,
              items: {
                type: 'string',
                minLength: 1,
                maxLength: 300,
              },
            },
          },
          {
            name: 'entityRef',
            in: 'query',
            description:
              'A component, or a system or domain, which stands for its components.',
            schema: {
              type: 'array',
              maxItems: 100,
              items: {
                type: 'string',
                minLength: 1,
                maxLength: 300,
              },
            },
          },
          {
            name: 'owner',
            in: 'query',
            description:
              'A group or user, for the components that it or a group within it owns.',
            schema: {
              type: 'array',
              maxItems: 100,
              items: {
                type: 'string',
                minLength: 1,
                maxLength: 300,
              },
            },
          },
          {
            name: 'kind',
            in: 'query',
            schema: {
              type: 'array',
              maxItems: 6,
              items: {
                $ref: '#/components/schemas/ActivityKind',
              },
            },
          },
          {
            name: 'cursor',
            in: 'query',
            description: 'nextCursor of the page before.',
            schema: {
              type: 'string',
              minLength: 1,
              maxLength: 500,
            },
          },
          {
            name: 'limit',
            in: 'query',
            schema: {
              type: 'integer',
              minimum: 1,
              maximum: 100,
              default: 20,
            },
          },
        ],
        responses: {
          '200': {
            description: 'Newest first.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/ActivityPage',
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
    '/v1/pull-requests': {
      get: {
        operationId: 'ListPullRequests',
        summary: 'Pull requests that are open, the latest first',
        description:
          "The caller's own, or those in repositories of components that owners have. There is no way to ask for those of another person.",
        parameters: [
          {
            name: 'owner',
            in: 'query',
            description:
              "Groups or users: those in repositories of components that they own, or that groups within them own. The caller's own where there is none.",
            schema: {
              type: 'array',
              maxItems: 100,
              items: {
                type: 'string',
                minLength: 1,
                maxLength: 300,
              },
            },
          },
          {
            name: 'limit',
            in: 'query',
            schema: {
              type: 'integer',
              minimum: 1,
              maximum: 100,
              default: 20,
            },
          },
        ],
        responses: {
          '200': {
            description: 'The latest first.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/PullRequestPage',
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
    responses: {
      Error: {
        description: 'What was wrong, where, and what to do.',
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
      ActivityKind: {
        type: 'string',
        enum: [
          'push',
          'pull-request',
          'review',
          'issue',
          'release',
          'workflow-run',
        ],
      },
      Activity: {
        type: 'object',
        required: [
          'id',
          'source',
          'kind',
          'repository',
          'entityRefs',
          'title',
          'at',
          'demo',
        ],
        properties: {
          id: {
            type: 'string',
          },
          source: {
            type: 'string',
            enum: ['github', 'gitlab', 'azure-devops', 'generic'],
          },
          kind: {
            $ref: '#/components/schemas/ActivityKind',
          },
          repository: {
            type: 'string',
          },
          entityRefs: {
            type: 'array',
            items: {
              type: 'string',
            },
          },
          title: {
            type: 'string',
          },
          detail: {
            type: 'string',
          },
          actor: {
            type: 'string',
          },
          at: {
            type: 'string',
            format: 'date-time',
          },
          url: {
            type: 'string',
          },
          state: {
            type: 'string',
            enum: [
              'created',
              'deleted',
              'forced',
              'opened',
              'draft',
              'ready',
              'merged',
              'closed',
              'reopened',
              'approved',
              'changes-requested',
              'commented',
              'dismissed',
              'published',
              'pre-release',
              'queued',
              'waiting',
              'running',
              'success',
              'failure',
              'cancelled',
              'skipped',
            ],
          },
          demo: {
            type: 'boolean',
          },
        },
      },
      ActivityPage: {
        type: 'object',
        required: ['items', 'repositories'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Activity',
            },
          },
          nextCursor: {
            type: 'string',
          },
          repositories: {
            type: 'integer',
          },
          watched: {
            type: 'array',
            items: {
              type: 'string',
            },
          },
        },
      },
      PullRequest: {
        type: 'object',
        required: [
          'source',
          'repository',
          'entityRefs',
          'number',
          'title',
          'openedAt',
          'draft',
          'demo',
        ],
        properties: {
          source: {
            type: 'string',
            enum: ['github', 'gitlab', 'azure-devops', 'generic'],
          },
          repository: {
            type: 'string',
          },
          entityRefs: {
            type: 'array',
            items: {
              type: 'string',
            },
          },
          number: {
            type: 'string',
          },
          title: {
            type: 'string',
          },
          url: {
            type: 'string',
          },
          author: {
            type: 'string',
          },
          openedAt: {
            type: 'string',
            format: 'date-time',
          },
          draft: {
            type: 'boolean',
          },
          review: {
            type: 'string',
            enum: ['approved', 'changes-requested'],
          },
          demo: {
            type: 'boolean',
          },
        },
      },
      PullRequestPage: {
        type: 'object',
        required: ['items', 'total'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/PullRequest',
            },
          },
          total: {
            type: 'integer',
          },
          accounts: {
            type: 'array',
            items: {
              type: 'string',
            },
          },
        },
      },
    },
  },
} as const;
