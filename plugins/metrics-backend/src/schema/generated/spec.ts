// Generated from openapi.yaml by `yarn schema`.
export const spec = {
  openapi: '3.1.0',
  info: {
    title: 'metrics',
    version: '1',
    description:
      'The metric store. Plugins register what their figures mean and publish values for entities and days; views ask for latest values, series and roll-ups. Missing is never 0.',
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
    '/v1/definitions': {
      get: {
        operationId: 'GetDefinitions',
        summary: 'Every metric, who publishes it and when it was last reported',
        responses: {
          '200': {
            description: 'The metrics by their ids.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: {
                        $ref: '#/components/schemas/RegisteredMetric',
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
      put: {
        operationId: 'Register',
        summary:
          'Makes metrics known, or says anew what they mean; for services',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['definitions'],
                properties: {
                  definitions: {
                    type: 'array',
                    minItems: 1,
                    maxItems: 200,
                    items: {
                      $ref: '#/components/schemas/MetricDefinition',
                    },
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The ids of the metrics that are new or changed.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['changed'],
                  properties: {
                    changed: {
                      type: 'array',
                      items: {
                        type: 'string',
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
    '/v1/publish': {
      post: {
        operationId: 'Publish',
        summary: 'Stores values of one day, all or nothing; for services',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/PublishRequest',
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'How much was reported, and how much of it was new.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/PublishResult',
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
    '/v1/query/latest': {
      post: {
        operationId: 'QueryLatest',
        summary: 'One value for each entity and metric',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/LatestRequest',
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'Values in the order of the entities.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/LatestAnswer',
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
    '/v1/query/series': {
      post: {
        operationId: 'QuerySeries',
        summary: 'Values over time',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/SeriesRequest',
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'One list of values for each entity and metric.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/SeriesAnswer',
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
    '/v1/query/rollup': {
      post: {
        operationId: 'QueryRollup',
        summary: 'One figure or distribution for each scope and metric',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/RollupRequest',
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'Roll-ups in the order of the scopes.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/RollupAnswer',
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
    '/v1/query/trend': {
      post: {
        operationId: 'QueryTrend',
        summary: 'Roll-ups over time',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/TrendRequest',
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'One list of roll-ups for each scope and metric.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/TrendAnswer',
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
    '/v1/query/batch': {
      post: {
        operationId: 'QueryBatch',
        summary: 'Many questions of the other queries; each fails alone',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['questions'],
                properties: {
                  questions: {
                    type: 'array',
                    minItems: 1,
                    maxItems: 100,
                    items: {
                      $ref: '#/components/schemas/Question',
                    },
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'Answers in the order of the questions.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['answers'],
                  properties: {
                    answers: {
                      type: 'array',
                      items: {
                        $ref: '#/components/schemas/Answer',
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
    '/v1/export/latest': {
      post: {
        operationId: 'ExportLatest',
        summary: 'As the query, as CSV',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/LatestRequest',
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'One line for each entity and metric.',
            content: {
              'text/csv': {
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
    '/v1/export/series': {
      post: {
        operationId: 'ExportSeries',
        summary: 'As the query, as CSV',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/SeriesRequest',
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'One line for each entity, metric and bucket.',
            content: {
              'text/csv': {
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
  },
  components: {
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
              metricId: {
                type: 'string',
                description: 'A metric whose own permission the caller lacks.',
              },
              permission: {
                type: 'string',
                description: 'That permission.',
              },
            },
          },
        },
      },
      Day: {
        type: 'string',
        maxLength: 40,
        description: 'A day, such as 2026-01-31.',
      },
      Window: {
        type: 'integer',
        enum: [28, 90, 365],
        description: 'Days that end with the asked day. Default: 28.',
      },
      Previous: {
        type: 'boolean',
        description:
          'Whether the period of the same length before is asked for, too. Default: no.',
      },
      Bucket: {
        type: 'string',
        enum: ['day', 'week', 'month'],
        description:
          'Weeks begin on Monday. Default: `day` of a series, `week` of a trend.',
      },
      Buckets: {
        type: 'array',
        items: {
          type: 'object',
          required: ['from', 'to', 'complete'],
          properties: {
            from: {
              type: 'string',
            },
            to: {
              type: 'string',
            },
            complete: {
              type: 'boolean',
            },
          },
        },
      },
      EntityRefs: {
        type: 'array',
        minItems: 1,
        maxItems: 10000,
        description: 'Entities by name. Either this or `scope`.',
        items: {
          type: 'string',
          maxLength: 300,
        },
      },
      Scope: {
        type: 'string',
        maxLength: 300,
        description:
          'A group, system, domain or component whose components are meant, or `everything`.',
      },
      Scopes: {
        type: 'array',
        minItems: 1,
        maxItems: 100,
        items: {
          $ref: '#/components/schemas/Scope',
        },
      },
      AsOf: {
        type: 'string',
        maxLength: 60,
        description:
          'Who belonged at this instant, or `now`, belongs all the time. Default, who belonged when.',
      },
      Coverage: {
        type: 'object',
        required: ['have', 'of'],
        description: 'Of how many components, `of`, there is a value, `have`.',
        properties: {
          have: {
            type: 'integer',
          },
          of: {
            type: 'integer',
          },
        },
      },
      Dimension: {
        type: 'string',
        minLength: 1,
        maxLength: 200,
        description:
          'What a value is for, such as an environment. Default: none.',
      },
      MetricId: {
        type: 'string',
        pattern: '^[a-z][A-Za-z0-9]{0,79}$',
        description: 'camelCase.',
      },
      MetricIds: {
        type: 'array',
        minItems: 1,
        maxItems: 50,
        uniqueItems: true,
        items: {
          type: 'string',
          maxLength: 80,
        },
      },
      Unit: {
        type: 'string',
        pattern: '^(1/week|h|ratio|count|points|currency:[A-Z]{3})$',
      },
      MetricDefinition: {
        type: 'object',
        additionalProperties: false,
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
            $ref: '#/components/schemas/MetricId',
          },
          title: {
            type: 'string',
            minLength: 1,
            maxLength: 200,
          },
          description: {
            type: 'string',
            maxLength: 2000,
          },
          estimator: {
            type: 'string',
            maxLength: 4000,
          },
          unit: {
            $ref: '#/components/schemas/Unit',
          },
          sample: {
            type: 'string',
            maxLength: 200,
          },
          sampleUnit: {
            type: 'string',
            enum: ['second'],
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
            maxLength: 2000,
          },
          overTime: {
            type: 'string',
            enum: ['add', 'last'],
          },
          staleAfterHours: {
            type: 'number',
            exclusiveMinimum: 0,
            maximum: 100000,
          },
          readPermission: {
            type: 'string',
            maxLength: 200,
            pattern: '^[a-z][a-zA-Z0-9]*([.-][a-zA-Z0-9]+)+$',
            description:
              'The name of a basic read permission that reading values needs besides metrics.value.read.',
          },
          bands: {
            type: 'array',
            maxItems: 20,
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['id', 'title'],
              properties: {
                id: {
                  type: 'string',
                  minLength: 1,
                  maxLength: 80,
                },
                title: {
                  type: 'string',
                  minLength: 1,
                  maxLength: 200,
                },
                from: {
                  type: 'number',
                },
                below: {
                  type: 'number',
                },
              },
            },
          },
        },
      },
      RegisteredMetric: {
        allOf: [
          {
            $ref: '#/components/schemas/MetricDefinition',
          },
          {
            type: 'object',
            required: ['publisher', 'windows', 'dimensions'],
            properties: {
              publisher: {
                type: 'string',
              },
              windows: {
                type: 'array',
                description: 'The windows that there are values for.',
                items: {
                  type: 'integer',
                  enum: [28, 90, 365],
                },
              },
              dimensions: {
                type: 'array',
                description:
                  'What values were reported for besides all together, such as environments.',
                items: {
                  type: 'string',
                },
              },
              lastDay: {
                type: 'string',
              },
              lastReportedAt: {
                type: 'string',
                format: 'date-time',
              },
            },
          },
        ],
      },
      MetricValue: {
        type: 'object',
        additionalProperties: false,
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
            $ref: '#/components/schemas/Unit',
          },
          sampleSize: {
            type: 'integer',
            minimum: 0,
            maximum: 9007199254740991,
          },
          have: {
            type: 'integer',
            minimum: 0,
            maximum: 2147483647,
          },
          need: {
            type: 'integer',
            minimum: 0,
            maximum: 2147483647,
          },
          cure: {
            type: 'string',
            maxLength: 1000,
          },
          since: {
            type: 'string',
            format: 'date-time',
          },
        },
      },
      Part: {
        anyOf: [
          {
            type: 'number',
          },
          {
            type: 'string',
            maxLength: 60,
            description: 'A decimal number, where digits must not be lost.',
          },
        ],
      },
      PublishRequest: {
        type: 'object',
        additionalProperties: false,
        required: ['day', 'values'],
        properties: {
          day: {
            $ref: '#/components/schemas/Day',
          },
          values: {
            type: 'array',
            minItems: 1,
            maxItems: 5000,
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['metricId', 'entityRef'],
              properties: {
                metricId: {
                  type: 'string',
                  maxLength: 80,
                },
                entityRef: {
                  type: 'string',
                  maxLength: 300,
                },
                dimension: {
                  $ref: '#/components/schemas/Dimension',
                },
                parts: {
                  type: 'object',
                  additionalProperties: false,
                  properties: {
                    sum: {
                      $ref: '#/components/schemas/Part',
                    },
                    numerator: {
                      $ref: '#/components/schemas/Part',
                    },
                    denominator: {
                      $ref: '#/components/schemas/Part',
                    },
                    count: {
                      type: 'integer',
                      minimum: 0,
                      maximum: 9007199254740991,
                    },
                  },
                },
                windows: {
                  type: 'object',
                  additionalProperties: false,
                  properties: {
                    '28': {
                      $ref: '#/components/schemas/MetricValue',
                    },
                    '90': {
                      $ref: '#/components/schemas/MetricValue',
                    },
                    '365': {
                      $ref: '#/components/schemas/MetricValue',
                    },
                  },
                },
              },
            },
          },
        },
      },
      PublishResult: {
        type: 'object',
        required: ['reported', 'changed'],
        properties: {
          reported: {
            type: 'integer',
          },
          changed: {
            type: 'integer',
          },
        },
      },
      LatestRequest: {
        type: 'object',
        additionalProperties: false,
        required: ['metricIds'],
        properties: {
          metricIds: {
            $ref: '#/components/schemas/MetricIds',
          },
          entityRefs: {
            $ref: '#/components/schemas/EntityRefs',
          },
          scope: {
            $ref: '#/components/schemas/Scope',
          },
          asOf: {
            $ref: '#/components/schemas/AsOf',
          },
          dimension: {
            $ref: '#/components/schemas/Dimension',
          },
          day: {
            $ref: '#/components/schemas/Day',
          },
          window: {
            $ref: '#/components/schemas/Window',
          },
          previous: {
            $ref: '#/components/schemas/Previous',
          },
        },
      },
      LatestAnswer: {
        type: 'object',
        required: ['entityRefs', 'metrics'],
        properties: {
          entityRefs: {
            type: 'array',
            items: {
              type: 'string',
            },
          },
          metrics: {
            type: 'array',
            items: {
              type: 'object',
              required: ['metricId', 'day', 'window', 'values'],
              properties: {
                metricId: {
                  type: 'string',
                },
                day: {
                  type: 'string',
                },
                window: {
                  type: 'integer',
                },
                values: {
                  type: 'array',
                  description:
                    'One value an entity, in the order of `entityRefs`.',
                  items: {
                    $ref: '#/components/schemas/MetricValue',
                  },
                },
                previous: {
                  type: 'array',
                  description:
                    'The same of the window that ends where this one begins, where it was asked for.',
                  items: {
                    $ref: '#/components/schemas/MetricValue',
                  },
                },
              },
            },
          },
        },
      },
      SeriesRequest: {
        type: 'object',
        additionalProperties: false,
        required: ['metricIds', 'from', 'to'],
        properties: {
          metricIds: {
            $ref: '#/components/schemas/MetricIds',
          },
          entityRefs: {
            $ref: '#/components/schemas/EntityRefs',
          },
          scope: {
            $ref: '#/components/schemas/Scope',
          },
          asOf: {
            $ref: '#/components/schemas/AsOf',
          },
          dimension: {
            $ref: '#/components/schemas/Dimension',
          },
          from: {
            $ref: '#/components/schemas/Day',
          },
          to: {
            $ref: '#/components/schemas/Day',
          },
          bucket: {
            $ref: '#/components/schemas/Bucket',
          },
          window: {
            $ref: '#/components/schemas/Window',
          },
        },
      },
      SeriesAnswer: {
        type: 'object',
        required: ['entityRefs', 'buckets', 'metrics'],
        properties: {
          entityRefs: {
            type: 'array',
            items: {
              type: 'string',
            },
          },
          buckets: {
            $ref: '#/components/schemas/Buckets',
          },
          metrics: {
            type: 'array',
            items: {
              type: 'object',
              required: ['metricId', 'series'],
              properties: {
                metricId: {
                  type: 'string',
                },
                series: {
                  type: 'array',
                  description: 'One list an entity, in it one value a bucket.',
                  items: {
                    type: 'array',
                    items: {
                      $ref: '#/components/schemas/MetricValue',
                    },
                  },
                },
              },
            },
          },
        },
      },
      RollupRequest: {
        type: 'object',
        additionalProperties: false,
        required: ['metricIds', 'scopes'],
        properties: {
          metricIds: {
            $ref: '#/components/schemas/MetricIds',
          },
          scopes: {
            $ref: '#/components/schemas/Scopes',
          },
          day: {
            $ref: '#/components/schemas/Day',
          },
          window: {
            $ref: '#/components/schemas/Window',
          },
          previous: {
            $ref: '#/components/schemas/Previous',
          },
          from: {
            $ref: '#/components/schemas/Day',
          },
          to: {
            $ref: '#/components/schemas/Day',
          },
          asOf: {
            $ref: '#/components/schemas/AsOf',
          },
          dimension: {
            $ref: '#/components/schemas/Dimension',
          },
        },
      },
      TrendRequest: {
        type: 'object',
        additionalProperties: false,
        required: ['metricIds', 'scopes', 'from', 'to'],
        properties: {
          metricIds: {
            $ref: '#/components/schemas/MetricIds',
          },
          scopes: {
            $ref: '#/components/schemas/Scopes',
          },
          from: {
            $ref: '#/components/schemas/Day',
          },
          to: {
            $ref: '#/components/schemas/Day',
          },
          bucket: {
            $ref: '#/components/schemas/Bucket',
          },
          window: {
            $ref: '#/components/schemas/Window',
          },
          asOf: {
            $ref: '#/components/schemas/AsOf',
          },
          dimension: {
            $ref: '#/components/schemas/Dimension',
          },
        },
      },
      TrendAnswer: {
        type: 'object',
        required: ['buckets', 'scopes'],
        properties: {
          buckets: {
            $ref: '#/components/schemas/Buckets',
          },
          scopes: {
            type: 'array',
            items: {
              type: 'object',
              required: ['scope', 'metrics'],
              properties: {
                scope: {
                  type: 'string',
                },
                metrics: {
                  type: 'array',
                  items: {
                    type: 'object',
                    required: ['metricId', 'aggregation', 'points'],
                    properties: {
                      metricId: {
                        type: 'string',
                      },
                      aggregation: {
                        type: 'string',
                      },
                      points: {
                        type: 'array',
                        description: 'One a bucket.',
                        items: {
                          $ref: '#/components/schemas/TrendPoint',
                        },
                      },
                    },
                  },
                },
              },
            },
          },
        },
      },
      TrendPoint: {
        type: 'object',
        required: ['coverage', 'value'],
        properties: {
          coverage: {
            $ref: '#/components/schemas/Coverage',
          },
          value: {
            $ref: '#/components/schemas/MetricValue',
          },
          distribution: {
            $ref: '#/components/schemas/MetricDistribution',
          },
        },
      },
      Question: {
        type: 'object',
        additionalProperties: false,
        minProperties: 1,
        maxProperties: 1,
        description: 'One question, under the name of its query.',
        properties: {
          definitions: {
            type: 'object',
            additionalProperties: false,
            description: 'Every metric, as `GET /v1/definitions` answers.',
          },
          latest: {
            $ref: '#/components/schemas/LatestRequest',
          },
          series: {
            $ref: '#/components/schemas/SeriesRequest',
          },
          rollup: {
            $ref: '#/components/schemas/RollupRequest',
          },
          trend: {
            $ref: '#/components/schemas/TrendRequest',
          },
        },
      },
      Answer: {
        type: 'object',
        description:
          'The answer, under the name of the query, or what the question alone would have failed with.',
        properties: {
          definitions: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/RegisteredMetric',
            },
          },
          latest: {
            $ref: '#/components/schemas/LatestAnswer',
          },
          series: {
            $ref: '#/components/schemas/SeriesAnswer',
          },
          rollup: {
            $ref: '#/components/schemas/RollupAnswer',
          },
          trend: {
            $ref: '#/components/schemas/TrendAnswer',
          },
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
              metricId: {
                type: 'string',
                description: 'A metric whose own permission the caller lacks.',
              },
              permission: {
                type: 'string',
                description: 'That permission.',
              },
            },
          },
          response: {
            type: 'object',
            required: ['statusCode'],
            properties: {
              statusCode: {
                type: 'integer',
              },
            },
          },
        },
      },
      MetricParts: {
        type: 'object',
        properties: {
          sum: {
            type: 'string',
          },
          numerator: {
            type: 'string',
          },
          denominator: {
            type: 'string',
          },
          count: {
            type: 'number',
          },
        },
      },
      RollupAnswer: {
        type: 'object',
        required: ['scopes'],
        properties: {
          scopes: {
            type: 'array',
            items: {
              type: 'object',
              required: ['scope', 'metrics'],
              properties: {
                scope: {
                  type: 'string',
                },
                metrics: {
                  type: 'array',
                  items: {
                    $ref: '#/components/schemas/MetricRollup',
                  },
                },
              },
            },
          },
        },
      },
      MetricRollup: {
        type: 'object',
        required: ['metricId', 'period', 'coverage', 'aggregation', 'value'],
        properties: {
          metricId: {
            type: 'string',
          },
          period: {
            type: 'object',
            required: ['from', 'to'],
            properties: {
              from: {
                type: 'string',
              },
              to: {
                type: 'string',
              },
            },
          },
          coverage: {
            $ref: '#/components/schemas/Coverage',
          },
          aggregation: {
            type: 'string',
            enum: ['sum', 'ratio', 'distribution'],
          },
          value: {
            $ref: '#/components/schemas/MetricValue',
          },
          parts: {
            $ref: '#/components/schemas/MetricParts',
          },
          distribution: {
            $ref: '#/components/schemas/MetricDistribution',
          },
          previous: {
            $ref: '#/components/schemas/TrendPoint',
          },
        },
      },
      MetricDistribution: {
        type: 'object',
        required: ['count', 'quantiles', 'histogram'],
        properties: {
          count: {
            type: 'integer',
          },
          quantiles: {
            type: 'object',
            additionalProperties: {
              type: 'number',
            },
          },
          histogram: {
            type: 'array',
            items: {
              type: 'object',
              required: ['from', 'to', 'count'],
              properties: {
                from: {
                  type: 'number',
                },
                to: {
                  type: 'number',
                },
                count: {
                  type: 'integer',
                },
              },
            },
          },
          bands: {
            type: 'array',
            items: {
              type: 'object',
              required: ['id', 'title', 'count'],
              properties: {
                id: {
                  type: 'string',
                },
                title: {
                  type: 'string',
                },
                count: {
                  type: 'integer',
                },
              },
            },
          },
        },
      },
    },
  },
} as const;
