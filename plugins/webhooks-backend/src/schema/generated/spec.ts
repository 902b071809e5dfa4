// Generated from openapi.yaml by `yarn schema`.
export const spec = {
  openapi: '3.1.0',
  info: {
    title: 'webhooks',
    version: '1',
    description:
      'The one inbox of the portal for webhooks. Consumers read from it, each with its own cursor.',
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
    '/v1/{sender}': {
      post: {
        operationId: 'Deliver',
        summary: 'Deliver a webhook',
        description:
          "Verified by the sender's own method on the bytes as they came, and written before it is answered. It stands outside the validated routes.",
        security: [],
        parameters: [
          {
            name: 'sender',
            in: 'path',
            required: true,
            schema: {
              $ref: '#/components/schemas/SenderId',
            },
          },
        ],
        requestBody: {
          required: true,
          content: {
            '*/*': {
              schema: {},
            },
          },
        },
        responses: {
          '202': {
            description:
              'It is kept. For a batch of CloudEvents, a receipt for each event.',
            content: {
              'application/json': {
                schema: {
                  oneOf: [
                    {
                      $ref: '#/components/schemas/Receipt',
                    },
                    {
                      $ref: '#/components/schemas/Receipts',
                    },
                  ],
                },
              },
            },
          },
          '400': {
            $ref: '#/components/responses/Error',
          },
          '401': {
            $ref: '#/components/responses/Error',
          },
          '404': {
            $ref: '#/components/responses/Error',
          },
          '413': {
            $ref: '#/components/responses/Error',
          },
          '503': {
            $ref: '#/components/responses/Error',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/senders': {
      get: {
        operationId: 'GetSenders',
        summary: 'Who sends, and what became of it',
        responses: {
          '200': {
            description: 'Every sender that the inbox knows.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Senders',
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
    '/v1/consumers': {
      get: {
        operationId: 'GetConsumers',
        summary: 'How consumers keep up',
        responses: {
          '200': {
            description: 'Every consumer that ever read.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Consumers',
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
    '/v1/consumers/{name}': {
      parameters: [
        {
          $ref: '#/components/parameters/name',
        },
      ],
      delete: {
        operationId: 'RemoveConsumer',
        summary:
          'Forget a consumer that is no more, so that retention does not wait for it',
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
    '/v1/consumers/{name}/rewind': {
      parameters: [
        {
          $ref: '#/components/parameters/name',
        },
      ],
      post: {
        operationId: 'RewindConsumer',
        summary: 'Hand everything since an instant to a consumer once more',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['to'],
                properties: {
                  to: {
                    type: 'string',
                    maxLength: 60,
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description:
              'Where the consumer reads from now on. A rewind never skips anything.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['cursor'],
                  properties: {
                    cursor: {
                      $ref: '#/components/schemas/Id',
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
    '/v1/consumers/{name}/claim': {
      parameters: [
        {
          $ref: '#/components/parameters/name',
        },
      ],
      post: {
        operationId: 'Claim',
        summary: 'Ask for what a consumer has not read; services only',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['instance', 'senders', 'limit', 'wait'],
                properties: {
                  instance: {
                    $ref: '#/components/schemas/Instance',
                  },
                  senders: {
                    type: 'array',
                    minItems: 1,
                    items: {
                      $ref: '#/components/schemas/SenderId',
                    },
                  },
                  limit: {
                    type: 'integer',
                    minimum: 1,
                    maximum: 500,
                  },
                  wait: {
                    type: 'integer',
                    minimum: 0,
                    maximum: 60000,
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description:
              'What comes next; nothing while another instance reads.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Claim',
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
    '/v1/consumers/{name}/results': {
      parameters: [
        {
          $ref: '#/components/parameters/name',
        },
      ],
      post: {
        operationId: 'Report',
        summary:
          'Say what became of deliveries, and renew the lease; services only',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['instance', 'generation', 'results'],
                properties: {
                  instance: {
                    $ref: '#/components/schemas/Instance',
                  },
                  generation: {
                    type: 'integer',
                    minimum: 0,
                  },
                  results: {
                    type: 'array',
                    maxItems: 500,
                    items: {
                      type: 'object',
                      required: ['id'],
                      properties: {
                        id: {
                          $ref: '#/components/schemas/Id',
                        },
                        error: {
                          type: 'string',
                          maxLength: 2000,
                        },
                      },
                    },
                  },
                  upTo: {
                    $ref: '#/components/schemas/Id',
                  },
                },
              },
            },
          },
        },
        responses: {
          '204': {
            description: 'It is kept.',
          },
          '409': {
            $ref: '#/components/responses/Error',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/consumers/{name}/release': {
      parameters: [
        {
          $ref: '#/components/parameters/name',
        },
      ],
      post: {
        operationId: 'Release',
        summary: 'Let another instance read at once; services only',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['instance'],
                properties: {
                  instance: {
                    $ref: '#/components/schemas/Instance',
                  },
                },
              },
            },
          },
        },
        responses: {
          '204': {
            description: 'The lease is over.',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/dead-letters': {
      get: {
        operationId: 'GetDeadLetters',
        summary: 'Deliveries that consumers gave up, newest first',
        parameters: [
          {
            name: 'consumer',
            in: 'query',
            required: false,
            schema: {
              $ref: '#/components/schemas/ConsumerName',
            },
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
            description: 'A page of dead letters.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/DeadLetterPage',
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
    '/v1/dead-letters/{id}/replay': {
      parameters: [
        {
          name: 'id',
          in: 'path',
          required: true,
          schema: {
            $ref: '#/components/schemas/Id',
          },
        },
      ],
      post: {
        operationId: 'ReplayDeadLetter',
        summary: 'Hand a dead letter to its consumer once more',
        responses: {
          '200': {
            description: 'It is due, with all of its tries.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/DeadLetter',
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
    '/v1/deliveries/{id}': {
      parameters: [
        {
          name: 'id',
          in: 'path',
          required: true,
          schema: {
            $ref: '#/components/schemas/Id',
          },
        },
      ],
      get: {
        operationId: 'GetDelivery',
        summary:
          'What was delivered, so that an operator can see why a consumer failed on it',
        description:
          'It may hold personal data of whoever the sender speaks of, so each look goes to the audit log.',
        responses: {
          '200': {
            description: 'The body and the headers that are kept.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Delivery',
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
      name: {
        name: 'name',
        in: 'path',
        required: true,
        schema: {
          $ref: '#/components/schemas/ConsumerName',
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
      Id: {
        type: 'string',
        pattern: '^[0-9]{1,18}$',
      },
      Instance: {
        type: 'string',
        minLength: 1,
        maxLength: 100,
      },
      ConsumerName: {
        type: 'string',
        pattern: '^[a-z0-9][a-z0-9-]{0,62}$',
      },
      SenderId: {
        type: 'string',
        enum: [
          'alertmanager',
          'argocd',
          'azure-devops',
          'cdevents',
          'generic',
          'github',
          'gitlab',
          'pagerduty',
        ],
      },
      Receipt: {
        type: 'object',
        required: ['id', 'duplicate'],
        properties: {
          id: {
            $ref: '#/components/schemas/Id',
          },
          duplicate: {
            type: 'boolean',
          },
        },
      },
      Receipts: {
        type: 'object',
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Receipt',
            },
          },
        },
      },
      Senders: {
        type: 'object',
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: {
              type: 'object',
              required: ['id', 'title', 'configured', 'counts'],
              properties: {
                id: {
                  $ref: '#/components/schemas/SenderId',
                },
                title: {
                  type: 'string',
                },
                configured: {
                  type: 'boolean',
                },
                lastReceivedAt: {
                  type: 'string',
                  format: 'date-time',
                },
                counts: {
                  type: 'array',
                  items: {
                    type: 'object',
                    required: ['event', 'outcome', 'count', 'lastAt'],
                    properties: {
                      event: {
                        type: 'string',
                      },
                      outcome: {
                        type: 'string',
                        enum: [
                          'accepted',
                          'unknown-event',
                          'duplicate',
                          'unauthorized',
                          'malformed',
                          'too-large',
                        ],
                      },
                      count: {
                        type: 'integer',
                        minimum: 1,
                      },
                      lastAt: {
                        type: 'string',
                        format: 'date-time',
                      },
                    },
                  },
                },
              },
            },
          },
        },
      },
      Consumers: {
        type: 'object',
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: {
              type: 'object',
              required: [
                'name',
                'senders',
                'cursor',
                'lag',
                'retrying',
                'deadLetters',
                'lastSeenAt',
                'active',
              ],
              properties: {
                name: {
                  $ref: '#/components/schemas/ConsumerName',
                },
                senders: {
                  type: 'array',
                  items: {
                    $ref: '#/components/schemas/SenderId',
                  },
                },
                cursor: {
                  $ref: '#/components/schemas/Id',
                },
                lag: {
                  type: 'integer',
                  minimum: 0,
                  maximum: 10000,
                },
                oldestWaitingAt: {
                  type: 'string',
                  format: 'date-time',
                },
                retrying: {
                  type: 'integer',
                  minimum: 0,
                },
                deadLetters: {
                  type: 'integer',
                  minimum: 0,
                },
                lastSeenAt: {
                  type: 'string',
                  format: 'date-time',
                },
                active: {
                  type: 'boolean',
                },
              },
            },
          },
        },
      },
      Delivery: {
        type: 'object',
        required: [
          'id',
          'sender',
          'event',
          'deliveryKey',
          'receivedAt',
          'headers',
          'body',
        ],
        properties: {
          id: {
            $ref: '#/components/schemas/Id',
          },
          sender: {
            $ref: '#/components/schemas/SenderId',
          },
          event: {
            type: 'string',
          },
          deliveryKey: {
            type: 'string',
          },
          occurredAt: {
            type: 'string',
            format: 'date-time',
          },
          receivedAt: {
            type: 'string',
            format: 'date-time',
          },
          headers: {
            type: 'object',
            additionalProperties: {
              type: 'string',
            },
          },
          body: {
            type: 'string',
          },
        },
      },
      Claim: {
        type: 'object',
        required: ['held', 'generation', 'leaseDuration', 'items', 'upTo'],
        properties: {
          held: {
            type: 'boolean',
          },
          generation: {
            type: 'integer',
            minimum: 0,
          },
          leaseDuration: {
            type: 'number',
          },
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/Delivery',
            },
          },
          upTo: {
            $ref: '#/components/schemas/Id',
          },
        },
      },
      DeadLetter: {
        type: 'object',
        required: [
          'id',
          'consumer',
          'deliveryId',
          'sender',
          'event',
          'deliveryKey',
          'receivedAt',
          'attempts',
          'error',
          'failedAt',
        ],
        properties: {
          id: {
            $ref: '#/components/schemas/Id',
          },
          consumer: {
            $ref: '#/components/schemas/ConsumerName',
          },
          deliveryId: {
            $ref: '#/components/schemas/Id',
          },
          sender: {
            $ref: '#/components/schemas/SenderId',
          },
          event: {
            type: 'string',
          },
          deliveryKey: {
            type: 'string',
          },
          receivedAt: {
            type: 'string',
            format: 'date-time',
          },
          attempts: {
            type: 'integer',
            minimum: 0,
          },
          error: {
            type: 'string',
          },
          failedAt: {
            type: 'string',
            format: 'date-time',
          },
        },
      },
      DeadLetterPage: {
        type: 'object',
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/DeadLetter',
            },
          },
          nextCursor: {
            type: 'string',
          },
        },
      },
    },
  },
} as const;
