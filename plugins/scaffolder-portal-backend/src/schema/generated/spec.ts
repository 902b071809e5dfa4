// Generated from openapi.yaml by `yarn schema`.
export const spec = {
  openapi: '3.1.0',
  info: {
    title: 'scaffolder-portal',
    version: '1',
    description:
      'Prices, previews and statistics of software templates, and what was made from which.',
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
    '/v1/prices': {
      get: {
        operationId: 'GetPrices',
        summary: 'The price list that estimates rest on',
        responses: {
          '200': {
            description: 'The list of the configuration.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/PriceList',
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
    '/v1/preview': {
      post: {
        operationId: 'PreviewTemplate',
        summary: 'The files that a template of the catalog would make',
        description:
          'Makes nothing. Only steps run that write into the workspace of the preview; the answer names the others. Values that the template does not accept, and a step that fails, are answers and no errors.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['templateRef', 'values'],
                properties: {
                  templateRef: {
                    $ref: '#/components/schemas/EntityRef',
                  },
                  values: {
                    type: 'object',
                    additionalProperties: true,
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The files, or why there are none.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Preview',
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
    '/v1/templates': {
      get: {
        operationId: 'GetTemplates',
        summary: 'How the templates do that the caller sees',
        description: 'Of the last 90 days.',
        responses: {
          '200': {
            description: 'By title.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/TemplateStatisticsList',
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
    '/v1/runs': {
      get: {
        operationId: 'GetRuns',
        summary: 'Runs of a template, or those that made an entity',
        parameters: [
          {
            name: 'entityRef',
            in: 'query',
            description: 'Needed unless templateRef is given.',
            schema: {
              $ref: '#/components/schemas/EntityRef',
            },
          },
          {
            name: 'templateRef',
            in: 'query',
            schema: {
              $ref: '#/components/schemas/EntityRef',
            },
          },
          {
            name: 'limit',
            in: 'query',
            schema: {
              type: 'integer',
              minimum: 1,
              maximum: 100,
              default: 20,
            },
          },
        ],
        responses: {
          '200': {
            description:
              'The latest first. Made entities that the caller does not see are left out.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/RunList',
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
    '/v1/upgrades': {
      post: {
        operationId: 'UpgradeEntity',
        summary: 'Proposes the present version of a template to what it made',
        description:
          'Renders the template with the values of the run that made the entity, and puts a three-way merge on the branch `template/<name>-v<version>` of its repository; at GitHub with a pull request. The default branch is not touched. Asking again changes nothing. Needs `scaffolder-portal.upgrade`, and to own the entity unless the caller has `scaffolder-portal.upgrade-any`. 409 where somebody has worked on that branch.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['entityRef'],
                properties: {
                  entityRef: {
                    $ref: '#/components/schemas/EntityRef',
                  },
                  values: {
                    type: 'object',
                    additionalProperties: true,
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The branch, or why there is none.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Upgrade',
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
    '/v1/approvals': {
      get: {
        operationId: 'ListApprovals',
        summary: 'Approvals that the caller asked for or decides',
        description: 'Latest first, at most 200.',
        parameters: [
          {
            name: 'status',
            in: 'query',
            schema: {
              $ref: '#/components/schemas/ApprovalStatus',
            },
          },
        ],
        responses: {
          '200': {
            description: 'Them.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: {
                        $ref: '#/components/schemas/Approval',
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
      post: {
        operationId: 'RequestApproval',
        summary: 'Asks for a yes, for a run of a template',
        description:
          'Called by the action `portal:approval:require` in the name of who started the run, which has to be running and to have that action: template and values are those of the run. Asking again for the same run answers what is there. 400 where a step after that action would run without the yes.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['taskId', 'approvers', 'reason'],
                properties: {
                  taskId: {
                    type: 'string',
                    minLength: 1,
                    maxLength: 100,
                  },
                  approvers: {
                    $ref: '#/components/schemas/EntityRef',
                  },
                  reason: {
                    type: 'string',
                    minLength: 1,
                    maxLength: 1000,
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The approval.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Approval',
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
    '/v1/approvals/{id}/decision': {
      post: {
        operationId: 'DecideApproval',
        summary: 'Says yes or no',
        description:
          "For members of the group, other than who asked. A yes starts the run in the name of who says it. Where it can't be started, nothing is decided; where the start was cut off, the same yes again does it after a minute. 409 where somebody has decided already, also for the same decision again; it says who and when. Also 409 where it was withdrawn or has expired.",
        parameters: [
          {
            $ref: '#/components/parameters/ApprovalId',
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['decision'],
                properties: {
                  decision: {
                    type: 'string',
                    enum: ['approve', 'reject'],
                  },
                  comment: {
                    type: 'string',
                    maxLength: 500,
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The approval.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Approval',
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
    '/v1/approvals/{id}/withdrawal': {
      post: {
        operationId: 'WithdrawApproval',
        summary: 'Takes the question back',
        description:
          'For who asked, with the permission `scaffolder-portal.approval.withdraw`. 409 where it is decided, withdrawn or expired.',
        parameters: [
          {
            $ref: '#/components/parameters/ApprovalId',
          },
        ],
        responses: {
          '200': {
            description: 'The approval.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/Approval',
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
    '/v1/approvals/{id}/use': {
      post: {
        operationId: 'UseApproval',
        summary: 'Goes on with a yes',
        description:
          'Called by the action `portal:approval:require` of the run that was started with the yes. 403 where that group said no yes to this template, as it was, with these values; 409 where another run has used it.',
        parameters: [
          {
            $ref: '#/components/parameters/ApprovalId',
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                additionalProperties: false,
                required: ['taskId', 'approvers'],
                properties: {
                  taskId: {
                    type: 'string',
                    minLength: 1,
                    maxLength: 100,
                  },
                  approvers: {
                    $ref: '#/components/schemas/EntityRef',
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: "It is this run's.",
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
      ApprovalId: {
        name: 'id',
        in: 'path',
        required: true,
        schema: {
          type: 'string',
          format: 'uuid',
        },
      },
    },
    responses: {
      Error: {
        description: 'What went wrong.',
        content: {
          'application/json': {
            schema: {
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
          },
        },
      },
    },
    schemas: {
      ApprovalStatus: {
        type: 'string',
        enum: ['pending', 'approved', 'rejected', 'withdrawn', 'expired'],
      },
      Approval: {
        type: 'object',
        required: [
          'id',
          'templateRef',
          'requestedBy',
          'requestedAt',
          'expiresAt',
          'approvers',
          'reason',
          'values',
          'status',
          'mayDecide',
          'mayWithdraw',
        ],
        properties: {
          id: {
            type: 'string',
            format: 'uuid',
          },
          templateRef: {
            type: 'string',
          },
          requestedBy: {
            type: 'string',
          },
          requestedAt: {
            type: 'string',
            format: 'date-time',
          },
          expiresAt: {
            type: 'string',
            format: 'date-time',
          },
          approvers: {
            type: 'string',
          },
          reason: {
            type: 'string',
          },
          values: {
            type: 'object',
            additionalProperties: true,
          },
          status: {
            $ref: '#/components/schemas/ApprovalStatus',
          },
          decidedBy: {
            type: 'string',
          },
          decidedAt: {
            type: 'string',
            format: 'date-time',
          },
          comment: {
            type: 'string',
          },
          startedTaskId: {
            type: 'string',
          },
          mayDecide: {
            type: 'boolean',
          },
          mayWithdraw: {
            type: 'boolean',
          },
        },
      },
      EntityRef: {
        type: 'string',
        maxLength: 300,
        pattern: '^[^:/\\s]+:[^:/\\s]+/[^:/\\s]+$',
      },
      Amount: {
        type: 'string',
        pattern: '^\\d{1,12}(\\.\\d{1,9})?$',
      },
      SizeMeaning: {
        type: 'object',
        required: ['vcpu', 'memoryGib', 'instances'],
        properties: {
          vcpu: {
            $ref: '#/components/schemas/Amount',
          },
          memoryGib: {
            $ref: '#/components/schemas/Amount',
          },
          instances: {
            type: 'integer',
          },
        },
      },
      PriceList: {
        type: 'object',
        required: ['currency', 'date', 'source', 'sizes', 'rates'],
        properties: {
          currency: {
            type: 'string',
          },
          date: {
            type: 'string',
            format: 'date',
          },
          source: {
            type: 'string',
          },
          sizes: {
            type: 'object',
            required: ['small', 'medium', 'large'],
            properties: {
              small: {
                $ref: '#/components/schemas/SizeMeaning',
              },
              medium: {
                $ref: '#/components/schemas/SizeMeaning',
              },
              large: {
                $ref: '#/components/schemas/SizeMeaning',
              },
            },
          },
          rates: {
            type: 'array',
            items: {
              type: 'object',
              required: ['vcpuMonth', 'memoryGibMonth', 'fixedMonth'],
              properties: {
                environment: {
                  type: 'string',
                },
                production: {
                  type: 'boolean',
                },
                vcpuMonth: {
                  $ref: '#/components/schemas/Amount',
                },
                memoryGibMonth: {
                  $ref: '#/components/schemas/Amount',
                },
                fixedMonth: {
                  $ref: '#/components/schemas/Amount',
                },
              },
            },
          },
        },
      },
      Preview: {
        type: 'object',
        required: [
          'state',
          'files',
          'moreFiles',
          'log',
          'skippedSteps',
          'problems',
        ],
        properties: {
          state: {
            type: 'string',
            enum: ['ready', 'incomplete', 'failed'],
          },
          files: {
            type: 'array',
            items: {
              type: 'object',
              required: ['path', 'size'],
              properties: {
                path: {
                  type: 'string',
                },
                size: {
                  type: 'integer',
                },
                executable: {
                  type: 'boolean',
                },
                text: {
                  type: 'string',
                },
                omitted: {
                  type: 'string',
                  enum: ['binary', 'too-large'],
                },
              },
            },
          },
          moreFiles: {
            type: 'integer',
          },
          log: {
            type: 'array',
            items: {
              type: 'object',
              required: ['message'],
              properties: {
                stepId: {
                  type: 'string',
                },
                message: {
                  type: 'string',
                },
              },
            },
          },
          skippedSteps: {
            type: 'array',
            items: {
              type: 'object',
              required: ['id', 'name', 'action'],
              properties: {
                id: {
                  type: 'string',
                },
                name: {
                  type: 'string',
                },
                action: {
                  type: 'string',
                },
              },
            },
          },
          problems: {
            $ref: '#/components/schemas/Problems',
          },
          failure: {
            $ref: '#/components/schemas/Failure',
          },
        },
      },
      Problems: {
        type: 'array',
        items: {
          type: 'object',
          required: ['path', 'message'],
          properties: {
            path: {
              type: 'string',
            },
            message: {
              type: 'string',
            },
          },
        },
      },
      Failure: {
        type: 'object',
        required: ['message'],
        properties: {
          stepId: {
            type: 'string',
          },
          stepName: {
            type: 'string',
          },
          message: {
            type: 'string',
          },
        },
      },
      Upgrade: {
        type: 'object',
        required: [
          'state',
          'templateRef',
          'toVersion',
          'isNew',
          'cloneUrl',
          'files',
          'conflicts',
          'problems',
        ],
        properties: {
          state: {
            type: 'string',
            enum: ['proposed', 'current', 'incomplete', 'failed'],
          },
          templateRef: {
            type: 'string',
          },
          fromVersion: {
            type: 'integer',
          },
          toVersion: {
            type: 'integer',
          },
          isNew: {
            type: 'boolean',
          },
          branch: {
            type: 'string',
          },
          commit: {
            type: 'string',
          },
          link: {
            type: 'string',
          },
          pullRequest: {
            type: 'string',
          },
          cloneUrl: {
            type: 'string',
          },
          files: {
            type: 'array',
            items: {
              type: 'string',
            },
          },
          conflicts: {
            type: 'array',
            items: {
              type: 'string',
            },
          },
          problems: {
            $ref: '#/components/schemas/Problems',
          },
          failure: {
            $ref: '#/components/schemas/Failure',
          },
        },
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
          since: {
            type: 'string',
            format: 'date-time',
          },
        },
      },
      RunStatus: {
        type: 'string',
        enum: ['open', 'processing', 'completed', 'failed', 'cancelled'],
      },
      TemplateStatisticsList: {
        type: 'object',
        required: ['items', 'days'],
        properties: {
          days: {
            type: 'integer',
          },
          readAt: {
            type: 'string',
            format: 'date-time',
          },
          items: {
            type: 'array',
            items: {
              type: 'object',
              required: [
                'templateRef',
                'title',
                'runs',
                'successRate',
                'medianDuration',
              ],
              properties: {
                templateRef: {
                  type: 'string',
                },
                title: {
                  type: 'string',
                },
                owner: {
                  type: 'string',
                },
                version: {
                  type: 'integer',
                },
                runs: {
                  type: 'integer',
                },
                successRate: {
                  $ref: '#/components/schemas/MetricValue',
                },
                medianDuration: {
                  $ref: '#/components/schemas/MetricValue',
                },
                lastRun: {
                  type: 'object',
                  required: ['at', 'status'],
                  properties: {
                    at: {
                      type: 'string',
                      format: 'date-time',
                    },
                    status: {
                      $ref: '#/components/schemas/RunStatus',
                    },
                  },
                },
              },
            },
          },
        },
      },
      RunList: {
        type: 'object',
        required: ['items'],
        properties: {
          readAt: {
            type: 'string',
            format: 'date-time',
          },
          items: {
            type: 'array',
            items: {
              type: 'object',
              required: [
                'taskId',
                'templateRef',
                'templateTitle',
                'status',
                'startedAt',
                'entityRefs',
              ],
              properties: {
                taskId: {
                  type: 'string',
                },
                templateRef: {
                  type: 'string',
                },
                templateTitle: {
                  type: 'string',
                },
                templateVersion: {
                  type: 'integer',
                },
                currentVersion: {
                  type: 'integer',
                },
                createdBy: {
                  type: 'string',
                },
                status: {
                  $ref: '#/components/schemas/RunStatus',
                },
                startedAt: {
                  type: 'string',
                  format: 'date-time',
                },
                endedAt: {
                  type: 'string',
                  format: 'date-time',
                },
                failedStep: {
                  type: 'object',
                  required: ['id', 'name'],
                  properties: {
                    id: {
                      type: 'string',
                    },
                    name: {
                      type: 'string',
                    },
                  },
                },
                entityRefs: {
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
} as const;
