// Generated from openapi.yaml by `yarn schema`.
export const spec = {
  openapi: '3.1.0',
  info: {
    title: 'service-health',
    version: '1',
    description: 'How services are doing, environment by environment.',
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
    '/v1/states': {
      get: {
        operationId: 'GetStates',
        summary: 'Current states of many services in one call',
        description:
          'Worst first. Only entities that the caller sees. Needs `service-health.state.read`.',
        parameters: [
          {
            name: 'entityRef',
            in: 'query',
            description: 'All entities where none is named.',
            schema: {
              type: 'array',
              maxItems: 500,
              items: {
                type: 'string',
              },
            },
          },
          {
            name: 'environment',
            in: 'query',
            description: 'By name, in any case; all where none is named.',
            schema: {
              type: 'array',
              maxItems: 50,
              items: {
                type: 'string',
              },
            },
          },
          {
            name: 'limit',
            in: 'query',
            description:
              'How many checks are listed; the counts are of all. 100 by default.',
            schema: {
              type: 'integer',
              minimum: 1,
              maximum: 1000,
            },
          },
        ],
        responses: {
          '200': {
            description: 'The checks and how many are in which state.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/CheckStates',
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
    '/v1/history': {
      get: {
        operationId: 'GetHistory',
        summary: 'Everything about the health of one entity',
        description: 'Days are cut in UTC. Needs `service-health.state.read`.',
        parameters: [
          {
            name: 'entityRef',
            in: 'query',
            required: true,
            schema: {
              type: 'string',
            },
          },
          {
            name: 'days',
            in: 'query',
            description: 'How many days, today included. 30 by default.',
            schema: {
              type: 'integer',
              minimum: 1,
              maximum: 400,
            },
          },
        ],
        responses: {
          '200': {
            description:
              'Checks with their days, availability and error budget; changes, maintenance, problems.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/HealthHistory',
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
    '/v1/checks': {
      post: {
        operationId: 'ReportChecks',
        summary: 'Hand in what an external checker found',
        description:
          'All or nothing, and idempotent: the natural key of a result is entity, environment, name and minute. Needs `service-health.check.report`.',
        parameters: [
          {
            name: 'provenance',
            in: 'query',
            description:
              'Says that the results are made up; `portal.demo` must be on.',
            schema: {
              type: 'string',
              enum: ['demo'],
            },
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['items'],
                additionalProperties: false,
                properties: {
                  items: {
                    type: 'array',
                    maxItems: 1000,
                    items: {
                      $ref: '#/components/schemas/ReportedCheck',
                    },
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description:
              'How many were taken, and how many states they changed.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['accepted', 'changed'],
                  properties: {
                    accepted: {
                      type: 'integer',
                    },
                    changed: {
                      type: 'integer',
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
    '/v1/maintenance': {
      post: {
        operationId: 'StartMaintenance',
        summary: 'Announce maintenance',
        description:
          'What is found meanwhile does not count. Needs `service-health.maintenance.manage`.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/NewMaintenance',
              },
            },
          },
        },
        responses: {
          '201': {
            description: 'The window.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/MaintenanceWindow',
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
    '/v1/maintenance/{id}': {
      delete: {
        operationId: 'EndMaintenance',
        summary: 'End maintenance now, or call it off',
        description: 'Needs `service-health.maintenance.manage`.',
        parameters: [
          {
            name: 'id',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
              pattern: '^[0-9]{1,18}$',
            },
          },
        ],
        responses: {
          '204': {
            description: 'It is ended.',
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
      HealthState: {
        type: 'string',
        enum: ['up', 'degraded', 'down', 'unknown'],
      },
      CheckState: {
        type: 'object',
        required: ['id', 'entityRef', 'environment', 'name', 'state', 'demo'],
        properties: {
          id: {
            type: 'string',
          },
          entityRef: {
            type: 'string',
          },
          environment: {
            type: 'string',
          },
          name: {
            type: 'string',
          },
          state: {
            $ref: '#/components/schemas/HealthState',
          },
          reason: {
            type: 'string',
          },
          since: {
            type: 'string',
            format: 'date-time',
          },
          checkedAt: {
            type: 'string',
            format: 'date-time',
          },
          latency: {
            type: 'integer',
            description: 'Milliseconds.',
          },
          maintenanceUntil: {
            type: 'string',
            format: 'date-time',
          },
          demo: {
            type: 'boolean',
          },
        },
      },
      CheckStates: {
        type: 'object',
        required: ['items', 'counts', 'total'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/CheckState',
            },
          },
          counts: {
            type: 'object',
            required: ['up', 'degraded', 'down', 'unknown'],
            properties: {
              up: {
                type: 'integer',
              },
              degraded: {
                type: 'integer',
              },
              down: {
                type: 'integer',
              },
              unknown: {
                type: 'integer',
              },
            },
          },
          total: {
            type: 'integer',
          },
        },
      },
      HealthHistory: {
        type: 'object',
        required: ['entityRef', 'checks', 'changes', 'maintenance', 'problems'],
        properties: {
          entityRef: {
            type: 'string',
          },
          checks: {
            type: 'array',
            items: {
              allOf: [
                {
                  $ref: '#/components/schemas/CheckState',
                },
                {
                  type: 'object',
                  required: ['days', 'seconds', 'budget'],
                  properties: {
                    days: {
                      type: 'array',
                      items: {
                        type: 'object',
                      },
                    },
                    seconds: {
                      type: 'object',
                      description: 'Seconds in each state.',
                    },
                    availability: {
                      type: 'number',
                      description: 'Between 0 and 1.',
                    },
                    budget: {
                      type: 'object',
                    },
                  },
                },
              ],
            },
          },
          changes: {
            type: 'array',
            items: {
              type: 'object',
            },
          },
          maintenance: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/MaintenanceWindow',
            },
          },
          problems: {
            type: 'array',
            items: {
              type: 'string',
            },
          },
        },
      },
      ReportedCheck: {
        type: 'object',
        required: ['entityRef', 'environment', 'name', 'at', 'state'],
        additionalProperties: false,
        properties: {
          entityRef: {
            type: 'string',
            maxLength: 500,
          },
          environment: {
            type: 'string',
            minLength: 1,
            maxLength: 63,
          },
          name: {
            type: 'string',
            minLength: 1,
            maxLength: 300,
          },
          at: {
            type: 'string',
            description: 'ISO 8601; cut to the minute.',
          },
          state: {
            type: 'string',
            enum: ['up', 'degraded', 'down'],
          },
          minutes: {
            type: 'integer',
            minimum: 1,
            maximum: 1440,
            description: 'For how many minutes it holds; 1 by default.',
          },
          latency: {
            type: 'integer',
            minimum: 0,
            maximum: 86400000,
          },
          reason: {
            type: 'string',
            maxLength: 500,
          },
        },
      },
      NewMaintenance: {
        type: 'object',
        required: ['entityRef', 'from', 'to', 'reason'],
        additionalProperties: false,
        properties: {
          entityRef: {
            type: 'string',
            maxLength: 500,
          },
          environment: {
            type: 'string',
            maxLength: 63,
            description: 'Absent: all.',
          },
          from: {
            type: 'string',
            description: 'ISO 8601.',
          },
          to: {
            type: 'string',
            description: 'ISO 8601.',
          },
          reason: {
            type: 'string',
            minLength: 1,
            maxLength: 500,
          },
        },
      },
      MaintenanceWindow: {
        type: 'object',
        required: ['id', 'entityRef', 'from', 'to', 'reason', 'createdBy'],
        properties: {
          id: {
            type: 'string',
          },
          entityRef: {
            type: 'string',
          },
          environment: {
            type: 'string',
          },
          from: {
            type: 'string',
            format: 'date-time',
          },
          to: {
            type: 'string',
            format: 'date-time',
          },
          reason: {
            type: 'string',
          },
          createdBy: {
            type: 'string',
          },
        },
      },
    },
  },
} as const;
