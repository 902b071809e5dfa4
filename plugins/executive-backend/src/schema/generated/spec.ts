// Generated from openapi.yaml by `yarn schema`.
export const spec = {
  openapi: '3.1.0',
  info: {
    title: 'executive',
    version: '1',
    description:
      'The portfolio day by day, questions, success, and reports of them.',
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
    '/v1/nodes': {
      get: {
        operationId: 'GetNodes',
        summary: 'Nodes that the caller may read',
        parameters: [
          {
            $ref: '#/components/parameters/hierarchy',
          },
          {
            name: 'text',
            in: 'query',
            allowReserved: true,
            description: 'Words in the title or the reference.',
            schema: {
              type: 'string',
              maxLength: 200,
            },
          },
        ],
        responses: {
          '200': {
            $ref: '#/components/responses/Answer',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/portfolio': {
      get: {
        operationId: 'GetPortfolio',
        summary: 'The health of a node and of what is below it',
        parameters: [
          {
            $ref: '#/components/parameters/node',
          },
          {
            $ref: '#/components/parameters/hierarchy',
          },
          {
            $ref: '#/components/parameters/day',
          },
          {
            $ref: '#/components/parameters/compare',
          },
          {
            $ref: '#/components/parameters/asOf',
          },
          {
            name: 'depth',
            in: 'query',
            description: 'How many steps below the node. Default 2.',
            schema: {
              type: 'integer',
              minimum: 1,
              maximum: 3,
            },
          },
        ],
        responses: {
          '200': {
            $ref: '#/components/responses/Answer',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/node': {
      get: {
        operationId: 'GetNodeFigures',
        summary: 'The figures of a node, and its health by week',
        parameters: [
          {
            $ref: '#/components/parameters/node',
          },
          {
            $ref: '#/components/parameters/hierarchy',
          },
          {
            $ref: '#/components/parameters/day',
          },
          {
            $ref: '#/components/parameters/compare',
          },
          {
            $ref: '#/components/parameters/asOf',
          },
        ],
        responses: {
          '200': {
            $ref: '#/components/responses/Answer',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/services': {
      get: {
        operationId: 'GetServices',
        summary: 'Where the services of a node stand, and why',
        parameters: [
          {
            $ref: '#/components/parameters/node',
          },
          {
            $ref: '#/components/parameters/hierarchy',
          },
          {
            $ref: '#/components/parameters/day',
          },
          {
            $ref: '#/components/parameters/compare',
          },
          {
            $ref: '#/components/parameters/asOf',
          },
          {
            $ref: '#/components/parameters/cursor',
          },
          {
            $ref: '#/components/parameters/limit',
          },
          {
            name: 'pillar',
            in: 'query',
            allowReserved: true,
            description: 'Only where the standing is that of this pillar.',
            schema: {
              type: 'string',
              maxLength: 80,
            },
          },
          {
            name: 'standing',
            in: 'query',
            description: 'Only services that stand there.',
            schema: {
              type: 'string',
              enum: [
                'meets',
                'watch',
                'below',
                'stale',
                'unmeasured',
                'exempt',
              ],
            },
          },
        ],
        responses: {
          '200': {
            $ref: '#/components/responses/Answer',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/productivity': {
      get: {
        operationId: 'GetProductivity',
        summary: 'Throughput and stability of teams and services',
        parameters: [
          {
            $ref: '#/components/parameters/node',
          },
          {
            $ref: '#/components/parameters/hierarchy',
          },
          {
            $ref: '#/components/parameters/day',
          },
          {
            $ref: '#/components/parameters/compare',
          },
          {
            $ref: '#/components/parameters/asOf',
          },
        ],
        responses: {
          '200': {
            $ref: '#/components/responses/Answer',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/formula': {
      get: {
        operationId: 'GetFormulas',
        summary: 'Every version of what is expected of services, newest first',
        responses: {
          '200': {
            $ref: '#/components/responses/Answer',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
      put: {
        operationId: 'ChangeFormula',
        summary: 'Makes a new version',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
              },
            },
          },
        },
        responses: {
          '200': {
            $ref: '#/components/responses/Answer',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/investment': {
      get: {
        operationId: 'GetInvestment',
        summary: 'Initiatives of a node, and what running and changing costs',
        parameters: [
          {
            $ref: '#/components/parameters/node',
          },
          {
            $ref: '#/components/parameters/hierarchy',
          },
          {
            $ref: '#/components/parameters/day',
          },
          {
            $ref: '#/components/parameters/compare',
          },
          {
            $ref: '#/components/parameters/asOf',
          },
        ],
        responses: {
          '200': {
            $ref: '#/components/responses/Answer',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/initiatives': {
      post: {
        operationId: 'CreateInitiative',
        summary: 'Writes an initiative down',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
              },
            },
          },
        },
        responses: {
          '201': {
            $ref: '#/components/responses/Answer',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/initiatives/{id}': {
      put: {
        operationId: 'ChangeInitiative',
        summary: 'Changes an initiative',
        parameters: [
          {
            name: 'id',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
              maxLength: 400,
            },
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
              },
            },
          },
        },
        responses: {
          '200': {
            $ref: '#/components/responses/Answer',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
      delete: {
        operationId: 'DeleteInitiative',
        summary: 'Takes an initiative away',
        parameters: [
          {
            name: 'id',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
              maxLength: 400,
            },
          },
          {
            name: 'revision',
            in: 'query',
            required: true,
            description: 'With which the item was read.',
            schema: {
              type: 'integer',
              minimum: 1,
            },
          },
        ],
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
    '/v1/initiatives/{id}/notes': {
      post: {
        operationId: 'AddNote',
        summary: 'Says where an initiative stands',
        parameters: [
          {
            name: 'id',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
              maxLength: 400,
            },
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
              },
            },
          },
        },
        responses: {
          '201': {
            $ref: '#/components/responses/Answer',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/initiatives/{id}/history': {
      get: {
        operationId: 'GetInitiativeHistory',
        summary: 'Every change of an initiative, newest first',
        parameters: [
          {
            name: 'id',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
              maxLength: 400,
            },
          },
        ],
        responses: {
          '200': {
            $ref: '#/components/responses/Answer',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/exemptions': {
      get: {
        operationId: 'GetExemptions',
        summary: 'Exemptions of the services that the caller may read',
        responses: {
          '200': {
            $ref: '#/components/responses/Answer',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
      post: {
        operationId: 'CreateExemption',
        summary: 'Writes an exemption down',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
              },
            },
          },
        },
        responses: {
          '201': {
            $ref: '#/components/responses/Answer',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/exemptions/{id}': {
      delete: {
        operationId: 'DeleteExemption',
        summary: 'Takes an exemption away',
        parameters: [
          {
            name: 'id',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
              maxLength: 400,
            },
          },
          {
            name: 'revision',
            in: 'query',
            required: true,
            description: 'With which the item was read.',
            schema: {
              type: 'integer',
              minimum: 1,
            },
          },
        ],
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
    '/v1/exemptions/{id}/history': {
      get: {
        operationId: 'GetExemptionHistory',
        summary: 'Every change of an exemption, newest first',
        parameters: [
          {
            name: 'id',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
              maxLength: 400,
            },
          },
        ],
        responses: {
          '200': {
            $ref: '#/components/responses/Answer',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/goals': {
      get: {
        operationId: 'GetGoals',
        summary: 'Goals of a node and of what is below it',
        parameters: [
          {
            $ref: '#/components/parameters/node',
          },
          {
            $ref: '#/components/parameters/hierarchy',
          },
          {
            $ref: '#/components/parameters/day',
          },
          {
            $ref: '#/components/parameters/compare',
          },
          {
            $ref: '#/components/parameters/asOf',
          },
        ],
        responses: {
          '200': {
            $ref: '#/components/responses/Answer',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
      post: {
        operationId: 'CreateGoal',
        summary: 'Writes a goal down',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
              },
            },
          },
        },
        responses: {
          '201': {
            $ref: '#/components/responses/Answer',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/goals/{id}': {
      put: {
        operationId: 'ChangeGoal',
        summary: 'Changes a goal',
        parameters: [
          {
            name: 'id',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
              maxLength: 400,
            },
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
              },
            },
          },
        },
        responses: {
          '200': {
            $ref: '#/components/responses/Answer',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
      delete: {
        operationId: 'DeleteGoal',
        summary: 'Takes a goal away',
        parameters: [
          {
            name: 'id',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
              maxLength: 400,
            },
          },
          {
            name: 'revision',
            in: 'query',
            required: true,
            description: 'With which the item was read.',
            schema: {
              type: 'integer',
              minimum: 1,
            },
          },
        ],
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
    '/v1/goals/{id}/history': {
      get: {
        operationId: 'GetGoalHistory',
        summary: 'Every change of a goal, newest first',
        parameters: [
          {
            name: 'id',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
              maxLength: 400,
            },
          },
        ],
        responses: {
          '200': {
            $ref: '#/components/responses/Answer',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/debt': {
      get: {
        operationId: 'GetDebt',
        summary: 'The register of debt of a node',
        parameters: [
          {
            $ref: '#/components/parameters/node',
          },
          {
            $ref: '#/components/parameters/hierarchy',
          },
          {
            $ref: '#/components/parameters/day',
          },
          {
            $ref: '#/components/parameters/compare',
          },
          {
            $ref: '#/components/parameters/asOf',
          },
        ],
        responses: {
          '200': {
            $ref: '#/components/responses/Answer',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/end-of-life': {
      get: {
        operationId: 'GetEndOfLife',
        summary: 'When support of what the services of a node run on ends',
        parameters: [
          {
            $ref: '#/components/parameters/node',
          },
          {
            $ref: '#/components/parameters/hierarchy',
          },
          {
            $ref: '#/components/parameters/day',
          },
          {
            $ref: '#/components/parameters/compare',
          },
          {
            $ref: '#/components/parameters/asOf',
          },
        ],
        responses: {
          '200': {
            $ref: '#/components/responses/Answer',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/debt-items': {
      post: {
        operationId: 'CreateDebt',
        summary: 'Writes debt down',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
              },
            },
          },
        },
        responses: {
          '201': {
            $ref: '#/components/responses/Answer',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/debt-items/{id}': {
      put: {
        operationId: 'ChangeDebt',
        summary: 'Changes an item of debt',
        parameters: [
          {
            name: 'id',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
              maxLength: 400,
            },
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
              },
            },
          },
        },
        responses: {
          '200': {
            $ref: '#/components/responses/Answer',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
      delete: {
        operationId: 'DeleteDebt',
        summary: 'Takes an item of debt away',
        parameters: [
          {
            name: 'id',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
              maxLength: 400,
            },
          },
          {
            name: 'revision',
            in: 'query',
            required: true,
            description: 'With which the item was read.',
            schema: {
              type: 'integer',
              minimum: 1,
            },
          },
        ],
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
    '/v1/debt-items/{id}/history': {
      get: {
        operationId: 'GetDebtHistory',
        summary: 'Every change of an item, newest first',
        parameters: [
          {
            name: 'id',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
              maxLength: 400,
            },
          },
        ],
        responses: {
          '200': {
            $ref: '#/components/responses/Answer',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/returns': {
      get: {
        operationId: 'GetReturns',
        summary: 'What the services of a node are worth against what they cost',
        parameters: [
          {
            $ref: '#/components/parameters/node',
          },
          {
            $ref: '#/components/parameters/hierarchy',
          },
          {
            $ref: '#/components/parameters/day',
          },
          {
            $ref: '#/components/parameters/compare',
          },
          {
            $ref: '#/components/parameters/asOf',
          },
        ],
        responses: {
          '200': {
            $ref: '#/components/responses/Answer',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/returns/{kind}/{namespace}/{name}/value': {
      put: {
        operationId: 'DeclareValue',
        summary: 'Says what a service is worth a year',
        parameters: [
          {
            name: 'kind',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
              maxLength: 63,
            },
          },
          {
            name: 'namespace',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
              maxLength: 63,
            },
          },
          {
            name: 'name',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
              maxLength: 63,
            },
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
              },
            },
          },
        },
        responses: {
          '200': {
            $ref: '#/components/responses/Answer',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/returns/{kind}/{namespace}/{name}/decisions': {
      post: {
        operationId: 'Decide',
        summary: 'Records what becomes of a service',
        parameters: [
          {
            name: 'kind',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
              maxLength: 63,
            },
          },
          {
            name: 'namespace',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
              maxLength: 63,
            },
          },
          {
            name: 'name',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
              maxLength: 63,
            },
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
              },
            },
          },
        },
        responses: {
          '201': {
            $ref: '#/components/responses/Answer',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/people-rates': {
      get: {
        operationId: 'GetPeopleRates',
        summary: 'What the people of groups cost',
        responses: {
          '200': {
            $ref: '#/components/responses/Answer',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
      put: {
        operationId: 'SetPeopleRate',
        summary: 'Says what the people of a group cost from a day on',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
              },
            },
          },
        },
        responses: {
          '200': {
            $ref: '#/components/responses/Answer',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/people-rates/{id}': {
      delete: {
        operationId: 'DeletePeopleRate',
        summary: 'Takes a rate away',
        parameters: [
          {
            name: 'id',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
              maxLength: 400,
            },
          },
          {
            name: 'revision',
            in: 'query',
            required: true,
            description: 'With which the item was read.',
            schema: {
              type: 'integer',
              minimum: 1,
            },
          },
        ],
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
    '/v1/people-rates/{id}/history': {
      get: {
        operationId: 'GetPeopleRateHistory',
        summary: 'Every change of a rate, newest first',
        parameters: [
          {
            name: 'id',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
              maxLength: 400,
            },
          },
        ],
        responses: {
          '200': {
            $ref: '#/components/responses/Answer',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/questions': {
      get: {
        operationId: 'GetQuestions',
        summary: 'What executives ask, answered by rules',
        parameters: [
          {
            $ref: '#/components/parameters/node',
          },
          {
            $ref: '#/components/parameters/hierarchy',
          },
          {
            $ref: '#/components/parameters/day',
          },
          {
            $ref: '#/components/parameters/compare',
          },
          {
            $ref: '#/components/parameters/asOf',
          },
        ],
        responses: {
          '200': {
            $ref: '#/components/responses/Answer',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/success': {
      get: {
        operationId: 'GetSuccess',
        summary: 'How far the platform is with what it wants to reach',
        parameters: [
          {
            $ref: '#/components/parameters/node',
          },
          {
            $ref: '#/components/parameters/hierarchy',
          },
          {
            $ref: '#/components/parameters/day',
          },
          {
            $ref: '#/components/parameters/compare',
          },
          {
            $ref: '#/components/parameters/asOf',
          },
        ],
        responses: {
          '200': {
            $ref: '#/components/responses/Answer',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/success/baseline': {
      put: {
        operationId: 'LockBaseline',
        summary: 'Chooses the time that success is compared with, once',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
              },
            },
          },
        },
        responses: {
          '200': {
            $ref: '#/components/responses/Answer',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/reports/{file}': {
      get: {
        operationId: 'GetReport',
        summary: 'A page as pdf, csv or html',
        parameters: [
          {
            name: 'file',
            in: 'path',
            required: true,
            description: 'The page or the id, and the format.',
            schema: {
              type: 'string',
              maxLength: 100,
            },
          },
          {
            $ref: '#/components/parameters/node',
          },
          {
            $ref: '#/components/parameters/hierarchy',
          },
          {
            $ref: '#/components/parameters/day',
          },
          {
            $ref: '#/components/parameters/compare',
          },
          {
            $ref: '#/components/parameters/asOf',
          },
        ],
        responses: {
          '200': {
            $ref: '#/components/responses/File',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/links': {
      post: {
        operationId: 'CreateLink',
        summary: 'Keeps what a page shows now',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
              },
            },
          },
        },
        responses: {
          '201': {
            $ref: '#/components/responses/Answer',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/packs': {
      get: {
        operationId: 'GetPacks',
        summary: 'Reports that are made every month',
        responses: {
          '200': {
            $ref: '#/components/responses/Answer',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/packs/{id}': {
      put: {
        operationId: 'SavePack',
        summary: 'Makes or changes a pack',
        parameters: [
          {
            name: 'id',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
              maxLength: 100,
            },
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
              },
            },
          },
        },
        responses: {
          '200': {
            $ref: '#/components/responses/Answer',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
      delete: {
        operationId: 'DeletePack',
        summary: 'Takes a pack away; what was made of it stays',
        parameters: [
          {
            name: 'id',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
              maxLength: 100,
            },
          },
          {
            name: 'revision',
            in: 'query',
            required: true,
            description: 'With which the pack was read.',
            schema: {
              type: 'integer',
              minimum: 1,
            },
          },
        ],
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
    '/v1/packs/{id}/runs': {
      post: {
        operationId: 'RunPack',
        summary: 'Makes a pack now',
        parameters: [
          {
            name: 'id',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
              maxLength: 100,
            },
          },
        ],
        responses: {
          '201': {
            $ref: '#/components/responses/Answer',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/archive': {
      get: {
        operationId: 'GetArchive',
        summary: 'What was kept, newest first',
        responses: {
          '200': {
            $ref: '#/components/responses/Answer',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/archive/{file}': {
      get: {
        operationId: 'GetArchived',
        summary: 'What was kept, as it was, or as pdf, csv or html',
        parameters: [
          {
            name: 'file',
            in: 'path',
            required: true,
            description: 'The page or the id, and the format.',
            schema: {
              type: 'string',
              maxLength: 100,
            },
          },
        ],
        responses: {
          '200': {
            $ref: '#/components/responses/File',
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
      node: {
        name: 'node',
        in: 'query',
        allowReserved: true,
        description:
          'everything, or a group, domain, system or component. By default the highest node that the caller may read.',
        schema: {
          type: 'string',
          maxLength: 300,
        },
      },
      hierarchy: {
        name: 'hierarchy',
        in: 'query',
        description: 'How the organisation is cut.',
        schema: {
          type: 'string',
          enum: ['organisation', 'domains'],
        },
      },
      day: {
        name: 'day',
        in: 'query',
        description: 'The day of the snapshot, or the last one before.',
        schema: {
          type: 'string',
          pattern: '^\\d{4}-\\d{2}-\\d{2}$',
        },
      },
      compare: {
        name: 'compare',
        in: 'query',
        description: 'The day that is compared with.',
        schema: {
          type: 'string',
          pattern: '^\\d{4}-\\d{2}-\\d{2}$',
        },
      },
      asOf: {
        name: 'asOf',
        in: 'query',
        description:
          'Who belongs to the node today belongs to it all the time.',
        schema: {
          type: 'string',
          enum: ['today'],
        },
      },
      cursor: {
        name: 'cursor',
        in: 'query',
        description: 'The nextCursor of the page before.',
        schema: {
          type: 'string',
          maxLength: 1000,
        },
      },
      limit: {
        name: 'limit',
        in: 'query',
        description: 'How many at most.',
        schema: {
          type: 'integer',
          minimum: 1,
          maximum: 200,
        },
      },
    },
    responses: {
      Answer: {
        description: 'The answer, as the types of executive-common say.',
        content: {
          'application/json': {
            schema: {
              type: 'object',
            },
          },
        },
      },
      File: {
        description: 'The file, or the answer.',
        content: {
          'application/json': {
            schema: {
              type: 'object',
            },
          },
          'text/csv': {
            schema: {
              type: 'string',
            },
          },
          'text/html': {
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
      Error: {
        description: 'An error from the backend.',
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
        required: ['error', 'response'],
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
          request: {
            type: 'object',
            properties: {
              method: {
                type: 'string',
              },
              url: {
                type: 'string',
              },
            },
          },
          response: {
            type: 'object',
            required: ['statusCode'],
            properties: {
              statusCode: {
                type: 'number',
              },
            },
          },
        },
      },
    },
  },
} as const;
