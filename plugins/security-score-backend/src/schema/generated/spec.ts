// Generated from openapi.yaml by `yarn schema`.
export const spec = {
  openapi: '3.1.0',
  info: {
    title: 'security-score',
    version: '1',
    description:
      'Reports of scanners as one list of findings, the score of services, and the work on both.',
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
    '/v1/findings': {
      get: {
        operationId: 'GetFindings',
        summary: 'Findings of the services whose findings the caller may read',
        parameters: [
          {
            $ref: '#/components/parameters/scope',
          },
          {
            $ref: '#/components/parameters/cursor',
          },
          {
            $ref: '#/components/parameters/limit',
          },
        ],
        responses: {
          '200': {
            description: 'A page of findings, with the counts of all that fit.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
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
      scope: {
        name: 'scope',
        in: 'query',
        allowReserved: true,
        required: false,
        description:
          'An entity, a system, a domain or a group. Everything that may be read by default.',
        schema: {
          type: 'string',
          maxLength: 300,
        },
      },
      cursor: {
        name: 'cursor',
        in: 'query',
        allowReserved: true,
        required: false,
        description: 'The nextCursor of the page before.',
        schema: {
          type: 'string',
          maxLength: 2000,
        },
      },
      limit: {
        name: 'limit',
        in: 'query',
        required: false,
        description: 'Rows of a page.',
        schema: {
          type: 'integer',
          minimum: 1,
          maximum: 200,
        },
      },
    },
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
  },
} as const;
