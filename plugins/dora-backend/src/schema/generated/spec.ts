// Generated from openapi.yaml by `yarn schema`.
export const spec = {
  openapi: '3.1.0',
  info: {
    title: 'dora',
    version: '1',
    description:
      'Delivery facts of components and the five DORA metrics that are calculated from them.',
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
    '/v1/metrics': {
      get: {
        operationId: 'GetDefinitions',
        summary: 'What the five metrics mean',
        responses: {
          '200': {
            description: 'The definitions.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/DoraMetricDefinitions',
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
    '/v1/entities/{kind}/{namespace}/{name}/metrics': {
      parameters: [
        {
          $ref: '#/components/parameters/kind',
        },
        {
          $ref: '#/components/parameters/namespace',
        },
        {
          $ref: '#/components/parameters/name',
        },
      ],
      get: {
        operationId: 'GetMetrics',
        summary: 'The five metrics of an entity in a period',
        parameters: [
          {
            $ref: '#/components/parameters/from',
          },
          {
            $ref: '#/components/parameters/to',
          },
          {
            name: 'edition',
            in: 'query',
            required: false,
            description: "The edition of DORA's reports that tiers are from.",
            schema: {
              $ref: '#/components/schemas/TierEditionYear',
            },
          },
        ],
        responses: {
          '200': {
            description: 'The values, each with its state, and their tiers.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/EntityMetrics',
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
    '/v1/entities/{kind}/{namespace}/{name}/trend': {
      parameters: [
        {
          $ref: '#/components/parameters/kind',
        },
        {
          $ref: '#/components/parameters/namespace',
        },
        {
          $ref: '#/components/parameters/name',
        },
      ],
      get: {
        operationId: 'GetTrend',
        summary: 'The five metrics of an entity over time',
        parameters: [
          {
            $ref: '#/components/parameters/from',
          },
          {
            $ref: '#/components/parameters/to',
          },
          {
            name: 'interval',
            in: 'query',
            required: false,
            description:
              'Length of a point; weeks begin on Monday, all in UTC. At most 750 points.',
            schema: {
              $ref: '#/components/schemas/TrendInterval',
            },
          },
        ],
        responses: {
          '200': {
            description: 'A point for each interval that the period touches.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/EntityTrend',
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
    '/v1/entities/{kind}/{namespace}/{name}/deployments': {
      parameters: [
        {
          $ref: '#/components/parameters/kind',
        },
        {
          $ref: '#/components/parameters/namespace',
        },
        {
          $ref: '#/components/parameters/name',
        },
      ],
      get: {
        operationId: 'GetDeployments',
        summary: 'Production deployments of an entity, newest first',
        parameters: [
          {
            $ref: '#/components/parameters/from',
          },
          {
            $ref: '#/components/parameters/to',
          },
          {
            name: 'cursor',
            in: 'query',
            required: false,
            description: 'The nextCursor of the page before.',
            schema: {
              type: 'string',
              maxLength: 200,
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
            description: 'A page of deployments.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/DeploymentPage',
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
    '/v1/entities/{kind}/{namespace}/{name}/sources': {
      parameters: [
        {
          $ref: '#/components/parameters/kind',
        },
        {
          $ref: '#/components/parameters/namespace',
        },
        {
          $ref: '#/components/parameters/name',
        },
      ],
      get: {
        operationId: 'GetSources',
        summary: 'Where the delivery facts of an entity come from',
        responses: {
          '200': {
            description: 'The sources and how they are doing.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/EntitySources',
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
    '/v1/import': {
      post: {
        operationId: 'ImportRecords',
        summary: 'Bring delivery records in bulk',
        description:
          'One JSON record a line, plain or gzip, streamed. Records that are known are counted as duplicates; a bad line is rejected and the others are taken. All of it becomes visible with the answer, or nothing.',
        parameters: [
          {
            name: 'entityRef',
            in: 'query',
            required: true,
            description:
              'The component whose history this is, such as component:default/shop.',
            schema: {
              type: 'string',
              maxLength: 300,
            },
          },
          {
            name: 'provenance',
            in: 'query',
            required: false,
            description:
              'Records of a demo generator are labelled, and go when portal.demo is false.',
            schema: {
              type: 'string',
              enum: ['real', 'demo'],
              default: 'real',
            },
          },
        ],
        requestBody: {
          required: false,
          content: {
            'application/x-ndjson': {
              schema: {
                type: 'string',
              },
            },
            'application/gzip': {
              schema: {
                type: 'string',
                format: 'binary',
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'What became of the lines.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/ImportResult',
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
      kind: {
        name: 'kind',
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
      from: {
        name: 'from',
        in: 'query',
        required: false,
        allowReserved: true,
        description:
          'Start of the period, included; an ISO 8601 date or instant. 90 days before its end by default.',
        schema: {
          type: 'string',
          maxLength: 60,
        },
      },
      to: {
        name: 'to',
        in: 'query',
        required: false,
        allowReserved: true,
        description:
          'End of the period, excluded; an ISO 8601 date or instant. Now by default.',
        schema: {
          type: 'string',
          maxLength: 60,
        },
      },
    },
    responses: {
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
      Period: {
        type: 'object',
        required: ['from', 'to'],
        properties: {
          from: {
            type: 'string',
            format: 'date-time',
          },
          to: {
            type: 'string',
            format: 'date-time',
          },
        },
      },
      MetricUnit: {
        type: 'string',
        enum: ['1/week', 'h', 'ratio', 'count'],
      },
      MetricValue: {
        type: 'object',
        required: ['state', 'unit', 'sampleSize'],
        properties: {
          state: {
            type: 'string',
            enum: [
              'ok',
              'insufficient-data',
              'not-configured',
              'source-error',
              'stale',
            ],
          },
          value: {
            type: 'number',
            description: 'There whenever it can be computed.',
          },
          unit: {
            $ref: '#/components/schemas/MetricUnit',
          },
          sampleSize: {
            type: 'integer',
            minimum: 0,
          },
          have: {
            type: 'integer',
            minimum: 0,
          },
          need: {
            type: 'integer',
            minimum: 0,
          },
          cure: {
            type: 'string',
          },
          since: {
            type: 'string',
            format: 'date-time',
          },
        },
      },
      DoraMetrics: {
        type: 'object',
        required: [
          'deploymentFrequency',
          'changeLeadTime',
          'changeFailRate',
          'failedDeploymentRecoveryTime',
          'deploymentReworkRate',
        ],
        properties: {
          deploymentFrequency: {
            $ref: '#/components/schemas/MetricValue',
          },
          changeLeadTime: {
            $ref: '#/components/schemas/MetricValue',
          },
          changeFailRate: {
            $ref: '#/components/schemas/MetricValue',
          },
          failedDeploymentRecoveryTime: {
            $ref: '#/components/schemas/MetricValue',
          },
          deploymentReworkRate: {
            $ref: '#/components/schemas/MetricValue',
          },
        },
      },
      EntityMetrics: {
        type: 'object',
        required: ['period', 'metrics', 'tiers'],
        properties: {
          period: {
            $ref: '#/components/schemas/Period',
          },
          metrics: {
            $ref: '#/components/schemas/DoraMetrics',
          },
          tiers: {
            $ref: '#/components/schemas/EntityTiers',
          },
        },
      },
      TierEditionYear: {
        type: 'integer',
        enum: [2019, 2021, 2022, 2023],
        default: 2023,
      },
      EntityTiers: {
        type: 'object',
        required: ['edition', 'metrics'],
        properties: {
          edition: {
            $ref: '#/components/schemas/TierEditionYear',
          },
          metrics: {
            type: 'object',
            description:
              'A metric without a value has no tier, and so has the deployment rework rate.',
            properties: {
              deploymentFrequency: {
                $ref: '#/components/schemas/MetricTier',
              },
              changeLeadTime: {
                $ref: '#/components/schemas/MetricTier',
              },
              changeFailRate: {
                $ref: '#/components/schemas/MetricTier',
              },
              failedDeploymentRecoveryTime: {
                $ref: '#/components/schemas/MetricTier',
              },
            },
          },
        },
      },
      MetricTier: {
        type: 'object',
        required: ['tier', 'band'],
        properties: {
          tier: {
            type: 'string',
            enum: ['elite', 'high', 'medium', 'low'],
          },
          band: {
            type: 'string',
            description: 'The band of the tier in the words of the report.',
          },
        },
      },
      TrendInterval: {
        type: 'string',
        enum: ['day', 'week', 'month'],
        default: 'week',
      },
      TrendPoint: {
        type: 'object',
        required: ['period', 'complete', 'metrics'],
        properties: {
          period: {
            $ref: '#/components/schemas/Period',
          },
          complete: {
            type: 'boolean',
          },
          metrics: {
            $ref: '#/components/schemas/DoraMetrics',
          },
        },
      },
      EntityTrend: {
        type: 'object',
        required: ['period', 'interval', 'points'],
        properties: {
          period: {
            $ref: '#/components/schemas/Period',
          },
          interval: {
            $ref: '#/components/schemas/TrendInterval',
          },
          points: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/TrendPoint',
            },
          },
        },
      },
      Deployment: {
        type: 'object',
        required: [
          'sha',
          'deployedAt',
          'baseline',
          'changes',
          'failed',
          'rework',
          'demo',
        ],
        properties: {
          sha: {
            type: 'string',
          },
          tag: {
            type: 'string',
          },
          deployedAt: {
            type: 'string',
            format: 'date-time',
          },
          baseline: {
            type: 'boolean',
          },
          changes: {
            type: 'integer',
            minimum: 0,
          },
          leadTimeMedian: {
            type: 'number',
          },
          failed: {
            type: 'boolean',
          },
          recovery: {
            type: 'object',
            required: ['sha', 'hours'],
            properties: {
              sha: {
                type: 'string',
              },
              tag: {
                type: 'string',
              },
              hours: {
                type: 'number',
              },
            },
          },
          rework: {
            type: 'boolean',
          },
          demo: {
            type: 'boolean',
          },
        },
      },
      DeploymentPage: {
        type: 'object',
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Deployment',
            },
          },
          nextCursor: {
            type: 'string',
          },
        },
      },
      DeliverySource: {
        type: 'object',
        required: ['source', 'state', 'commits', 'releases', 'demo'],
        properties: {
          source: {
            type: 'string',
            enum: ['git', 'import'],
          },
          location: {
            type: 'string',
          },
          state: {
            type: 'string',
            enum: ['ok', 'pending', 'error'],
          },
          lastSuccessAt: {
            type: 'string',
            format: 'date-time',
          },
          error: {
            type: 'string',
          },
          failingSince: {
            type: 'string',
            format: 'date-time',
          },
          commits: {
            type: 'integer',
            minimum: 0,
          },
          releases: {
            type: 'integer',
            minimum: 0,
          },
          demo: {
            type: 'boolean',
          },
        },
      },
      EntitySources: {
        type: 'object',
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/DeliverySource',
            },
          },
        },
      },
      DoraMetricDefinition: {
        type: 'object',
        required: [
          'id',
          'title',
          'description',
          'estimator',
          'unit',
          'sample',
          'betterWhen',
          'aggregation',
          'source',
        ],
        properties: {
          id: {
            type: 'string',
            enum: [
              'deploymentFrequency',
              'changeLeadTime',
              'changeFailRate',
              'failedDeploymentRecoveryTime',
              'deploymentReworkRate',
            ],
          },
          title: {
            type: 'string',
          },
          description: {
            type: 'string',
          },
          estimator: {
            type: 'string',
          },
          unit: {
            $ref: '#/components/schemas/MetricUnit',
          },
          sample: {
            type: 'string',
          },
          betterWhen: {
            type: 'string',
            enum: ['higher', 'lower'],
          },
          aggregation: {
            type: 'string',
            enum: ['sum', 'ratio', 'distribution'],
          },
          source: {
            type: 'string',
          },
        },
      },
      DoraMetricDefinitions: {
        type: 'object',
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/DoraMetricDefinition',
            },
          },
        },
      },
      ImportRejection: {
        type: 'object',
        required: ['line', 'reason'],
        properties: {
          line: {
            type: 'integer',
            minimum: 1,
          },
          reason: {
            type: 'string',
          },
        },
      },
      ImportResult: {
        type: 'object',
        required: ['accepted', 'duplicate', 'rejected', 'rejections'],
        properties: {
          accepted: {
            type: 'integer',
            minimum: 0,
          },
          duplicate: {
            type: 'integer',
            minimum: 0,
          },
          rejected: {
            type: 'integer',
            minimum: 0,
          },
          rejections: {
            type: 'array',
            maxItems: 1000,
            items: {
              $ref: '#/components/schemas/ImportRejection',
            },
          },
        },
      },
    },
  },
} as const;
