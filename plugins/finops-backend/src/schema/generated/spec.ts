// Generated from openapi.yaml by `yarn schema`.
export const spec = {
  openapi: '3.1.0',
  info: {
    title: 'finops',
    version: '1',
    description:
      'What entities cost, from files in the FOCUS format. Amounts are exact decimals as text.',
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
    '/v1/costs': {
      get: {
        operationId: 'GetCosts',
        summary: 'What was spent in a period, grouped as asked',
        parameters: [
          {
            $ref: '#/components/parameters/from',
          },
          {
            $ref: '#/components/parameters/to',
          },
          {
            $ref: '#/components/parameters/metric',
          },
          {
            $ref: '#/components/parameters/scope',
          },
          {
            $ref: '#/components/parameters/environment',
          },
          {
            $ref: '#/components/parameters/provider',
          },
          {
            $ref: '#/components/parameters/serviceCategory',
          },
          {
            $ref: '#/components/parameters/serviceName',
          },
          {
            name: 'groupBy',
            in: 'query',
            allowReserved: true,
            required: false,
            description:
              'entity, owner, system, domain, environment, provider, serviceCategory, chargeCategory, bucket, month, day; the FOCUS name of a column, such as SubAccountId; or a tag, such as tag:application.',
            schema: {
              type: 'string',
              maxLength: 200,
            },
          },
          {
            name: 'interval',
            in: 'query',
            allowReserved: true,
            required: false,
            description: 'Adds the same by days or months.',
            schema: {
              type: 'string',
              enum: ['day', 'month'],
            },
          },
          {
            $ref: '#/components/parameters/compare',
          },
          {
            name: 'limit',
            in: 'query',
            required: false,
            description:
              'How many groups, the dearest; the others are added up. All by default.',
            schema: {
              type: 'integer',
              minimum: 1,
              maximum: 1000,
            },
          },
        ],
        responses: {
          '200': {
            description:
              'The totals. What belongs to no entity is in them, and named. What has no exchange rate is named as unconverted, and not in them.',
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
    '/v1/costs/changes': {
      get: {
        operationId: 'GetCostChanges',
        summary: 'Why a cost changed, as price, quantity and mix',
        parameters: [
          {
            $ref: '#/components/parameters/from',
          },
          {
            $ref: '#/components/parameters/to',
          },
          {
            $ref: '#/components/parameters/metric',
          },
          {
            $ref: '#/components/parameters/scope',
          },
          {
            $ref: '#/components/parameters/environment',
          },
          {
            $ref: '#/components/parameters/provider',
          },
          {
            $ref: '#/components/parameters/serviceCategory',
          },
          {
            $ref: '#/components/parameters/serviceName',
          },
          {
            $ref: '#/components/parameters/compare',
          },
        ],
        responses: {
          '200': {
            description:
              'The effects, which add to the change. What has no exchange rate is named as unconverted, and in none of them.',
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
    '/v1/lines': {
      get: {
        operationId: 'ListLines',
        summary:
          'The lines behind a cost, the newest first, each with whom it belongs to and by which rule',
        parameters: [
          {
            $ref: '#/components/parameters/from',
          },
          {
            $ref: '#/components/parameters/to',
          },
          {
            $ref: '#/components/parameters/scope',
          },
          {
            $ref: '#/components/parameters/environment',
          },
          {
            $ref: '#/components/parameters/provider',
          },
          {
            $ref: '#/components/parameters/serviceCategory',
          },
          {
            $ref: '#/components/parameters/serviceName',
          },
          {
            name: 'order',
            in: 'query',
            required: false,
            description:
              'day: the newest first, the default; cost: the largest BilledCost first.',
            schema: {
              type: 'string',
              enum: ['day', 'cost'],
            },
          },
          {
            name: 'resource',
            in: 'query',
            allowReserved: true,
            required: false,
            schema: {
              type: 'string',
              maxLength: 2000,
            },
          },
          {
            name: 'subAccount',
            in: 'query',
            allowReserved: true,
            required: false,
            schema: {
              type: 'string',
              maxLength: 500,
            },
          },
          {
            name: 'bucket',
            in: 'query',
            allowReserved: true,
            required: false,
            schema: {
              type: 'string',
              enum: ['untagged', 'unmatched', 'idle', 'shared'],
            },
          },
          {
            name: 'importId',
            in: 'query',
            allowReserved: true,
            required: false,
            schema: {
              type: 'integer',
              minimum: 1,
              maximum: 2147483647,
            },
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
            description: 'A page of lines.',
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
    '/v1/imports': {
      get: {
        operationId: 'ListImports',
        summary: 'What was imported, the newest first',
        parameters: [
          {
            name: 'source',
            in: 'query',
            allowReserved: true,
            required: false,
            schema: {
              type: 'string',
              maxLength: 200,
            },
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
            description: 'A page of imports, each with its verdict.',
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
    '/v1/imports/{importId}': {
      parameters: [
        {
          $ref: '#/components/parameters/importId',
        },
      ],
      get: {
        operationId: 'GetImport',
        summary: 'An import with its verdict and what it changed',
        responses: {
          '200': {
            description: 'The import.',
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
    '/v1/imports/{importId}/rejections': {
      parameters: [
        {
          $ref: '#/components/parameters/importId',
        },
      ],
      get: {
        operationId: 'ListRejections',
        summary:
          'The rows of an import that could not be taken, as the file has them',
        parameters: [
          {
            $ref: '#/components/parameters/cursor',
          },
          {
            $ref: '#/components/parameters/limit',
          },
        ],
        responses: {
          '200': {
            description: 'A page of rows, each with line, column and reason.',
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
    '/v1/sources': {
      get: {
        operationId: 'ListSources',
        summary: 'Where cost comes from, and what came last',
        responses: {
          '200': {
            description: 'The sources.',
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
      from: {
        name: 'from',
        in: 'query',
        allowReserved: true,
        required: true,
        description:
          'First day, included; the day on which a charge begins, in UTC.',
        schema: {
          type: 'string',
          pattern: '^\\d{4}-\\d{2}-\\d{2}(T.*)?$',
        },
      },
      to: {
        name: 'to',
        in: 'query',
        allowReserved: true,
        required: true,
        description: 'Last day, excluded.',
        schema: {
          type: 'string',
          pattern: '^\\d{4}-\\d{2}-\\d{2}(T.*)?$',
        },
      },
      metric: {
        name: 'metric',
        in: 'query',
        allowReserved: true,
        required: false,
        description: 'Default: BilledCost.',
        schema: {
          type: 'string',
          enum: ['BilledCost', 'EffectiveCost', 'ListCost', 'ContractedCost'],
        },
      },
      scope: {
        name: 'scope',
        in: 'query',
        allowReserved: true,
        required: false,
        description:
          'The reference of a group, system, domain, component, resource or API, or everything.',
        schema: {
          type: 'string',
          maxLength: 500,
        },
      },
      environment: {
        name: 'environment',
        in: 'query',
        allowReserved: true,
        required: false,
        description: 'The name of an environment.',
        schema: {
          type: 'string',
          maxLength: 200,
        },
      },
      provider: {
        name: 'provider',
        in: 'query',
        allowReserved: true,
        required: false,
        description: 'ProviderName of FOCUS.',
        schema: {
          type: 'string',
          maxLength: 500,
        },
      },
      serviceCategory: {
        name: 'serviceCategory',
        in: 'query',
        allowReserved: true,
        required: false,
        description: 'ServiceCategory of FOCUS.',
        schema: {
          type: 'string',
          maxLength: 500,
        },
      },
      serviceName: {
        name: 'serviceName',
        in: 'query',
        allowReserved: true,
        required: false,
        description: 'ServiceName of FOCUS.',
        schema: {
          type: 'string',
          maxLength: 500,
        },
      },
      compare: {
        name: 'compare',
        in: 'query',
        allowReserved: true,
        required: false,
        description: 'The time before, or the same days a year before.',
        schema: {
          type: 'string',
          enum: ['before', 'year'],
        },
      },
      cursor: {
        name: 'cursor',
        in: 'query',
        allowReserved: true,
        required: false,
        description: 'nextCursor of the page before.',
        schema: {
          type: 'string',
          maxLength: 500,
        },
      },
      limit: {
        name: 'limit',
        in: 'query',
        allowReserved: true,
        required: false,
        schema: {
          type: 'integer',
          minimum: 1,
          maximum: 500,
        },
      },
      importId: {
        name: 'importId',
        in: 'path',
        required: true,
        schema: {
          type: 'integer',
          minimum: 1,
          maximum: 2147483647,
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
