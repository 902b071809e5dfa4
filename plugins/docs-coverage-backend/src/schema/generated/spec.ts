// Generated from openapi.yaml by `yarn schema`.
export const spec = {
  openapi: '3.1.0',
  info: {
    title: 'docs-coverage',
    version: '1',
    description:
      'What is documented and what is not, and which links in documentation lead nowhere.',
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
    '/v1/overview': {
      get: {
        operationId: 'GetOverview',
        summary: 'Coverage against the goal, sites and broken links of a scope',
        parameters: [
          {
            $ref: '#/components/parameters/scope',
          },
          {
            name: 'by',
            in: 'query',
            description:
              'Also answers the groups, so that a tile needs one request.',
            schema: {
              type: 'string',
              enum: ['owner', 'system', 'domain'],
            },
          },
        ],
        responses: {
          '200': {
            description: 'The figures. They are of the last scan.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Overview',
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
    '/v1/groups': {
      get: {
        operationId: 'GetGroups',
        summary: 'Coverage by owner, system or domain',
        description:
          'Those with the most missing documentation first, at most 500.',
        parameters: [
          {
            $ref: '#/components/parameters/scope',
          },
          {
            name: 'by',
            in: 'query',
            required: true,
            schema: {
              type: 'string',
              enum: ['owner', 'system', 'domain'],
            },
          },
        ],
        responses: {
          '200': {
            description: 'The groups.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: {
                        $ref: '#/components/schemas/Group',
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
    '/v1/entities': {
      get: {
        operationId: 'GetEntities',
        summary: 'What counts, with its documentation, by reference',
        parameters: [
          {
            $ref: '#/components/parameters/scope',
          },
          {
            name: 'documented',
            in: 'query',
            schema: {
              type: 'string',
              enum: ['documented', 'missing'],
            },
          },
          {
            name: 'kind',
            in: 'query',
            schema: {
              type: 'string',
              minLength: 1,
              maxLength: 63,
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
            description: 'A page; without nextCursor it is the last.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: {
                        $ref: '#/components/schemas/CountedEntity',
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
    },
    '/v1/broken-links': {
      get: {
        operationId: 'GetBrokenLinks',
        summary: 'Links within sites that lead nowhere',
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
            description: 'A page; without nextCursor it is the last.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: {
                        $ref: '#/components/schemas/BrokenLink',
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
    },
    '/v1/stale-sites': {
      get: {
        operationId: 'GetStaleSites',
        summary:
          'Sites that last changed long before what they document was deployed',
        parameters: [
          {
            $ref: '#/components/parameters/scope',
          },
        ],
        responses: {
          '200': {
            description: 'Those that are behind longest first, at most 100.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/StaleSites',
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
    '/v1/usage': {
      get: {
        operationId: 'GetUsage',
        summary: 'What is read most, and which searches found nothing',
        description:
          'Counts of days, today included. Searches are of the whole portal, whatever the scope.',
        parameters: [
          {
            $ref: '#/components/parameters/scope',
          },
          {
            name: 'days',
            in: 'query',
            schema: {
              type: 'integer',
              minimum: 1,
              maximum: 365,
              default: 28,
            },
          },
        ],
        responses: {
          '200': {
            description:
              'At most 50 each; entities that the caller does not see are left out.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Usage',
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
    '/v1/reads': {
      post: {
        operationId: 'RecordUsage',
        summary: 'Count opened pages of documentation and searches',
        description:
          'For users, not for services. Entities that the caller does not see and terms that could be private do not count, which is no failure. Who sent them is not stored.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/UsageEvents',
              },
            },
          },
        },
        responses: {
          '204': {
            description:
              'They are counted, or nothing is because that is turned off.',
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
        description:
          'Complete reference of a group, a user, a system or a domain. A group includes its child groups.',
        schema: {
          type: 'string',
          maxLength: 300,
          pattern: '^[^:/\\s]+:[^:/\\s]+/[^:/\\s]+$',
        },
      },
      cursor: {
        name: 'cursor',
        in: 'query',
        schema: {
          type: 'string',
          minLength: 1,
          maxLength: 8000,
        },
      },
      limit: {
        name: 'limit',
        in: 'query',
        schema: {
          type: 'integer',
          minimum: 1,
          maximum: 500,
          default: 100,
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
      MetricValue: {
        type: 'object',
        required: ['state', 'unit', 'sampleSize'],
        properties: {
          state: {
            type: 'string',
          },
          value: {
            type: 'number',
          },
          unit: {
            type: 'string',
          },
          sampleSize: {
            type: 'integer',
          },
          have: {
            type: 'integer',
          },
          need: {
            type: 'integer',
          },
          cure: {
            type: 'string',
          },
        },
      },
      Overview: {
        type: 'object',
        required: [
          'countable',
          'documented',
          'coverage',
          'goal',
          'missingUntilGoal',
          'sites',
          'brokenLinks',
          'freshness',
        ],
        properties: {
          countable: {
            type: 'integer',
          },
          documented: {
            type: 'integer',
          },
          coverage: {
            $ref: '#/components/schemas/MetricValue',
          },
          goal: {
            type: 'number',
          },
          missingUntilGoal: {
            type: 'integer',
          },
          sites: {
            type: 'object',
            required: ['built', 'not-built', 'failed'],
            properties: {
              built: {
                type: 'integer',
              },
              'not-built': {
                type: 'integer',
              },
              failed: {
                type: 'integer',
              },
            },
          },
          brokenLinks: {
            type: 'integer',
          },
          freshness: {
            type: 'object',
            required: ['fresh', 'stale', 'unknown'],
            properties: {
              fresh: {
                type: 'integer',
              },
              stale: {
                type: 'integer',
              },
              unknown: {
                type: 'integer',
              },
            },
          },
          groups: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Group',
            },
          },
          scannedAt: {
            type: 'string',
            format: 'date-time',
          },
        },
      },
      Group: {
        type: 'object',
        required: ['countable', 'documented', 'coverage'],
        properties: {
          entityRef: {
            type: 'string',
          },
          countable: {
            type: 'integer',
          },
          documented: {
            type: 'integer',
          },
          coverage: {
            $ref: '#/components/schemas/MetricValue',
          },
        },
      },
      Site: {
        type: 'object',
        required: ['entityRef', 'state', 'pages', 'brokenLinks', 'truncated'],
        properties: {
          entityRef: {
            type: 'string',
          },
          state: {
            type: 'string',
            enum: ['built', 'not-built', 'failed'],
          },
          builtAt: {
            type: 'string',
            format: 'date-time',
          },
          pages: {
            type: 'integer',
          },
          brokenLinks: {
            type: 'integer',
          },
          truncated: {
            type: 'boolean',
          },
          error: {
            type: 'string',
          },
        },
      },
      CountedEntity: {
        type: 'object',
        required: ['entityRef', 'title', 'kind'],
        properties: {
          entityRef: {
            type: 'string',
          },
          title: {
            type: 'string',
          },
          kind: {
            type: 'string',
          },
          type: {
            type: 'string',
          },
          lifecycle: {
            type: 'string',
          },
          ownerRef: {
            type: 'string',
          },
          systemRef: {
            type: 'string',
          },
          site: {
            $ref: '#/components/schemas/Site',
          },
        },
      },
      BrokenLink: {
        type: 'object',
        required: ['entityRef', 'page', 'target', 'reason'],
        properties: {
          entityRef: {
            type: 'string',
          },
          page: {
            type: 'string',
          },
          target: {
            type: 'string',
          },
          reason: {
            type: 'string',
            enum: ['missing-page', 'missing-anchor', 'malformed'],
          },
        },
      },
      StaleSites: {
        type: 'object',
        required: ['items', 'staleAfterDays'],
        properties: {
          items: {
            type: 'array',
            items: {
              type: 'object',
              required: ['entityRef', 'changedAt', 'deployedAt', 'daysBehind'],
              properties: {
                entityRef: {
                  type: 'string',
                },
                changedAt: {
                  type: 'string',
                  format: 'date-time',
                },
                deployedAt: {
                  type: 'string',
                  format: 'date-time',
                },
                daysBehind: {
                  type: 'integer',
                },
              },
            },
          },
          staleAfterDays: {
            type: 'integer',
          },
        },
      },
      Usage: {
        type: 'object',
        required: ['enabled', 'days', 'mostRead', 'searchesWithoutResult'],
        properties: {
          enabled: {
            type: 'boolean',
          },
          days: {
            type: 'integer',
          },
          mostRead: {
            type: 'array',
            items: {
              type: 'object',
              required: ['entityRef', 'reads'],
              properties: {
                entityRef: {
                  type: 'string',
                },
                reads: {
                  type: 'integer',
                },
              },
            },
          },
          searchesWithoutResult: {
            type: 'array',
            items: {
              type: 'object',
              required: ['term', 'searches', 'withoutResult'],
              properties: {
                term: {
                  type: 'string',
                },
                searches: {
                  type: 'integer',
                },
                withoutResult: {
                  type: 'integer',
                },
              },
            },
          },
        },
      },
      UsageEvents: {
        type: 'object',
        additionalProperties: false,
        required: ['reads', 'searches'],
        properties: {
          reads: {
            type: 'array',
            maxItems: 100,
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['entityRef'],
              properties: {
                entityRef: {
                  type: 'string',
                  maxLength: 300,
                  pattern: '^[^:/\\s]+:[^:/\\s]+/[^:/\\s]+$',
                },
              },
            },
          },
          searches: {
            type: 'array',
            maxItems: 100,
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['term', 'found'],
              properties: {
                term: {
                  type: 'string',
                  maxLength: 500,
                },
                found: {
                  type: 'boolean',
                },
              },
            },
          },
        },
      },
    },
  },
} as const;
