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
            $ref: '#/components/parameters/environment',
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
            $ref: '#/components/parameters/environment',
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
            $ref: '#/components/parameters/environment',
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
    '/v1/entities/{kind}/{namespace}/{name}/deployments/{id}': {
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
        operationId: 'GetDeployment',
        summary: 'A deployment, its changes, and why it counts as failed',
        parameters: [
          {
            name: 'id',
            in: 'path',
            required: true,
            description: 'The id of a deployment of the list.',
            schema: {
              type: 'string',
              maxLength: 20,
            },
          },
        ],
        responses: {
          '200': {
            description: 'The deployment with its evidence.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/DeploymentDetail',
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
    '/v1/entities/{kind}/{namespace}/{name}/explanation': {
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
        operationId: 'GetExplanation',
        summary:
          'What the figures of a period rest on, and what they leave out',
        parameters: [
          {
            $ref: '#/components/parameters/from',
          },
          {
            $ref: '#/components/parameters/to',
          },
          {
            $ref: '#/components/parameters/environment',
          },
        ],
        responses: {
          '200': {
            description:
              'Formula, inputs and exclusions of each figure; where the lead time went.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/EntityExplanation',
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
    '/v1/entities/{kind}/{namespace}/{name}/unattributed': {
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
        operationId: 'GetEntityUnattributed',
        summary:
          'Incidents and rollbacks of an entity in a period that are charged to no deployment, newest first',
        description:
          'Those that its explanation counts, of all environments together. Who may read its figures may read these.',
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
            description: 'A page.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/UnattributedPage',
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
    '/v1/overview': {
      get: {
        operationId: 'GetOverview',
        summary: 'The services of a scope over a window, compared with another',
        description:
          'A distribution of services, never a mean of medians. Windows end at the end of today, in UTC.',
        parameters: [
          {
            $ref: '#/components/parameters/scope',
          },
          {
            $ref: '#/components/parameters/days',
          },
          {
            $ref: '#/components/parameters/compare',
          },
          {
            $ref: '#/components/parameters/environment',
          },
          {
            $ref: '#/components/parameters/edition',
          },
          {
            $ref: '#/components/parameters/asOf',
          },
        ],
        responses: {
          '200': {
            description: 'Metric by metric, what the services come to.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/DeliveryOverview',
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
    '/v1/overview/services': {
      get: {
        operationId: 'GetOverviewServices',
        summary: 'The services of a scope with their figures, the worst first',
        parameters: [
          {
            $ref: '#/components/parameters/scope',
          },
          {
            $ref: '#/components/parameters/days',
          },
          {
            $ref: '#/components/parameters/compare',
          },
          {
            $ref: '#/components/parameters/environment',
          },
          {
            $ref: '#/components/parameters/edition',
          },
          {
            $ref: '#/components/parameters/asOf',
          },
          {
            name: 'metric',
            in: 'query',
            required: false,
            description: 'The metric that orders them.',
            schema: {
              $ref: '#/components/schemas/DoraMetricId',
            },
          },
          {
            name: 'order',
            in: 'query',
            required: false,
            description: 'By the value, by how much it got worse, or by name.',
            schema: {
              type: 'string',
              enum: ['value', 'change', 'name'],
              default: 'value',
            },
          },
          {
            name: 'cursor',
            in: 'query',
            required: false,
            description: 'The nextCursor of the page before.',
            schema: {
              type: 'string',
              maxLength: 600,
            },
          },
          {
            name: 'limit',
            in: 'query',
            required: false,
            schema: {
              type: 'integer',
              minimum: 1,
              maximum: 500,
              default: 25,
            },
          },
        ],
        responses: {
          '200': {
            description: 'A page of services.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/ServicePage',
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
    '/v1/overview/trend': {
      get: {
        operationId: 'GetOverviewTrend',
        summary: 'What adds up over the services of a scope, point by point',
        parameters: [
          {
            $ref: '#/components/parameters/scope',
          },
          {
            $ref: '#/components/parameters/days',
          },
          {
            $ref: '#/components/parameters/compare',
          },
          {
            $ref: '#/components/parameters/environment',
          },
          {
            $ref: '#/components/parameters/edition',
          },
          {
            $ref: '#/components/parameters/asOf',
          },
          {
            name: 'interval',
            in: 'query',
            required: false,
            description:
              'Length of a point; weeks begin on Monday, all in UTC.',
            schema: {
              $ref: '#/components/schemas/TrendInterval',
            },
          },
        ],
        responses: {
          '200': {
            description:
              'A point for each interval that the window touches, whole even where it begins before the window.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/OverviewTrend',
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
    '/v1/environments/matrix': {
      get: {
        operationId: 'GetEnvironmentMatrix',
        summary: 'What runs of the services of a scope in which environment',
        parameters: [
          {
            $ref: '#/components/parameters/scope',
          },
          {
            name: 'cursor',
            in: 'query',
            required: false,
            description: 'The nextCursor of the page before.',
            schema: {
              type: 'string',
              maxLength: 600,
            },
          },
          {
            name: 'limit',
            in: 'query',
            required: false,
            schema: {
              type: 'integer',
              minimum: 1,
              maximum: 500,
              default: 100,
            },
          },
        ],
        responses: {
          '200': {
            description: 'A page of services that have a deployment.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/EnvironmentMatrix',
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
    '/v1/triage/unmatched': {
      get: {
        operationId: 'GetUnmatched',
        summary:
          'Reports that no component is known for, by what it would have to have',
        parameters: [
          {
            name: 'limit',
            in: 'query',
            required: false,
            schema: {
              type: 'integer',
              minimum: 1,
              maximum: 500,
              default: 100,
            },
          },
        ],
        responses: {
          '200': {
            description: 'Those with the most reports first.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/UnmatchedPage',
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
    '/v1/triage/environments': {
      get: {
        operationId: 'GetUnknownEnvironments',
        summary: 'Names of environments that stand for none of the catalog',
        responses: {
          '200': {
            description: 'Those with the most deployments first.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/UnknownEnvironments',
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
    '/v1/triage/unattributed': {
      get: {
        operationId: 'GetUnattributed',
        summary:
          'Incidents and rollbacks that are charged to no deployment, newest first',
        parameters: [
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
            description: 'A page, of entities that the caller sees.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/UnattributedPage',
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
    '/v1/triage/rejections': {
      get: {
        operationId: 'GetRejections',
        summary:
          'Malformed parts of deliveries of which the rest was taken, newest first',
        responses: {
          '200': {
            description: 'The last 100.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/RejectedParts',
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
          'One JSON record a line, plain or gzip, streamed; also deployments, incidents and pull requests that tools knew. Without `entityRef` here each line names its component in a field of this name, of at most 1,000 components, and is a repository, commit, release or mainline record. Records that are known are counted as duplicates; a bad line is rejected and the others are taken. All of it becomes visible with the answer, or nothing.',
        parameters: [
          {
            name: 'entityRef',
            in: 'query',
            required: false,
            description:
              'The component whose history this is, such as component:default/shop; without it the lines name theirs.',
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
      environment: {
        name: 'environment',
        in: 'query',
        required: false,
        description:
          'Name of one production environment; all of them together where none is named.',
        schema: {
          type: 'string',
          maxLength: 63,
        },
      },
      scope: {
        name: 'scope',
        in: 'query',
        required: true,
        allowReserved: true,
        description: 'Reference of a group, system or domain, or `everything`.',
        schema: {
          type: 'string',
          maxLength: 300,
        },
      },
      days: {
        name: 'days',
        in: 'query',
        required: false,
        description: 'Length of the window in days.',
        schema: {
          type: 'integer',
          enum: [28, 90, 365],
          default: 90,
        },
      },
      edition: {
        name: 'edition',
        in: 'query',
        required: false,
        description: "The edition of DORA's reports that tiers are from.",
        schema: {
          $ref: '#/components/schemas/TierEditionYear',
        },
      },
      compare: {
        name: 'compare',
        in: 'query',
        required: false,
        description:
          'What the window is compared with: the one before it, or the one that ends on the same date a year earlier.',
        schema: {
          type: 'string',
          enum: ['before', 'year'],
          default: 'before',
        },
      },
      asOf: {
        name: 'asOf',
        in: 'query',
        required: false,
        description:
          'Count what the scope holds now for the whole window, instead of whom it belonged to at its time.',
        schema: {
          type: 'string',
          enum: ['now'],
        },
      },
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
          'id',
          'deployedAt',
          'baseline',
          'changes',
          'failed',
          'reasons',
          'rework',
          'demo',
        ],
        properties: {
          id: {
            type: 'string',
          },
          sha: {
            type: 'string',
          },
          tag: {
            type: 'string',
          },
          environment: {
            type: 'string',
          },
          url: {
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
          reasons: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/FailureReasonKind',
            },
          },
          recovery: {
            type: 'object',
            required: ['hours'],
            properties: {
              id: {
                type: 'string',
              },
              sha: {
                type: 'string',
              },
              tag: {
                type: 'string',
              },
              incident: {
                type: 'object',
                properties: {
                  title: {
                    type: 'string',
                  },
                  url: {
                    type: 'string',
                  },
                },
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
            description:
              'git, import, or the sender of reports, such as github.',
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
      DoraMetricId: {
        type: 'string',
        enum: [
          'deploymentFrequency',
          'changeLeadTime',
          'changeFailRate',
          'failedDeploymentRecoveryTime',
          'deploymentReworkRate',
        ],
      },
      FailureReasonKind: {
        type: 'string',
        enum: ['explicit', 'rollback', 'revert', 'same-service'],
      },
      DeploymentLink: {
        type: 'object',
        required: ['id', 'deployedAt'],
        properties: {
          id: {
            type: 'string',
          },
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
        },
      },
      EvidenceItem: {
        type: 'object',
        required: ['type', 'id'],
        properties: {
          type: {
            type: 'string',
            enum: ['deployment', 'change', 'incident'],
          },
          id: {
            type: 'string',
          },
          deployment: {
            $ref: '#/components/schemas/DeploymentLink',
          },
          committedAt: {
            type: 'string',
            format: 'date-time',
          },
          title: {
            type: 'string',
          },
          url: {
            type: 'string',
          },
          openedAt: {
            type: 'string',
            format: 'date-time',
          },
          resolvedAt: {
            type: 'string',
            format: 'date-time',
          },
        },
      },
      DeployedChange: {
        type: 'object',
        required: ['sha', 'committedAt', 'isMerge'],
        properties: {
          sha: {
            type: 'string',
          },
          committedAt: {
            type: 'string',
            format: 'date-time',
          },
          leadTime: {
            type: 'number',
            description: 'Hours.',
          },
          isMerge: {
            type: 'boolean',
          },
          kind: {
            type: 'string',
          },
          reverts: {
            type: 'string',
          },
          pullRequest: {
            type: 'object',
            description: 'Lengths are in hours.',
            required: ['number'],
            properties: {
              number: {
                type: 'integer',
              },
              url: {
                type: 'string',
              },
              openedAt: {
                type: 'string',
                format: 'date-time',
              },
              mergedAt: {
                type: 'string',
                format: 'date-time',
              },
              coding: {
                type: 'number',
              },
              review: {
                type: 'number',
              },
              pickup: {
                type: 'number',
              },
              mergeToDeploy: {
                type: 'number',
              },
            },
          },
        },
      },
      DeploymentDetail: {
        type: 'object',
        required: [
          'id',
          'deployedAt',
          'baseline',
          'demo',
          'reasons',
          'repaired',
          'changes',
          'items',
        ],
        properties: {
          id: {
            type: 'string',
          },
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
          environment: {
            type: 'string',
          },
          url: {
            type: 'string',
          },
          baseline: {
            type: 'boolean',
          },
          demo: {
            type: 'boolean',
          },
          reasons: {
            type: 'array',
            items: {
              type: 'object',
              required: ['kind', 'evidence'],
              properties: {
                kind: {
                  $ref: '#/components/schemas/FailureReasonKind',
                },
                evidence: {
                  type: 'array',
                  items: {
                    $ref: '#/components/schemas/EvidenceItem',
                  },
                },
              },
            },
          },
          recovery: {
            type: 'object',
            required: ['hours'],
            properties: {
              hours: {
                type: 'number',
              },
              deployment: {
                $ref: '#/components/schemas/DeploymentLink',
              },
              incident: {
                $ref: '#/components/schemas/EvidenceItem',
              },
            },
          },
          repaired: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/DeploymentLink',
            },
          },
          changes: {
            type: 'integer',
            minimum: 0,
          },
          items: {
            type: 'array',
            maxItems: 200,
            items: {
              $ref: '#/components/schemas/DeployedChange',
            },
          },
        },
      },
      DurationPercentiles: {
        type: 'object',
        description: 'Hours.',
        required: ['count', 'p50', 'p75', 'p90'],
        properties: {
          count: {
            type: 'integer',
            minimum: 0,
          },
          p50: {
            type: 'number',
          },
          p75: {
            type: 'number',
          },
          p90: {
            type: 'number',
          },
        },
      },
      CountedThing: {
        type: 'object',
        required: ['label', 'count'],
        properties: {
          label: {
            type: 'string',
          },
          count: {
            type: 'integer',
          },
          why: {
            type: 'string',
          },
        },
      },
      MetricExplanation: {
        type: 'object',
        required: ['metric', 'formula', 'inputs', 'exclusions'],
        properties: {
          metric: {
            $ref: '#/components/schemas/DoraMetricId',
          },
          formula: {
            type: 'string',
          },
          inputs: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/CountedThing',
            },
          },
          exclusions: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/CountedThing',
            },
          },
          percentiles: {
            $ref: '#/components/schemas/DurationPercentiles',
          },
        },
      },
      EntityExplanation: {
        type: 'object',
        required: ['period', 'environments', 'metrics', 'leadTimes'],
        properties: {
          period: {
            $ref: '#/components/schemas/Period',
          },
          environment: {
            type: 'string',
          },
          environments: {
            type: 'array',
            items: {
              type: 'object',
              required: ['deployments'],
              properties: {
                name: {
                  type: 'string',
                },
                deployments: {
                  type: 'integer',
                  minimum: 0,
                },
              },
            },
          },
          metrics: {
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
                $ref: '#/components/schemas/MetricExplanation',
              },
              changeLeadTime: {
                $ref: '#/components/schemas/MetricExplanation',
              },
              changeFailRate: {
                $ref: '#/components/schemas/MetricExplanation',
              },
              failedDeploymentRecoveryTime: {
                $ref: '#/components/schemas/MetricExplanation',
              },
              deploymentReworkRate: {
                $ref: '#/components/schemas/MetricExplanation',
              },
            },
          },
          leadTimes: {
            type: 'object',
            properties: {
              fromCommit: {
                $ref: '#/components/schemas/DurationPercentiles',
              },
              fromFirstCommit: {
                $ref: '#/components/schemas/DurationPercentiles',
              },
              fromMerge: {
                $ref: '#/components/schemas/DurationPercentiles',
              },
              coding: {
                $ref: '#/components/schemas/DurationPercentiles',
              },
              review: {
                $ref: '#/components/schemas/DurationPercentiles',
              },
              mergeToDeploy: {
                $ref: '#/components/schemas/DurationPercentiles',
              },
            },
          },
        },
      },
      TierDistribution: {
        type: 'object',
        required: ['elite', 'high', 'medium', 'low', 'withData', 'total'],
        properties: {
          elite: {
            type: 'integer',
            minimum: 0,
          },
          high: {
            type: 'integer',
            minimum: 0,
          },
          medium: {
            type: 'integer',
            minimum: 0,
          },
          low: {
            type: 'integer',
            minimum: 0,
          },
          withData: {
            type: 'integer',
            minimum: 0,
          },
          total: {
            type: 'integer',
            minimum: 0,
          },
        },
      },
      Mover: {
        type: 'object',
        required: ['entityRef', 'before', 'value'],
        properties: {
          entityRef: {
            type: 'string',
          },
          before: {
            type: 'number',
          },
          value: {
            type: 'number',
          },
        },
      },
      OverviewMetric: {
        type: 'object',
        required: [
          'coverage',
          'better',
          'worse',
          'same',
          'improved',
          'declined',
        ],
        properties: {
          coverage: {
            type: 'object',
            required: ['have', 'of'],
            properties: {
              have: {
                type: 'integer',
                minimum: 0,
              },
              of: {
                type: 'integer',
                minimum: 0,
              },
            },
          },
          tiers: {
            $ref: '#/components/schemas/TierDistribution',
          },
          tiersBefore: {
            $ref: '#/components/schemas/TierDistribution',
          },
          spread: {
            type: 'object',
            description: "Quartiles of the services' values.",
            required: ['min', 'p25', 'median', 'p75', 'max'],
            properties: {
              min: {
                type: 'number',
              },
              p25: {
                type: 'number',
              },
              median: {
                type: 'number',
              },
              p75: {
                type: 'number',
              },
              max: {
                type: 'number',
              },
            },
          },
          total: {
            $ref: '#/components/schemas/MetricValue',
          },
          totalBefore: {
            $ref: '#/components/schemas/MetricValue',
          },
          better: {
            type: 'integer',
            minimum: 0,
          },
          worse: {
            type: 'integer',
            minimum: 0,
          },
          same: {
            type: 'integer',
            minimum: 0,
          },
          improved: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Mover',
            },
          },
          declined: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Mover',
            },
          },
        },
      },
      DeliveryOverview: {
        type: 'object',
        required: [
          'scope',
          'period',
          'comparison',
          'environments',
          'edition',
          'services',
          'measured',
          'demo',
          'metrics',
        ],
        properties: {
          scope: {
            type: 'string',
          },
          period: {
            $ref: '#/components/schemas/Period',
          },
          comparison: {
            $ref: '#/components/schemas/Period',
          },
          environment: {
            type: 'string',
          },
          environments: {
            type: 'array',
            items: {
              type: 'string',
            },
          },
          edition: {
            $ref: '#/components/schemas/TierEditionYear',
          },
          services: {
            type: 'integer',
            minimum: 0,
          },
          measured: {
            type: 'integer',
            minimum: 0,
          },
          demo: {
            type: 'boolean',
            description: 'Whether the demo generator made some of the facts.',
          },
          metrics: {
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
                $ref: '#/components/schemas/OverviewMetric',
              },
              changeLeadTime: {
                $ref: '#/components/schemas/OverviewMetric',
              },
              changeFailRate: {
                $ref: '#/components/schemas/OverviewMetric',
              },
              failedDeploymentRecoveryTime: {
                $ref: '#/components/schemas/OverviewMetric',
              },
              deploymentReworkRate: {
                $ref: '#/components/schemas/OverviewMetric',
              },
            },
          },
        },
      },
      ServicePage: {
        type: 'object',
        required: ['items', 'total'],
        properties: {
          items: {
            type: 'array',
            items: {
              type: 'object',
              description:
                'Without figures where no deployment of the service is known.',
              required: ['entityRef'],
              properties: {
                entityRef: {
                  type: 'string',
                },
                metrics: {
                  $ref: '#/components/schemas/DoraMetrics',
                },
                before: {
                  $ref: '#/components/schemas/DoraMetrics',
                },
                tiers: {
                  type: 'object',
                  additionalProperties: {
                    $ref: '#/components/schemas/MetricTier',
                  },
                },
              },
            },
          },
          total: {
            type: 'integer',
            minimum: 0,
          },
          nextCursor: {
            type: 'string',
          },
        },
      },
      EnvironmentMatrix: {
        type: 'object',
        required: ['environments', 'items', 'total', 'measured'],
        properties: {
          environments: {
            type: 'array',
            description:
              'All of the catalog, in the order of the way to production.',
            items: {
              type: 'object',
              required: ['name', 'production'],
              properties: {
                name: {
                  type: 'string',
                },
                production: {
                  type: 'boolean',
                },
              },
            },
          },
          items: {
            type: 'array',
            items: {
              type: 'object',
              required: ['entityRef', 'running'],
              properties: {
                entityRef: {
                  type: 'string',
                },
                running: {
                  type: 'array',
                  description:
                    'One for each environment that has a deployment.',
                  items: {
                    $ref: '#/components/schemas/RunningVersion',
                  },
                },
              },
            },
          },
          total: {
            type: 'integer',
            minimum: 0,
          },
          measured: {
            type: 'integer',
            minimum: 0,
          },
          nextCursor: {
            type: 'string',
          },
        },
      },
      RunningVersion: {
        type: 'object',
        required: ['versionsBehind'],
        properties: {
          environment: {
            type: 'string',
            description:
              'Missing for a release, which tells of no environment but counts as one to production.',
          },
          version: {
            type: 'string',
          },
          sha: {
            type: 'string',
          },
          deployedAt: {
            type: 'string',
            format: 'date-time',
            description: 'Missing where no deployment ever succeeded.',
          },
          url: {
            type: 'string',
          },
          versionsBehind: {
            type: 'integer',
            minimum: 0,
            description:
              'Versions that were deployed anywhere for the first time after this one was.',
          },
          newerSince: {
            type: 'string',
            format: 'date-time',
          },
          lastAttempt: {
            type: 'object',
            description: 'A deployment after what runs that did not succeed.',
            required: ['at', 'result'],
            properties: {
              at: {
                type: 'string',
                format: 'date-time',
              },
              result: {
                type: 'string',
                enum: ['failure', 'cancelled'],
              },
              version: {
                type: 'string',
              },
              sha: {
                type: 'string',
              },
              url: {
                type: 'string',
              },
            },
          },
          demo: {
            type: 'boolean',
          },
        },
      },
      OverviewTrend: {
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
                  type: 'object',
                  required: [
                    'deploymentFrequency',
                    'changeFailRate',
                    'deploymentReworkRate',
                  ],
                  properties: {
                    deploymentFrequency: {
                      $ref: '#/components/schemas/MetricValue',
                    },
                    changeFailRate: {
                      $ref: '#/components/schemas/MetricValue',
                    },
                    deploymentReworkRate: {
                      $ref: '#/components/schemas/MetricValue',
                    },
                  },
                },
              },
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
      ReportKind: {
        type: 'string',
        enum: ['deployment', 'incident', 'pull-request', 'change', 'release'],
      },
      TriageSubject: {
        type: 'object',
        required: ['value'],
        properties: {
          annotation: {
            type: 'string',
            description: 'Missing for an entity.',
          },
          value: {
            type: 'string',
          },
          within: {
            type: 'object',
            required: ['annotation', 'value'],
            properties: {
              annotation: {
                type: 'string',
              },
              value: {
                type: 'string',
              },
            },
          },
        },
      },
      UnmatchedReports: {
        type: 'object',
        required: [
          'subjects',
          'sources',
          'counts',
          'firstReceivedAt',
          'lastReceivedAt',
          'candidates',
        ],
        properties: {
          subjects: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/TriageSubject',
            },
          },
          sources: {
            type: 'array',
            items: {
              type: 'string',
            },
          },
          counts: {
            type: 'object',
            description: 'By the kind of report.',
            additionalProperties: {
              type: 'integer',
              minimum: 1,
            },
          },
          firstReceivedAt: {
            type: 'string',
            format: 'date-time',
          },
          lastReceivedAt: {
            type: 'string',
            format: 'date-time',
          },
          snippet: {
            type: 'string',
            description: 'YAML of the annotation.',
          },
          candidates: {
            type: 'array',
            items: {
              type: 'string',
            },
          },
        },
      },
      UnmatchedPage: {
        type: 'object',
        required: ['items', 'total'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/UnmatchedReports',
            },
          },
          total: {
            type: 'integer',
            minimum: 0,
          },
        },
      },
      UnknownEnvironment: {
        type: 'object',
        required: ['sources', 'deployments', 'incidents', 'lastReceivedAt'],
        properties: {
          name: {
            type: 'string',
            description: 'Missing where none is named.',
          },
          sources: {
            type: 'array',
            items: {
              type: 'string',
            },
          },
          deployments: {
            type: 'integer',
            minimum: 0,
          },
          incidents: {
            type: 'integer',
            minimum: 0,
          },
          lastReceivedAt: {
            type: 'string',
            format: 'date-time',
          },
          snippet: {
            type: 'string',
            description: 'YAML of the configuration.',
          },
        },
      },
      UnknownEnvironments: {
        type: 'object',
        required: ['items', 'known'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/UnknownEnvironment',
            },
          },
          known: {
            type: 'array',
            items: {
              type: 'string',
            },
          },
        },
      },
      UnattributedReport: {
        type: 'object',
        required: ['entityRef', 'kind', 'id', 'source', 'at', 'reason'],
        properties: {
          entityRef: {
            type: 'string',
          },
          kind: {
            $ref: '#/components/schemas/ReportKind',
          },
          id: {
            type: 'string',
          },
          source: {
            type: 'string',
          },
          title: {
            type: 'string',
          },
          url: {
            type: 'string',
          },
          at: {
            type: 'string',
            format: 'date-time',
          },
          reason: {
            type: 'string',
            enum: ['not-found', 'not-successful', 'no-recent-deployment'],
          },
        },
      },
      UnattributedPage: {
        type: 'object',
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/UnattributedReport',
            },
          },
          nextCursor: {
            type: 'string',
          },
        },
      },
      RejectedPart: {
        type: 'object',
        required: [
          'deliveryId',
          'sender',
          'event',
          'part',
          'reason',
          'receivedAt',
        ],
        properties: {
          deliveryId: {
            type: 'string',
          },
          sender: {
            type: 'string',
          },
          event: {
            type: 'string',
          },
          part: {
            type: 'integer',
            minimum: 0,
          },
          reason: {
            type: 'string',
          },
          receivedAt: {
            type: 'string',
            format: 'date-time',
          },
        },
      },
      RejectedParts: {
        type: 'object',
        required: ['items', 'total'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/RejectedPart',
            },
          },
          total: {
            type: 'integer',
            minimum: 0,
          },
        },
      },
    },
  },
} as const;
