// Generated from openapi.yaml by `yarn schema`.
export const spec = {
  openapi: '3.1.0',
  info: {
    title: 'org-history',
    version: '1',
    description:
      'Who owned what, and what was part of what, when. Dated edges that are polled from the catalog.',
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
    '/v1/entities/{kind}/{namespace}/{name}/edges': {
      get: {
        operationId: 'GetEdges',
        summary:
          'The edges that begin at an entity, its old names included, oldest first',
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
        responses: {
          '200': {
            description: 'The edges. Memberships of people are not among them.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: {
                        $ref: '#/components/schemas/OrgEdge',
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
    '/v1/owners': {
      post: {
        operationId: 'GetOwners',
        summary: 'The direct owners of entities at an instant',
        requestBody: {
          $ref: '#/components/requestBodies/RefsAt',
        },
        responses: {
          '200': {
            $ref: '#/components/responses/Connected',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/part-of': {
      post: {
        operationId: 'GetPartOf',
        summary: 'What entities were directly part of at an instant',
        requestBody: {
          $ref: '#/components/requestBodies/RefsAt',
        },
        responses: {
          '200': {
            $ref: '#/components/responses/Connected',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/ancestors': {
      post: {
        operationId: 'GetAncestors',
        summary:
          'Every group, system, domain and component above entities at an instant',
        requestBody: {
          $ref: '#/components/requestBodies/RefsAt',
        },
        responses: {
          '200': {
            $ref: '#/components/responses/Connected',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/members': {
      post: {
        operationId: 'GetMembers',
        summary: 'The components below scopes, and when they belonged',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['scopes'],
                properties: {
                  scopes: {
                    type: 'array',
                    minItems: 1,
                    maxItems: 100,
                    description:
                      'Groups, systems, domains, components, or `everything`.',
                    items: {
                      type: 'string',
                      maxLength: 300,
                    },
                  },
                  from: {
                    type: 'string',
                    maxLength: 60,
                    description:
                      'Start of the period, included. Default: the beginning.',
                  },
                  to: {
                    type: 'string',
                    maxLength: 60,
                    description: 'End of the period, excluded. Default: none.',
                  },
                  asOf: {
                    type: 'string',
                    maxLength: 60,
                    description:
                      'Who belonged at this instant, or `now`, belongs in the whole period.',
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The scopes in the order of the request.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: {
                        $ref: '#/components/schemas/ScopeMembers',
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
    '/v1/aliases': {
      post: {
        operationId: 'ResolveAliases',
        summary: 'The names of today',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['refs'],
                properties: {
                  refs: {
                    $ref: '#/components/schemas/Refs',
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The references in the order of the request.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: {
                        type: 'object',
                        required: ['ref', 'currentRef'],
                        properties: {
                          ref: {
                            type: 'string',
                          },
                          currentRef: {
                            type: 'string',
                          },
                        },
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
    '/v1/changes': {
      get: {
        operationId: 'GetChanges',
        summary: 'Changes after a sequence, oldest first; for services',
        parameters: [
          {
            name: 'after',
            in: 'query',
            required: false,
            schema: {
              type: 'integer',
              minimum: 0,
              maximum: 9007199254740991,
              default: 0,
            },
          },
          {
            name: 'limit',
            in: 'query',
            required: false,
            schema: {
              type: 'integer',
              minimum: 1,
              maximum: 10000,
              default: 1000,
            },
          },
        ],
        responses: {
          '200': {
            description:
              'A page of changes; `next` is the `after` of the following one.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items', 'next'],
                  properties: {
                    items: {
                      type: 'array',
                      items: {
                        $ref: '#/components/schemas/OrgChange',
                      },
                    },
                    next: {
                      type: 'integer',
                      minimum: 0,
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
    },
    requestBodies: {
      RefsAt: {
        required: true,
        content: {
          'application/json': {
            schema: {
              type: 'object',
              additionalProperties: false,
              required: ['refs'],
              properties: {
                refs: {
                  $ref: '#/components/schemas/Refs',
                },
                at: {
                  type: 'string',
                  maxLength: 60,
                  description: 'ISO 8601 date or instant. Default: now.',
                },
              },
            },
          },
        },
      },
    },
    responses: {
      Connected: {
        description: 'The entities in the order of the request.',
        content: {
          'application/json': {
            schema: {
              type: 'object',
              required: ['items'],
              properties: {
                items: {
                  type: 'array',
                  items: {
                    type: 'object',
                    required: ['ref', 'refs'],
                    properties: {
                      ref: {
                        type: 'string',
                      },
                      refs: {
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
          },
        },
      },
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
      Refs: {
        type: 'array',
        minItems: 1,
        maxItems: 5000,
        items: {
          type: 'string',
          maxLength: 300,
        },
      },
      OrgEdge: {
        type: 'object',
        required: ['fromRef', 'kind', 'toRef'],
        properties: {
          fromRef: {
            type: 'string',
          },
          kind: {
            type: 'string',
            enum: ['existsIn', 'ownedBy', 'partOf', 'childOf', 'memberOf'],
          },
          toRef: {
            type: 'string',
          },
          validFrom: {
            type: 'string',
            format: 'date-time',
            description:
              'Included. Absent: it was there when the history began.',
          },
          validTo: {
            type: 'string',
            format: 'date-time',
            description: 'Excluded. Absent: it still holds.',
          },
        },
      },
      Interval: {
        type: 'object',
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
      ScopeMembers: {
        type: 'object',
        required: ['scope', 'members'],
        properties: {
          scope: {
            type: 'string',
          },
          members: {
            type: 'array',
            items: {
              type: 'object',
              required: ['ref', 'intervals'],
              properties: {
                ref: {
                  type: 'string',
                },
                intervals: {
                  type: 'array',
                  items: {
                    $ref: '#/components/schemas/Interval',
                  },
                },
              },
            },
          },
        },
      },
      OrgChange: {
        type: 'object',
        required: ['sequence', 'at', 'type'],
        properties: {
          sequence: {
            type: 'integer',
            minimum: 1,
          },
          at: {
            type: 'string',
            format: 'date-time',
          },
          type: {
            type: 'string',
            enum: [
              'edge-opened',
              'edge-closed',
              'alias-added',
              'alias-removed',
            ],
          },
          edge: {
            $ref: '#/components/schemas/OrgEdge',
          },
          alias: {
            type: 'object',
            required: ['oldRef', 'newRef'],
            properties: {
              oldRef: {
                type: 'string',
              },
              newRef: {
                type: 'string',
              },
            },
          },
        },
      },
    },
  },
} as const;
