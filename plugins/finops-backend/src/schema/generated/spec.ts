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
                  $ref: '#/components/schemas/CostsAnswer',
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
                  $ref: '#/components/schemas/CostChangesAnswer',
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
    '/v1/carbon': {
      get: {
        operationId: 'GetCarbon',
        summary:
          'How much carbon was estimated in a period, beside the cost of the same',
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
            name: 'groupBy',
            in: 'query',
            allowReserved: true,
            required: false,
            description:
              'entity, owner, system, domain, environment, provider, serviceCategory, bucket, month or day.',
            schema: {
              type: 'string',
              maxLength: 50,
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
        ],
        responses: {
          '200': {
            description:
              'kg of CO2 equivalents, and how much of the use they are about. What has no factor is unknown, and in no figure.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/CarbonAnswer',
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
                  $ref: '#/components/schemas/CostLinePage',
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
                  $ref: '#/components/schemas/CostImportPage',
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
        operationId: 'ImportCosts',
        summary: 'Takes a file of cost, as CSV, gzip CSV or Parquet, streamed',
        parameters: [
          {
            name: 'source',
            in: 'query',
            allowReserved: true,
            required: false,
            description: 'Whose lines these are. Default, upload.',
            schema: {
              type: 'string',
              maxLength: 200,
            },
          },
          {
            name: 'period',
            in: 'query',
            allowReserved: true,
            required: false,
            description:
              'Billing months that the file has all of, such as 2026-01, with commas between them. They replace what the source brought of them before.',
            schema: {
              type: 'string',
              maxLength: 2000,
            },
          },
          {
            name: 'billingPeriod',
            in: 'query',
            allowReserved: true,
            required: false,
            description: 'The same as period.',
            schema: {
              type: 'string',
              maxLength: 2000,
            },
          },
          {
            name: 'currency',
            in: 'query',
            allowReserved: true,
            required: false,
            description: 'Of lines that name none.',
            schema: {
              type: 'string',
              pattern: '^[A-Z]{3}$',
            },
          },
          {
            name: 'fileName',
            in: 'query',
            allowReserved: true,
            required: false,
            schema: {
              type: 'string',
              maxLength: 2000,
            },
          },
          {
            name: 'provenance',
            in: 'query',
            allowReserved: true,
            required: false,
            schema: {
              type: 'string',
              enum: ['real', 'demo'],
            },
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/octet-stream': {
              schema: {
                type: 'string',
                format: 'binary',
              },
            },
            'text/csv': {
              schema: {
                type: 'string',
                format: 'binary',
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The lines can be read now.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/CostImportResult',
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
                  $ref: '#/components/schemas/CostImport',
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
                  $ref: '#/components/schemas/CostRejectionPage',
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
                  $ref: '#/components/schemas/CostSources',
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
    '/v1/allocation/rules': {
      get: {
        operationId: 'GetAllocationRules',
        summary: 'The rules in force by which cost finds its owner',
        responses: {
          '200': {
            description: 'The rules and their version.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/AllocationRulesVersion',
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
        operationId: 'PutAllocationRules',
        summary: 'Puts other rules in force, where they are kept in the portal',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/AllocationRulesChange',
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The rules and their new version.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/AllocationRulesVersion',
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
    '/v1/allocation/rules/{version}/{ruleId}': {
      get: {
        operationId: 'GetAllocationRule',
        summary: 'A rule as it was in a version',
        parameters: [
          {
            name: 'version',
            in: 'path',
            required: true,
            schema: {
              type: 'integer',
              minimum: 0,
              maximum: 2147483647,
            },
          },
          {
            name: 'ruleId',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
              maxLength: 100,
            },
          },
        ],
        responses: {
          '200': {
            description: 'The rule. One that is built in has a title only.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/AllocationRuleText',
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
    '/v1/allocation/dry-run': {
      post: {
        operationId: 'DryRunAllocation',
        summary: 'What other rules would do to a month; nothing changes',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/AllocationTrial',
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The effect, before and after.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/AllocationDryRun',
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
    '/v1/allocation/runs': {
      post: {
        operationId: 'RunAllocation',
        summary: 'Allocates a month again, by the rules in force',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/AllocationRun',
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The month that was allocated.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/AllocationRun',
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
    '/v1/allocation/coverage': {
      get: {
        operationId: 'GetAllocationCoverage',
        summary: 'How much of the cost has an owner',
        parameters: [
          {
            name: 'from',
            in: 'query',
            allowReserved: true,
            required: true,
            description: 'First day, included.',
            schema: {
              type: 'string',
              maxLength: 10,
            },
          },
          {
            name: 'to',
            in: 'query',
            allowReserved: true,
            required: true,
            description: 'Last day, excluded.',
            schema: {
              type: 'string',
              maxLength: 10,
            },
          },
        ],
        responses: {
          '200': {
            description: 'By currency and reason.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/AllocationCoverage',
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
    '/v1/budgets': {
      get: {
        operationId: 'ListBudgets',
        summary: 'Budgets and how much of each is used',
        parameters: [
          {
            name: 'day',
            in: 'query',
            allowReserved: true,
            required: false,
            description:
              'A day in the periods that are asked for. Default, today.',
            schema: {
              type: 'string',
              maxLength: 10,
            },
          },
          {
            $ref: '#/components/parameters/scope',
          },
        ],
        responses: {
          '200': {
            description:
              'Those that the reader may know of, the nearest to its end first.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/BudgetsAnswer',
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
        operationId: 'CreateBudget',
        summary: 'Adds a budget',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/BudgetChange',
              },
            },
          },
        },
        responses: {
          '201': {
            description: 'The budget.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Budget',
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
    '/v1/budgets/{id}': {
      parameters: [
        {
          $ref: '#/components/parameters/id',
        },
      ],
      put: {
        operationId: 'UpdateBudget',
        summary: 'Changes a budget of the portal',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/BudgetChange',
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The budget.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Budget',
                },
              },
            },
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
      delete: {
        operationId: 'DeleteBudget',
        summary: 'Removes a budget of the portal',
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
    '/v1/forecast': {
      get: {
        operationId: 'GetForecast',
        summary: 'What the running month and the next three will cost',
        parameters: [
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
            $ref: '#/components/parameters/metric',
          },
        ],
        responses: {
          '200': {
            description:
              'Known and expected days, with method, interval and error.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/CostForecast',
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
    '/v1/anomalies': {
      get: {
        operationId: 'ListAnomalies',
        summary: 'Days on which something cost far more or less than usual',
        parameters: [
          {
            name: 'from',
            in: 'query',
            allowReserved: true,
            required: false,
            description: 'First day, included.',
            schema: {
              type: 'string',
              maxLength: 10,
            },
          },
          {
            name: 'to',
            in: 'query',
            allowReserved: true,
            required: false,
            description: 'Last day, excluded.',
            schema: {
              type: 'string',
              maxLength: 10,
            },
          },
          {
            $ref: '#/components/parameters/scope',
          },
          {
            name: 'state',
            in: 'query',
            allowReserved: true,
            required: false,
            schema: {
              type: 'string',
              enum: ['open', 'acknowledged', 'silenced'],
            },
          },
          {
            $ref: '#/components/parameters/cursor',
          },
          {
            name: 'limit',
            in: 'query',
            required: false,
            schema: {
              type: 'integer',
              minimum: 1,
              maximum: 200,
            },
          },
        ],
        responses: {
          '200': {
            description: 'A page, the newest first.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/AnomaliesAnswer',
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
    '/v1/anomalies/{id}/state': {
      parameters: [
        {
          $ref: '#/components/parameters/id',
        },
      ],
      post: {
        operationId: 'SetAnomalyState',
        summary:
          'Acknowledges an anomaly, silences it with a reason, or opens it again',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/AnomalyStateChange',
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The anomaly.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/CostAnomaly',
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
    '/v1/recommendations': {
      get: {
        operationId: 'ListRecommendations',
        summary: 'What could be saved',
        parameters: [
          {
            $ref: '#/components/parameters/scope',
          },
          {
            name: 'state',
            in: 'query',
            allowReserved: true,
            required: false,
            schema: {
              type: 'string',
              enum: ['open', 'accepted', 'dismissed', 'resolved'],
            },
          },
          {
            name: 'rule',
            in: 'query',
            allowReserved: true,
            required: false,
            description: 'The id of a rule.',
            schema: {
              type: 'string',
              maxLength: 100,
            },
          },
        ],
        responses: {
          '200': {
            description: 'The greatest saving first, with the rules and sums.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/RecommendationsAnswer',
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
    '/v1/recommendations/{id}/state': {
      parameters: [
        {
          $ref: '#/components/parameters/id',
        },
      ],
      post: {
        operationId: 'SetRecommendationState',
        summary:
          'Accepts a recommendation, dismisses it with a reason, or opens it again',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/RecommendationStateChange',
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The recommendation.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Recommendation',
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
    '/v1/statements': {
      get: {
        operationId: 'ListStatements',
        summary: 'The months that have statements, the newest first',
        responses: {
          '200': {
            description: 'The months.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/StatementMonths',
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
    '/v1/statements/{month}': {
      parameters: [
        {
          $ref: '#/components/parameters/month',
        },
      ],
      get: {
        operationId: 'GetStatement',
        summary: 'What a month is charged to its owners, or to one of them',
        parameters: [
          {
            name: 'owner',
            in: 'query',
            allowReserved: true,
            required: false,
            description: 'Reference of a group or user, or unallocated.',
            schema: {
              type: 'string',
              maxLength: 300,
            },
          },
          {
            name: 'format',
            in: 'query',
            allowReserved: true,
            required: false,
            description: 'Default, json.',
            schema: {
              type: 'string',
              enum: ['json', 'csv', 'pdf'],
            },
          },
        ],
        responses: {
          '200': {
            description: 'The statement.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Statement',
                },
              },
              'text/csv': {
                schema: {
                  type: 'string',
                },
              },
              'application/pdf': {
                schema: {
                  type: 'string',
                  format: 'binary',
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
    '/v1/months/{month}/close': {
      parameters: [
        {
          $ref: '#/components/parameters/month',
        },
      ],
      post: {
        operationId: 'CloseMonth',
        summary: 'Closes a month, after which its statement does not change',
        responses: {
          '200': {
            description: 'Who closed it, when, and the hash of the statement.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/StatementClosing',
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
    '/v1/unit-costs': {
      get: {
        operationId: 'GetUnitCost',
        summary:
          'What one of anything costs that the metric store adds up, such as a deployment',
        parameters: [
          {
            name: 'from',
            in: 'query',
            allowReserved: true,
            required: true,
            description: 'First day, included.',
            schema: {
              type: 'string',
              maxLength: 10,
            },
          },
          {
            name: 'to',
            in: 'query',
            allowReserved: true,
            required: true,
            description: 'Last day, excluded.',
            schema: {
              type: 'string',
              maxLength: 10,
            },
          },
          {
            $ref: '#/components/parameters/scope',
          },
          {
            $ref: '#/components/parameters/metric',
          },
          {
            name: 'per',
            in: 'query',
            allowReserved: true,
            required: false,
            description:
              'The id of a metric whose values add. Default, deploymentFrequency.',
            schema: {
              type: 'string',
              maxLength: 80,
            },
          },
        ],
        responses: {
          '200': {
            description: 'Cost, quantity and cost of one.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/UnitCost',
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
      id: {
        name: 'id',
        in: 'path',
        required: true,
        schema: {
          type: 'string',
          maxLength: 200,
        },
      },
      month: {
        name: 'month',
        in: 'path',
        required: true,
        description: 'A billing month, such as 2026-01.',
        schema: {
          type: 'string',
          maxLength: 10,
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
    schemas: {
      Amount: {
        type: 'string',
        description: 'An exact decimal, such as 1234.56.',
      },
      CostMetric: {
        type: 'string',
        enum: ['BilledCost', 'EffectiveCost', 'ListCost', 'ContractedCost'],
      },
      Unconverted: {
        type: 'object',
        description:
          'A total without an exchange rate, which is in no other figure.',
        required: ['currency', 'total'],
        properties: {
          currency: {
            type: 'string',
          },
          total: {
            $ref: '#/components/schemas/Amount',
          },
        },
      },
      CostGroup: {
        type: 'object',
        required: ['key', 'total'],
        properties: {
          key: {
            type: 'string',
          },
          total: {
            $ref: '#/components/schemas/Amount',
          },
          previous: {
            $ref: '#/components/schemas/Amount',
          },
        },
      },
      CostPoint: {
        type: 'object',
        required: ['from', 'to', 'complete', 'total', 'groups'],
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
          total: {
            $ref: '#/components/schemas/Amount',
          },
          groups: {
            type: 'object',
            additionalProperties: {
              $ref: '#/components/schemas/Amount',
            },
          },
        },
      },
      CostsAnswer: {
        type: 'object',
        required: [
          'from',
          'to',
          'metric',
          'currency',
          'total',
          'unallocated',
          'lines',
          'groups',
          'visible',
          'demo',
        ],
        properties: {
          from: {
            type: 'string',
          },
          to: {
            type: 'string',
          },
          metric: {
            $ref: '#/components/schemas/CostMetric',
          },
          groupBy: {
            type: 'string',
            description: 'As it was asked.',
          },
          currency: {
            type: 'string',
          },
          total: {
            $ref: '#/components/schemas/Amount',
          },
          unallocated: {
            $ref: '#/components/schemas/Amount',
          },
          lines: {
            type: 'integer',
          },
          groups: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/CostGroup',
            },
          },
          others: {
            type: 'object',
            required: ['groups', 'total'],
            properties: {
              groups: {
                type: 'integer',
              },
              total: {
                $ref: '#/components/schemas/Amount',
              },
            },
          },
          series: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/CostPoint',
            },
          },
          previous: {
            type: 'object',
            required: ['from', 'to', 'total', 'complete'],
            properties: {
              from: {
                type: 'string',
              },
              to: {
                type: 'string',
              },
              total: {
                $ref: '#/components/schemas/Amount',
              },
              complete: {
                type: 'boolean',
              },
              unconverted: {
                type: 'array',
                items: {
                  $ref: '#/components/schemas/Unconverted',
                },
              },
            },
          },
          unconverted: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Unconverted',
            },
          },
          visible: {
            type: 'string',
            enum: ['all', 'own'],
          },
          demo: {
            type: 'boolean',
          },
        },
      },
      CostEffects: {
        type: 'object',
        required: ['price', 'quantity', 'mix', 'started', 'stopped', 'other'],
        properties: {
          price: {
            $ref: '#/components/schemas/Amount',
          },
          quantity: {
            $ref: '#/components/schemas/Amount',
          },
          mix: {
            $ref: '#/components/schemas/Amount',
          },
          started: {
            $ref: '#/components/schemas/Amount',
          },
          stopped: {
            $ref: '#/components/schemas/Amount',
          },
          other: {
            $ref: '#/components/schemas/Amount',
          },
        },
      },
      CostFamily: {
        type: 'object',
        required: [
          'family',
          'before',
          'after',
          'price',
          'quantity',
          'mix',
          'started',
          'stopped',
          'other',
        ],
        properties: {
          family: {
            type: 'string',
          },
          before: {
            $ref: '#/components/schemas/Amount',
          },
          after: {
            $ref: '#/components/schemas/Amount',
          },
          price: {
            $ref: '#/components/schemas/Amount',
          },
          quantity: {
            $ref: '#/components/schemas/Amount',
          },
          mix: {
            $ref: '#/components/schemas/Amount',
          },
          started: {
            $ref: '#/components/schemas/Amount',
          },
          stopped: {
            $ref: '#/components/schemas/Amount',
          },
          other: {
            $ref: '#/components/schemas/Amount',
          },
        },
      },
      CostChangesAnswer: {
        type: 'object',
        required: [
          'from',
          'to',
          'previous',
          'metric',
          'currency',
          'before',
          'after',
          'effects',
          'families',
        ],
        properties: {
          from: {
            type: 'string',
          },
          to: {
            type: 'string',
          },
          previous: {
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
          metric: {
            $ref: '#/components/schemas/CostMetric',
          },
          currency: {
            type: 'string',
          },
          before: {
            $ref: '#/components/schemas/Amount',
          },
          after: {
            $ref: '#/components/schemas/Amount',
          },
          effects: {
            $ref: '#/components/schemas/CostEffects',
          },
          families: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/CostFamily',
            },
          },
          unconverted: {
            type: 'object',
            required: ['before', 'after'],
            properties: {
              before: {
                type: 'array',
                items: {
                  $ref: '#/components/schemas/Unconverted',
                },
              },
              after: {
                type: 'array',
                items: {
                  $ref: '#/components/schemas/Unconverted',
                },
              },
            },
          },
        },
      },
      CostLineShare: {
        type: 'object',
        required: [
          'entityRef',
          'bucket',
          'environment',
          'billedCost',
          'effectiveCost',
          'ruleId',
          'rulesVersion',
        ],
        properties: {
          entityRef: {
            type: 'string',
          },
          bucket: {
            type: 'string',
          },
          environment: {
            type: 'string',
          },
          billedCost: {
            $ref: '#/components/schemas/Amount',
          },
          effectiveCost: {
            $ref: '#/components/schemas/Amount',
          },
          ruleId: {
            type: 'string',
          },
          rulesVersion: {
            type: 'integer',
          },
        },
      },
      CostLine: {
        type: 'object',
        required: [
          'importId',
          'source',
          'lineNumber',
          'billingMonth',
          'chargeStart',
          'currency',
          'billedCost',
          'adjustment',
          'columns',
          'tags',
          'extra',
          'shares',
        ],
        properties: {
          importId: {
            type: 'integer',
          },
          source: {
            type: 'string',
          },
          lineNumber: {
            type: 'integer',
          },
          billingMonth: {
            type: 'string',
          },
          chargeStart: {
            type: 'string',
          },
          chargeEnd: {
            type: 'string',
          },
          currency: {
            type: 'string',
          },
          billedCost: {
            $ref: '#/components/schemas/Amount',
          },
          effectiveCost: {
            $ref: '#/components/schemas/Amount',
          },
          listCost: {
            $ref: '#/components/schemas/Amount',
          },
          contractedCost: {
            $ref: '#/components/schemas/Amount',
          },
          pricingQuantity: {
            type: 'string',
          },
          consumedQuantity: {
            type: 'string',
          },
          listUnitPrice: {
            type: 'string',
          },
          contractedUnitPrice: {
            type: 'string',
          },
          adjustment: {
            type: 'boolean',
          },
          columns: {
            type: 'object',
            additionalProperties: {
              type: 'string',
            },
          },
          tags: {
            type: 'object',
            additionalProperties: {
              type: 'string',
            },
          },
          extra: {
            type: 'object',
            additionalProperties: {
              type: 'string',
            },
          },
          shares: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/CostLineShare',
            },
          },
        },
      },
      CostLinePage: {
        type: 'object',
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/CostLine',
            },
          },
          nextCursor: {
            type: 'string',
          },
        },
      },
      ConformanceFailure: {
        type: 'object',
        required: [
          'ruleId',
          'column',
          'requirement',
          'must',
          'rows',
          'examples',
        ],
        properties: {
          ruleId: {
            type: 'string',
          },
          column: {
            type: 'string',
          },
          requirement: {
            type: 'string',
          },
          must: {
            type: 'boolean',
          },
          rows: {
            type: 'integer',
          },
          examples: {
            type: 'array',
            items: {
              type: 'object',
              required: ['lineNumber', 'found'],
              properties: {
                lineNumber: {
                  type: 'integer',
                },
                found: {
                  type: 'string',
                },
              },
            },
          },
        },
      },
      ConformanceVerdict: {
        type: 'object',
        required: [
          'version',
          'conformance',
          'rulesChecked',
          'rulesFailed',
          'failures',
          'notes',
        ],
        properties: {
          version: {
            type: 'string',
          },
          conformance: {
            type: 'string',
          },
          rulesChecked: {
            type: 'integer',
          },
          rulesFailed: {
            type: 'integer',
          },
          failures: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/ConformanceFailure',
            },
          },
          notes: {
            type: 'array',
            items: {
              type: 'string',
            },
          },
        },
      },
      CostChange: {
        type: 'object',
        description: 'A billing month that was restated.',
        required: ['month', 'currency', 'before', 'after'],
        properties: {
          month: {
            type: 'string',
          },
          currency: {
            type: 'string',
          },
          before: {
            type: 'object',
            required: ['lines', 'billedCost'],
            properties: {
              lines: {
                type: 'integer',
              },
              billedCost: {
                $ref: '#/components/schemas/Amount',
              },
            },
          },
          after: {
            type: 'object',
            required: ['lines', 'billedCost'],
            properties: {
              lines: {
                type: 'integer',
              },
              billedCost: {
                $ref: '#/components/schemas/Amount',
              },
            },
          },
        },
      },
      CostImportResult: {
        type: 'object',
        required: [
          'importId',
          'lines',
          'adjustments',
          'rejected',
          'verdict',
          'source',
          'months',
          'duplicate',
        ],
        properties: {
          importId: {
            type: 'integer',
          },
          lines: {
            type: 'integer',
          },
          adjustments: {
            type: 'integer',
          },
          rejected: {
            type: 'integer',
          },
          verdict: {
            $ref: '#/components/schemas/ConformanceVerdict',
          },
          source: {
            type: 'string',
          },
          months: {
            type: 'array',
            items: {
              type: 'string',
            },
          },
          change: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/CostChange',
            },
          },
          duplicate: {
            type: 'boolean',
          },
        },
      },
      CostImport: {
        type: 'object',
        required: [
          'importId',
          'lines',
          'adjustments',
          'rejected',
          'verdict',
          'source',
          'months',
          'importedAt',
          'importedBy',
          'format',
          'bytes',
          'demo',
        ],
        properties: {
          importId: {
            type: 'integer',
          },
          lines: {
            type: 'integer',
          },
          adjustments: {
            type: 'integer',
          },
          rejected: {
            type: 'integer',
          },
          verdict: {
            $ref: '#/components/schemas/ConformanceVerdict',
          },
          source: {
            type: 'string',
          },
          months: {
            type: 'array',
            items: {
              type: 'string',
            },
          },
          change: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/CostChange',
            },
          },
          importedAt: {
            type: 'string',
          },
          importedBy: {
            type: 'string',
          },
          fileName: {
            type: 'string',
          },
          format: {
            type: 'string',
          },
          bytes: {
            type: 'integer',
          },
          supersededBy: {
            type: 'integer',
          },
          demo: {
            type: 'boolean',
          },
        },
      },
      CostImportPage: {
        type: 'object',
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/CostImport',
            },
          },
          nextCursor: {
            type: 'string',
          },
        },
      },
      RejectedLine: {
        type: 'object',
        required: ['lineNumber', 'column', 'reason', 'row'],
        properties: {
          lineNumber: {
            type: 'integer',
          },
          column: {
            type: 'string',
          },
          reason: {
            type: 'string',
          },
          row: {
            type: 'string',
          },
        },
      },
      CostRejectionPage: {
        type: 'object',
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/RejectedLine',
            },
          },
          nextCursor: {
            type: 'string',
          },
        },
      },
      CostSourceRun: {
        type: 'object',
        required: ['lastRunAt', 'filesImported', 'filesUnchanged'],
        properties: {
          lastRunAt: {
            type: 'string',
          },
          lastSuccessAt: {
            type: 'string',
          },
          failingSince: {
            type: 'string',
          },
          error: {
            type: 'string',
          },
          filesImported: {
            type: 'integer',
          },
          filesUnchanged: {
            type: 'integer',
          },
        },
      },
      CostSource: {
        type: 'object',
        required: ['name', 'kind', 'demo', 'imports', 'lines'],
        properties: {
          name: {
            type: 'string',
          },
          kind: {
            type: 'string',
          },
          demo: {
            type: 'boolean',
          },
          imports: {
            type: 'integer',
          },
          lines: {
            type: 'integer',
          },
          lastImport: {
            $ref: '#/components/schemas/CostImport',
          },
          run: {
            $ref: '#/components/schemas/CostSourceRun',
          },
        },
      },
      CostSources: {
        type: 'object',
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/CostSource',
            },
          },
        },
      },
      AllocationRulesVersion: {
        type: 'object',
        required: [
          'version',
          'contentHash',
          'rules',
          'origin',
          'author',
          'createdAt',
          'editable',
        ],
        properties: {
          version: {
            type: 'integer',
          },
          contentHash: {
            type: 'string',
          },
          rules: {
            type: 'object',
            additionalProperties: true,
            description: 'See the guide of cost allocation.',
          },
          origin: {
            type: 'string',
          },
          author: {
            type: 'string',
          },
          createdAt: {
            type: 'string',
          },
          editable: {
            type: 'boolean',
          },
        },
      },
      AllocationRulesChange: {
        type: 'object',
        properties: {
          rules: {
            description: 'See the guide of cost allocation.',
          },
          basedOn: {
            type: 'integer',
            minimum: 0,
            description:
              'The version that was changed; where another is in force by now, nothing is.',
          },
        },
      },
      AllocationRuleText: {
        type: 'object',
        required: ['ruleId', 'title'],
        properties: {
          ruleId: {
            type: 'string',
          },
          title: {
            type: 'string',
          },
          rule: {
            type: 'object',
            additionalProperties: true,
          },
        },
      },
      AllocationTrial: {
        type: 'object',
        required: ['month'],
        properties: {
          rules: {
            description: 'See the guide of cost allocation.',
          },
          month: {
            type: 'string',
          },
          metric: {
            type: 'string',
            enum: ['BilledCost', 'EffectiveCost'],
          },
        },
      },
      AllocationRun: {
        type: 'object',
        required: ['month'],
        properties: {
          month: {
            type: 'string',
          },
        },
      },
      AllocationDryRun: {
        type: 'object',
        required: [
          'month',
          'metric',
          'changedItems',
          'items',
          'totals',
          'effects',
          'owners',
        ],
        properties: {
          month: {
            type: 'string',
          },
          metric: {
            type: 'string',
            enum: ['BilledCost', 'EffectiveCost'],
          },
          changedItems: {
            type: 'integer',
          },
          items: {
            type: 'integer',
          },
          totals: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/AllocationTotal',
            },
          },
          effects: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/AllocationEffect',
            },
          },
          owners: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/AllocationOwner',
            },
          },
        },
      },
      AllocationTotal: {
        type: 'object',
        required: ['currency', 'before', 'after'],
        properties: {
          currency: {
            type: 'string',
          },
          before: {
            $ref: '#/components/schemas/Amount',
          },
          after: {
            $ref: '#/components/schemas/Amount',
          },
        },
      },
      AllocationOwner: {
        type: 'object',
        required: ['owner', 'currency', 'before', 'after'],
        properties: {
          owner: {
            type: 'string',
          },
          currency: {
            type: 'string',
          },
          before: {
            $ref: '#/components/schemas/Amount',
          },
          after: {
            $ref: '#/components/schemas/Amount',
          },
        },
      },
      AllocationEffect: {
        type: 'object',
        required: ['entityRef', 'bucket', 'currency', 'before', 'after'],
        properties: {
          entityRef: {
            type: 'string',
          },
          bucket: {
            type: 'string',
          },
          currency: {
            type: 'string',
          },
          owner: {
            type: 'string',
          },
          before: {
            $ref: '#/components/schemas/Amount',
          },
          after: {
            $ref: '#/components/schemas/Amount',
          },
        },
      },
      AllocationCoverage: {
        type: 'object',
        required: ['from', 'to', 'currencies', 'months'],
        properties: {
          from: {
            type: 'string',
          },
          to: {
            type: 'string',
          },
          currencies: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/CurrencyCoverage',
            },
          },
          months: {
            type: 'array',
            items: {
              type: 'object',
              required: ['month', 'version', 'allocatedAt'],
              properties: {
                month: {
                  type: 'string',
                },
                version: {
                  type: 'integer',
                },
                allocatedAt: {
                  type: 'string',
                },
              },
            },
          },
        },
      },
      CurrencyCoverage: {
        type: 'object',
        required: ['currency', 'total', 'allocated', 'buckets'],
        properties: {
          currency: {
            type: 'string',
          },
          total: {
            $ref: '#/components/schemas/Amount',
          },
          allocated: {
            $ref: '#/components/schemas/Amount',
          },
          percentage: {
            type: 'string',
          },
          buckets: {
            type: 'array',
            items: {
              type: 'object',
              required: ['bucket', 'total'],
              properties: {
                bucket: {
                  type: 'string',
                },
                total: {
                  $ref: '#/components/schemas/Amount',
                },
              },
            },
          },
        },
      },
      CostSlice: {
        type: 'object',
        properties: {
          scope: {
            type: 'string',
          },
          environment: {
            type: 'string',
          },
          provider: {
            type: 'string',
          },
          serviceCategory: {
            type: 'string',
          },
        },
      },
      BudgetChange: {
        type: 'object',
        description: 'What is required is title, amount and currency.',
        properties: {
          title: {
            type: 'string',
          },
          slice: {
            $ref: '#/components/schemas/CostSlice',
          },
          metric: {
            $ref: '#/components/schemas/CostMetric',
          },
          period: {
            type: 'string',
            enum: ['month', 'year'],
          },
          amount: {
            type: ['string', 'number'],
          },
          currency: {
            type: 'string',
          },
          thresholds: {
            type: 'array',
            items: {
              type: 'number',
            },
          },
          alertOnForecast: {
            type: 'boolean',
          },
          owner: {
            type: 'string',
          },
        },
      },
      Budget: {
        type: 'object',
        required: [
          'title',
          'slice',
          'metric',
          'period',
          'amount',
          'currency',
          'thresholds',
          'alertOnForecast',
          'id',
          'origin',
        ],
        properties: {
          title: {
            type: 'string',
          },
          slice: {
            $ref: '#/components/schemas/CostSlice',
          },
          metric: {
            $ref: '#/components/schemas/CostMetric',
          },
          period: {
            type: 'string',
            enum: ['month', 'year'],
          },
          amount: {
            $ref: '#/components/schemas/Amount',
          },
          currency: {
            type: 'string',
          },
          thresholds: {
            type: 'array',
            items: {
              type: 'number',
            },
          },
          alertOnForecast: {
            type: 'boolean',
          },
          owner: {
            type: 'string',
          },
          id: {
            type: 'string',
          },
          origin: {
            type: 'string',
            enum: ['config', 'portal'],
          },
          createdBy: {
            type: 'string',
          },
          updatedBy: {
            type: 'string',
          },
          createdAt: {
            type: 'string',
          },
          updatedAt: {
            type: 'string',
          },
        },
      },
      BudgetUse: {
        type: 'object',
        required: [
          'budget',
          'from',
          'to',
          'spent',
          'remaining',
          'share',
          'state',
        ],
        properties: {
          budget: {
            $ref: '#/components/schemas/Budget',
          },
          from: {
            type: 'string',
          },
          to: {
            type: 'string',
          },
          lastDay: {
            type: 'string',
          },
          spent: {
            $ref: '#/components/schemas/Amount',
          },
          remaining: {
            $ref: '#/components/schemas/Amount',
          },
          share: {
            type: 'number',
          },
          state: {
            type: 'string',
            enum: ['within', 'near', 'forecast-over', 'over'],
          },
          reached: {
            type: 'number',
          },
          expected: {
            $ref: '#/components/schemas/Amount',
          },
          expectedLower: {
            $ref: '#/components/schemas/Amount',
          },
          expectedUpper: {
            $ref: '#/components/schemas/Amount',
          },
          unconverted: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Unconverted',
            },
          },
          expectedUnconverted: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Unconverted',
            },
          },
        },
      },
      BudgetsAnswer: {
        type: 'object',
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/BudgetUse',
            },
          },
        },
      },
      MonthForecast: {
        type: 'object',
        required: [
          'expected',
          'lower',
          'upper',
          'month',
          'actual',
          'knownDays',
          'days',
        ],
        properties: {
          expected: {
            $ref: '#/components/schemas/Amount',
          },
          lower: {
            $ref: '#/components/schemas/Amount',
          },
          upper: {
            $ref: '#/components/schemas/Amount',
          },
          month: {
            type: 'string',
          },
          actual: {
            $ref: '#/components/schemas/Amount',
          },
          knownDays: {
            type: 'integer',
          },
          days: {
            type: 'integer',
          },
        },
      },
      ExpectedDay: {
        type: 'object',
        required: ['expected', 'lower', 'upper', 'day'],
        properties: {
          expected: {
            $ref: '#/components/schemas/Amount',
          },
          lower: {
            $ref: '#/components/schemas/Amount',
          },
          upper: {
            $ref: '#/components/schemas/Amount',
          },
          day: {
            type: 'string',
          },
        },
      },
      ForecastError: {
        type: 'object',
        required: ['measure', 'value', 'days', 'origins'],
        properties: {
          measure: {
            type: 'string',
            enum: ['wape'],
          },
          value: {
            type: 'number',
          },
          days: {
            type: 'integer',
          },
          origins: {
            type: 'integer',
          },
        },
      },
      CostForecast: {
        type: 'object',
        required: [
          'slice',
          'metric',
          'currency',
          'state',
          'level',
          'months',
          'history',
          'days',
        ],
        properties: {
          slice: {
            $ref: '#/components/schemas/CostSlice',
          },
          metric: {
            $ref: '#/components/schemas/CostMetric',
          },
          currency: {
            type: 'string',
          },
          state: {
            type: 'string',
            enum: ['ok', 'insufficient-data'],
          },
          have: {
            type: 'integer',
          },
          need: {
            type: 'integer',
          },
          method: {
            type: 'string',
            enum: ['mstl-ets', 'seasonal-naive'],
          },
          methodTitle: {
            type: 'string',
          },
          level: {
            type: 'number',
          },
          error: {
            $ref: '#/components/schemas/ForecastError',
          },
          lastDay: {
            type: 'string',
          },
          months: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/MonthForecast',
            },
          },
          history: {
            type: 'array',
            items: {
              type: 'object',
              required: ['day', 'total'],
              properties: {
                day: {
                  type: 'string',
                },
                total: {
                  $ref: '#/components/schemas/Amount',
                },
              },
            },
          },
          days: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/ExpectedDay',
            },
          },
          unconverted: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Unconverted',
            },
          },
        },
      },
      AnomalyContribution: {
        type: 'object',
        required: [
          'itemId',
          'providerName',
          'serviceName',
          'resourceId',
          'resourceName',
          'subAccountId',
          'chargeDescription',
          'actual',
          'expected',
          'difference',
          'lines',
        ],
        properties: {
          itemId: {
            type: 'string',
          },
          providerName: {
            type: 'string',
          },
          serviceName: {
            type: 'string',
          },
          resourceId: {
            type: 'string',
          },
          resourceName: {
            type: 'string',
          },
          subAccountId: {
            type: 'string',
          },
          chargeDescription: {
            type: 'string',
          },
          actual: {
            $ref: '#/components/schemas/Amount',
          },
          expected: {
            $ref: '#/components/schemas/Amount',
          },
          difference: {
            $ref: '#/components/schemas/Amount',
          },
          lines: {
            type: 'integer',
          },
        },
      },
      CostAnomaly: {
        type: 'object',
        required: [
          'id',
          'day',
          'level',
          'entityRef',
          'bucket',
          'environment',
          'serviceCategory',
          'currency',
          'actual',
          'expected',
          'impact',
          'score',
          'state',
          'detectedAt',
          'contributions',
        ],
        properties: {
          id: {
            type: 'string',
          },
          day: {
            type: 'string',
          },
          level: {
            type: 'string',
            enum: ['total', 'allocation'],
          },
          entityRef: {
            type: 'string',
          },
          bucket: {
            type: 'string',
          },
          environment: {
            type: 'string',
          },
          serviceCategory: {
            type: 'string',
          },
          currency: {
            type: 'string',
          },
          actual: {
            $ref: '#/components/schemas/Amount',
          },
          expected: {
            $ref: '#/components/schemas/Amount',
          },
          impact: {
            $ref: '#/components/schemas/Amount',
          },
          score: {
            type: 'number',
          },
          state: {
            type: 'string',
            enum: ['open', 'acknowledged', 'silenced'],
          },
          reason: {
            type: 'string',
          },
          silencedUntil: {
            type: 'string',
          },
          changedBy: {
            type: 'string',
          },
          changedAt: {
            type: 'string',
          },
          detectedAt: {
            type: 'string',
          },
          owner: {
            type: 'string',
          },
          contributions: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/AnomalyContribution',
            },
          },
        },
      },
      AnomaliesAnswer: {
        type: 'object',
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/CostAnomaly',
            },
          },
          nextCursor: {
            type: 'string',
          },
        },
      },
      AnomalyStateChange: {
        type: 'object',
        description: 'Silencing needs a reason and a day, until.',
        required: ['state'],
        properties: {
          state: {
            type: 'string',
            enum: ['open', 'acknowledged', 'silenced'],
          },
          reason: {
            type: 'string',
          },
          until: {
            type: 'string',
          },
        },
      },
      SavingRule: {
        type: 'object',
        required: ['id', 'title', 'description', 'effort', 'kind'],
        properties: {
          id: {
            type: 'string',
          },
          title: {
            type: 'string',
          },
          description: {
            type: 'string',
          },
          effort: {
            type: 'string',
            enum: ['low', 'medium', 'high'],
          },
          kind: {
            type: 'string',
            enum: ['saving', 'hygiene'],
          },
        },
      },
      RealisedSaving: {
        type: 'object',
        required: ['before', 'after', 'monthly', 'days'],
        properties: {
          before: {
            $ref: '#/components/schemas/Amount',
          },
          after: {
            $ref: '#/components/schemas/Amount',
          },
          monthly: {
            $ref: '#/components/schemas/Amount',
          },
          days: {
            type: 'integer',
          },
        },
      },
      Recommendation: {
        type: 'object',
        required: [
          'id',
          'ruleId',
          'ruleTitle',
          'kind',
          'summary',
          'entityRef',
          'environment',
          'resourceId',
          'resourceName',
          'providerName',
          'serviceName',
          'currency',
          'monthlySaving',
          'effort',
          'state',
          'firstSeen',
          'lastSeen',
        ],
        properties: {
          id: {
            type: 'string',
          },
          ruleId: {
            type: 'string',
          },
          ruleTitle: {
            type: 'string',
          },
          kind: {
            type: 'string',
            enum: ['saving', 'hygiene'],
          },
          summary: {
            type: 'string',
          },
          entityRef: {
            type: 'string',
          },
          environment: {
            type: 'string',
          },
          owner: {
            type: 'string',
          },
          resourceId: {
            type: 'string',
          },
          resourceName: {
            type: 'string',
          },
          providerName: {
            type: 'string',
          },
          serviceName: {
            type: 'string',
          },
          currency: {
            type: 'string',
          },
          monthlySaving: {
            $ref: '#/components/schemas/Amount',
          },
          effort: {
            type: 'string',
            enum: ['low', 'medium', 'high'],
          },
          state: {
            type: 'string',
            enum: ['open', 'accepted', 'dismissed', 'resolved'],
          },
          reason: {
            type: 'string',
          },
          changedBy: {
            type: 'string',
          },
          changedAt: {
            type: 'string',
          },
          firstSeen: {
            type: 'string',
          },
          lastSeen: {
            type: 'string',
          },
          realised: {
            $ref: '#/components/schemas/RealisedSaving',
          },
        },
      },
      RecommendationsAnswer: {
        type: 'object',
        required: ['rules', 'items', 'totals'],
        properties: {
          rules: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/SavingRule',
            },
          },
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Recommendation',
            },
          },
          totals: {
            type: 'array',
            items: {
              type: 'object',
              required: ['currency', 'open', 'realised'],
              properties: {
                currency: {
                  type: 'string',
                },
                open: {
                  $ref: '#/components/schemas/Amount',
                },
                realised: {
                  $ref: '#/components/schemas/Amount',
                },
              },
            },
          },
        },
      },
      RecommendationStateChange: {
        type: 'object',
        description: 'Dismissing needs a reason.',
        required: ['state'],
        properties: {
          state: {
            type: 'string',
            enum: ['open', 'accepted', 'dismissed'],
          },
          reason: {
            type: 'string',
          },
        },
      },
      StatementTotal: {
        type: 'object',
        required: ['currency', 'cost', 'adjustments', 'total'],
        properties: {
          currency: {
            type: 'string',
          },
          cost: {
            $ref: '#/components/schemas/Amount',
          },
          adjustments: {
            $ref: '#/components/schemas/Amount',
          },
          total: {
            $ref: '#/components/schemas/Amount',
          },
        },
      },
      StatementOwner: {
        type: 'object',
        required: ['owner', 'currency', 'cost', 'adjustments', 'total'],
        properties: {
          owner: {
            type: 'string',
          },
          currency: {
            type: 'string',
          },
          cost: {
            $ref: '#/components/schemas/Amount',
          },
          adjustments: {
            $ref: '#/components/schemas/Amount',
          },
          total: {
            $ref: '#/components/schemas/Amount',
          },
        },
      },
      StatementLine: {
        type: 'object',
        required: [
          'owner',
          'entityRef',
          'bucket',
          'kind',
          'ofMonth',
          'currency',
          'amount',
        ],
        properties: {
          owner: {
            type: 'string',
          },
          entityRef: {
            type: 'string',
          },
          bucket: {
            type: 'string',
          },
          kind: {
            type: 'string',
            enum: ['cost', 'adjustment'],
          },
          ofMonth: {
            type: 'string',
          },
          currency: {
            type: 'string',
          },
          amount: {
            $ref: '#/components/schemas/Amount',
          },
        },
      },
      StatementClosing: {
        type: 'object',
        required: ['closedBy', 'closedAt', 'hash'],
        properties: {
          closedBy: {
            type: 'string',
          },
          closedAt: {
            type: 'string',
          },
          hash: {
            type: 'string',
          },
        },
      },
      Statement: {
        type: 'object',
        required: ['month', 'state', 'totals', 'owners', 'lines'],
        properties: {
          month: {
            type: 'string',
          },
          owner: {
            type: 'string',
          },
          state: {
            type: 'string',
            enum: ['open', 'closed'],
          },
          closing: {
            $ref: '#/components/schemas/StatementClosing',
          },
          totals: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/StatementTotal',
            },
          },
          owners: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/StatementOwner',
            },
          },
          lines: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/StatementLine',
            },
          },
        },
      },
      StatementMonth: {
        type: 'object',
        required: ['month', 'state', 'closable', 'takesAdjustments'],
        properties: {
          month: {
            type: 'string',
          },
          state: {
            type: 'string',
            enum: ['open', 'closed'],
          },
          closing: {
            $ref: '#/components/schemas/StatementClosing',
          },
          closable: {
            type: 'boolean',
          },
          blockedBy: {
            type: 'array',
            items: {
              type: 'string',
            },
          },
          takesAdjustments: {
            type: 'boolean',
          },
        },
      },
      StatementMonths: {
        type: 'object',
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/StatementMonth',
            },
          },
        },
      },
      UnitCost: {
        type: 'object',
        required: [
          'from',
          'to',
          'scope',
          'metric',
          'per',
          'title',
          'currency',
          'cost',
          'state',
        ],
        properties: {
          from: {
            type: 'string',
          },
          to: {
            type: 'string',
          },
          scope: {
            type: 'string',
          },
          metric: {
            $ref: '#/components/schemas/CostMetric',
          },
          per: {
            type: 'string',
          },
          title: {
            type: 'string',
          },
          currency: {
            type: 'string',
          },
          cost: {
            $ref: '#/components/schemas/Amount',
          },
          unconverted: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Unconverted',
            },
          },
          state: {
            type: 'string',
            enum: ['ok', 'insufficient-data'],
          },
          quantity: {
            type: 'number',
          },
          costPerUnit: {
            $ref: '#/components/schemas/Amount',
          },
          have: {
            type: 'number',
          },
          need: {
            type: 'number',
          },
        },
      },
      CarbonGroup: {
        type: 'object',
        required: ['key', 'kg', 'coveredCost', 'usageCost'],
        properties: {
          key: {
            type: 'string',
          },
          kg: {
            $ref: '#/components/schemas/Amount',
          },
          coveredCost: {
            $ref: '#/components/schemas/Amount',
          },
          usageCost: {
            $ref: '#/components/schemas/Amount',
          },
          coverage: {
            type: 'number',
          },
        },
      },
      CarbonPoint: {
        type: 'object',
        required: ['from', 'kg', 'coveredCost', 'usageCost'],
        properties: {
          from: {
            type: 'string',
          },
          kg: {
            $ref: '#/components/schemas/Amount',
          },
          coveredCost: {
            $ref: '#/components/schemas/Amount',
          },
          usageCost: {
            $ref: '#/components/schemas/Amount',
          },
          coverage: {
            type: 'number',
          },
        },
      },
      CarbonAnswer: {
        type: 'object',
        required: [
          'from',
          'to',
          'state',
          'unit',
          'currency',
          'kg',
          'coveredCost',
          'usageCost',
          'groups',
          'sources',
          'recalculating',
          'visible',
        ],
        properties: {
          from: {
            type: 'string',
          },
          to: {
            type: 'string',
          },
          groupBy: {
            type: 'string',
            description: 'As it was asked.',
          },
          state: {
            type: 'string',
            enum: ['ok', 'insufficient-data', 'not-configured'],
          },
          unit: {
            type: 'string',
            enum: ['kgCO2e'],
          },
          currency: {
            type: 'string',
          },
          kg: {
            $ref: '#/components/schemas/Amount',
          },
          coveredCost: {
            $ref: '#/components/schemas/Amount',
          },
          usageCost: {
            $ref: '#/components/schemas/Amount',
          },
          coverage: {
            type: 'number',
          },
          groups: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/CarbonGroup',
            },
          },
          series: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/CarbonPoint',
            },
          },
          sources: {
            type: 'array',
            items: {
              type: 'string',
            },
            description: 'Where the factors in force are from.',
          },
          recalculating: {
            type: 'boolean',
            description: 'Whether months are still as by the factors before.',
          },
          visible: {
            type: 'string',
            enum: ['all', 'own'],
          },
        },
      },
    },
  },
} as const;
