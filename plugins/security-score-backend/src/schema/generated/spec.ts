// Generated from openapi.yaml by `yarn schema`.
export const spec = {
  openapi: '3.1.0',
  info: {
    title: 'security-score',
    version: '1',
    description:
      'Reports of scanners as one list of findings, the score of services, and the work on both.',
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
    '/v1/findings': {
      get: {
        operationId: 'GetFindings',
        summary: 'Findings of the services whose findings the caller may read',
        parameters: [
          {
            $ref: '#/components/parameters/scope',
          },
          {
            $ref: '#/components/parameters/findingState',
          },
          {
            name: 'severity',
            in: 'query',
            allowReserved: true,
            description:
              'Some of critical, high, medium, low, info, unknown, with commas between them.',
            schema: {
              type: 'string',
              maxLength: 100,
            },
          },
          {
            name: 'kind',
            in: 'query',
            allowReserved: true,
            description:
              'Some of vulnerability, code, secret, misconfiguration, with commas between them.',
            schema: {
              type: 'string',
              maxLength: 100,
            },
          },
          {
            name: 'tool',
            in: 'query',
            allowReserved: true,
            description: 'Names of scanners, with commas between them.',
            schema: {
              type: 'string',
              maxLength: 500,
            },
          },
          {
            name: 'triage',
            in: 'query',
            allowReserved: true,
            description:
              'Some of new, confirmed, in-progress, not-affected, false-positive, with commas between them.',
            schema: {
              type: 'string',
              maxLength: 100,
            },
          },
          {
            name: 'text',
            in: 'query',
            allowReserved: true,
            description:
              'Words in the title, the name, an alias, the package or the path.',
            schema: {
              type: 'string',
              maxLength: 200,
            },
          },
          {
            name: 'overdue',
            in: 'query',
            description: 'Only those past their SLA.',
            schema: {
              type: 'boolean',
            },
          },
          {
            name: 'fixable',
            in: 'query',
            description:
              'Only those with a version that fixes them, or without.',
            schema: {
              type: 'boolean',
            },
          },
          {
            name: 'kev',
            in: 'query',
            description:
              'Only those known to be exploited, or not known to be.',
            schema: {
              type: 'boolean',
            },
          },
          {
            name: 'vulnerability',
            in: 'query',
            allowReserved: true,
            description: 'The name of a vulnerability, or an alias.',
            schema: {
              type: 'string',
              maxLength: 200,
            },
          },
          {
            name: 'package',
            in: 'query',
            allowReserved: true,
            description: 'The name of a package.',
            schema: {
              type: 'string',
              maxLength: 500,
            },
          },
          {
            name: 'assignee',
            in: 'query',
            allowReserved: true,
            description: 'The reference of a user or group.',
            schema: {
              type: 'string',
              maxLength: 300,
            },
          },
          {
            name: 'order',
            in: 'query',
            schema: {
              type: 'string',
              enum: ['priority', 'severity', 'due', 'newest', 'oldest'],
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
            description: 'A page of findings, with the counts of all that fit.',
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
    '/v1/findings/{id}': {
      get: {
        operationId: 'GetFinding',
        summary: 'One finding with who saw it and what happened to it',
        parameters: [
          {
            name: 'id',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
              maxLength: 30,
            },
          },
        ],
        responses: {
          '200': {
            description: 'The finding.',
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
    '/v1/entities/{kind}/{namespace}/{name}/findings': {
      get: {
        operationId: 'GetEntityFindings',
        summary:
          'Findings of one service, or of what belongs to a system, a domain or a group',
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
          {
            $ref: '#/components/parameters/findingState',
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
            description: 'A page of findings, with the counts of all that fit.',
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
    '/v1/reports': {
      post: {
        operationId: 'SendReport',
        summary: 'Takes a report of a scanner as the body, as it is or as gzip',
        parameters: [
          {
            name: 'entityRef',
            in: 'query',
            required: true,
            allowReserved: true,
            schema: {
              type: 'string',
              maxLength: 300,
            },
          },
          {
            name: 'tool',
            in: 'query',
            allowReserved: true,
            description:
              'The scanner or the format; auto, which is usual, takes what the content says.',
            schema: {
              type: 'string',
              maxLength: 100,
            },
          },
          {
            name: 'version',
            in: 'query',
            allowReserved: true,
            description: 'The version of the software that was scanned.',
            schema: {
              type: 'string',
              maxLength: 200,
            },
          },
          {
            name: 'scope',
            in: 'query',
            allowReserved: true,
            description:
              'What of the service was scanned, where the report does not say.',
            schema: {
              type: 'string',
              maxLength: 300,
            },
          },
          {
            $ref: '#/components/parameters/provenance',
          },
          {
            $ref: '#/components/parameters/at',
          },
        ],
        requestBody: {
          required: true,
          content: {
            '*/*': {
              schema: {
                type: 'string',
                format: 'binary',
              },
            },
          },
        },
        responses: {
          '201': {
            description: 'What became of the report, when it can be read back.',
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
      get: {
        operationId: 'GetReports',
        summary: 'Reports that came, the newest first',
        parameters: [
          {
            name: 'entityRef',
            in: 'query',
            allowReserved: true,
            schema: {
              type: 'string',
              maxLength: 300,
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
            description: 'A page of reports.',
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
    '/v1/reports/{id}/rejections': {
      get: {
        operationId: 'GetRejections',
        summary: 'What of a report could not be taken, and why',
        parameters: [
          {
            name: 'id',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
              maxLength: 50,
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
            description: 'A page of entries, in the order of the report.',
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
    '/v1/pulled-sources': {
      get: {
        operationId: 'GetPulledSources',
        summary: 'Where reports are fetched from, and what came of it',
        parameters: [
          {
            name: 'entityRef',
            in: 'query',
            allowReserved: true,
            schema: {
              type: 'string',
              maxLength: 300,
            },
          },
        ],
        responses: {
          '200': {
            description: 'Those that failed first.',
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
    '/v1/scans': {
      get: {
        operationId: 'GetScans',
        summary: 'The last report of each tool and scope of a service',
        parameters: [
          {
            name: 'entityRef',
            in: 'query',
            required: true,
            allowReserved: true,
            schema: {
              type: 'string',
              minLength: 1,
              maxLength: 300,
            },
          },
        ],
        responses: {
          '200': {
            description: 'The scans.',
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
    '/v1/scores': {
      get: {
        operationId: 'GetScores',
        summary: 'Services with their scores, and what they come to together',
        parameters: [
          {
            $ref: '#/components/parameters/scope',
          },
          {
            name: 'order',
            in: 'query',
            required: false,
            description:
              'What comes first - the lowest score, what sank most, what has most overdue, the least covered, or by name.',
            schema: {
              type: 'string',
              enum: ['score', 'change', 'overdue', 'coverage', 'name'],
            },
          },
          {
            name: 'grade',
            in: 'query',
            allowReserved: true,
            required: false,
            description:
              'Grades, separated by commas; `none` for services without a score.',
            schema: {
              type: 'string',
              pattern: '^(A|B|C|D|E|none)(,(A|B|C|D|E|none))*$',
            },
          },
          {
            name: 'text',
            in: 'query',
            allowReserved: true,
            required: false,
            description: 'Words in the title or the name.',
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
            description: 'A page of services.',
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
    '/v1/entities/{kind}/{namespace}/{name}/score': {
      get: {
        operationId: 'GetScore',
        summary: 'The score of a service, its grade, coverage and parts',
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
            description: 'The score.',
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
    '/v1/entities/{kind}/{namespace}/{name}/score/history': {
      get: {
        operationId: 'GetScoreHistory',
        summary: 'How the score was, day by day, and when the formula changed',
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
          {
            name: 'days',
            in: 'query',
            required: false,
            description: 'How far back. 180 by default.',
            schema: {
              type: 'integer',
              minimum: 1,
              maximum: 1100,
            },
          },
        ],
        responses: {
          '200': {
            description: 'A point a day that something was known of.',
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
    '/v1/entities/{kind}/{namespace}/{name}/upgrades': {
      get: {
        operationId: 'GetUpgrades',
        summary: 'Which upgrades of a service fix what, and what each gains',
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
            description: 'The plan, most gain first.',
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
    '/v1/entities/{kind}/{namespace}/{name}/secrets': {
      get: {
        operationId: 'GetSecrets',
        summary:
          'How old the secrets of a service are, as Vault tells; never what they are',
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
            description:
              'Those that were rotated longest ago first; none, and not connected, where the portal asks no Vault.',
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
    '/v1/formula': {
      get: {
        operationId: 'GetFormula',
        summary:
          'The formula that is in force, with its numbers and its changes',
        responses: {
          '200': {
            description: 'The formula.',
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
    '/v1/statistics': {
      get: {
        operationId: 'GetStatistics',
        summary:
          'What was opened, fixed and reopened, how long repairs took, and what was in time',
        parameters: [
          {
            $ref: '#/components/parameters/scope',
          },
          {
            name: 'from',
            in: 'query',
            required: true,
            description: 'The first day.',
            schema: {
              type: 'string',
              format: 'date',
            },
          },
          {
            name: 'to',
            in: 'query',
            required: true,
            description: 'The day after the last. At most 400 days.',
            schema: {
              type: 'string',
              format: 'date',
            },
          },
        ],
        responses: {
          '200': {
            description: 'The sums.',
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
    '/v1/affected': {
      get: {
        operationId: 'GetAffected',
        summary:
          'Where a vulnerability is, or a package in a range of versions',
        parameters: [
          {
            name: 'vulnerability',
            in: 'query',
            allowReserved: true,
            required: false,
            description:
              'One of its names, such as CVE-2021-44228. Either this or a package.',
            schema: {
              type: 'string',
              minLength: 3,
              maxLength: 200,
            },
          },
          {
            name: 'package',
            in: 'query',
            allowReserved: true,
            required: false,
            description:
              'A package URL without a version, or a name, whole or its last part.',
            schema: {
              type: 'string',
              minLength: 1,
              maxLength: 500,
            },
          },
          {
            name: 'range',
            in: 'query',
            allowReserved: true,
            required: false,
            description:
              'Comparisons such as <2.17.1, by the rules of the ecosystem. Every version by default.',
            schema: {
              type: 'string',
              maxLength: 300,
            },
          },
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
            description:
              "Services with the component, and how many services can't be known.",
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
    '/v1/licences': {
      get: {
        operationId: 'GetLicences',
        summary:
          'Licences in the inventories, and what the policy says of them',
        parameters: [
          {
            $ref: '#/components/parameters/scope',
          },
        ],
        responses: {
          '200': {
            description: 'Licences, those that are denied first.',
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
    '/v1/licences/components': {
      get: {
        operationId: 'GetLicenceComponents',
        summary: 'Which components of which services have a licence',
        parameters: [
          {
            name: 'licence',
            in: 'query',
            allowReserved: true,
            allowEmptyValue: true,
            required: true,
            description:
              'As the list of licences has it; empty for components without one.',
            schema: {
              type: 'string',
              maxLength: 500,
            },
          },
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
            description: 'A page of components.',
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
    '/v1/findings/triage': {
      post: {
        operationId: 'TriageFindings',
        summary:
          'Says what findings are and who looks after them, all of them or none',
        parameters: [
          {
            $ref: '#/components/parameters/provenance',
          },
          {
            $ref: '#/components/parameters/at',
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['ids'],
                properties: {
                  ids: {
                    type: 'array',
                    minItems: 1,
                    maxItems: 500,
                    items: {
                      type: 'string',
                    },
                  },
                  triage: {
                    type: 'string',
                    enum: [
                      'new',
                      'confirmed',
                      'in-progress',
                      'not-affected',
                      'false-positive',
                    ],
                  },
                  reason: {
                    type: 'string',
                    maxLength: 2000,
                  },
                  assignee: {
                    type: ['string', 'null'],
                    maxLength: 300,
                  },
                  by: {
                    type: 'string',
                    maxLength: 300,
                    description: 'Only of what is made up.',
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'How many are different now.',
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
    '/v1/exceptions': {
      get: {
        operationId: 'ListExceptions',
        summary:
          'Exceptions of the services whose findings the caller may read, the newest first',
        parameters: [
          {
            name: 'state',
            in: 'query',
            allowReserved: true,
            required: false,
            description:
              'Some of proposed, approved, rejected, expired, withdrawn, with commas between them.',
            schema: {
              type: 'string',
              maxLength: 500,
            },
          },
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
            description:
              'A page of exceptions, with the counts of each state in the scope.',
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
      post: {
        operationId: 'ProposeException',
        summary:
          'Asks to accept the risk of open findings of one service for a time',
        parameters: [
          {
            $ref: '#/components/parameters/provenance',
          },
          {
            $ref: '#/components/parameters/at',
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['findingIds', 'reason', 'expiresAt'],
                properties: {
                  findingIds: {
                    type: 'array',
                    minItems: 1,
                    maxItems: 500,
                    items: {
                      type: 'string',
                    },
                  },
                  reason: {
                    type: 'string',
                    maxLength: 4000,
                  },
                  evidence: {
                    type: 'string',
                    maxLength: 2000,
                    description: 'A link.',
                  },
                  expiresAt: {
                    type: 'string',
                    description: 'An instant, at most a year ahead.',
                  },
                  renews: {
                    type: 'string',
                    maxLength: 100,
                  },
                  requestedBy: {
                    type: 'string',
                    maxLength: 300,
                    description: 'Only of what is made up.',
                  },
                  decision: {
                    type: 'object',
                    description: 'Only of what is made up.',
                  },
                },
              },
            },
          },
        },
        responses: {
          '201': {
            description: 'The exception.',
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
    '/v1/exceptions/{id}/decision': {
      post: {
        operationId: 'DecideException',
        summary:
          'Approves, rejects or withdraws an exception; nobody decides on the own',
        parameters: [
          {
            $ref: '#/components/parameters/id',
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['decision'],
                properties: {
                  decision: {
                    type: 'string',
                    enum: ['approve', 'reject', 'withdraw'],
                  },
                  reason: {
                    type: 'string',
                    maxLength: 4000,
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The exception.',
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
    '/v1/entities/{kind}/{namespace}/{name}/export': {
      get: {
        operationId: 'ExportFindings',
        summary: 'The findings of a service as a file',
        parameters: [
          {
            name: 'kind',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
              maxLength: 100,
            },
          },
          {
            name: 'namespace',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
              maxLength: 100,
            },
          },
          {
            name: 'name',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
              maxLength: 100,
            },
          },
          {
            name: 'format',
            in: 'query',
            required: true,
            schema: {
              type: 'string',
              enum: ['sarif', 'cyclonedx-vex', 'csv'],
            },
          },
          {
            name: 'tool',
            in: 'query',
            allowReserved: true,
            required: false,
            description:
              'Only what this tool sees. Absent, SARIF has a run of each.',
            schema: {
              type: 'string',
              maxLength: 60,
            },
          },
        ],
        responses: {
          '200': {
            description:
              'SARIF 2.1.0, CycloneDX 1.6 or comma-separated values.',
          },
          default: {
            $ref: '#/components/responses/Error',
          },
        },
      },
    },
    '/v1/views': {
      get: {
        operationId: 'ListViews',
        summary: 'The views that the caller saved',
        responses: {
          '200': {
            description: 'The views, by name.',
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
    '/v1/views/{name}': {
      put: {
        operationId: 'SaveView',
        summary: 'Saves a view under a name, in place of what was there',
        parameters: [
          {
            name: 'name',
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
                required: ['query'],
                properties: {
                  query: {
                    type: 'string',
                    maxLength: 4000,
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The view.',
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
      delete: {
        operationId: 'DeleteView',
        summary: 'Takes a view away; the name in the path is its id',
        parameters: [
          {
            name: 'name',
            in: 'path',
            required: true,
            schema: {
              type: 'string',
              maxLength: 100,
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
  },
  components: {
    parameters: {
      findingState: {
        name: 'state',
        in: 'query',
        allowReserved: true,
        allowEmptyValue: true,
        description:
          'Some of open, fixed, suppressed, not-affected, false-positive, accepted, with commas between them.',
        schema: {
          type: 'string',
          maxLength: 100,
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
      provenance: {
        name: 'provenance',
        in: 'query',
        required: false,
        description:
          'demo: made up for the demo organisation, by services only.',
        schema: {
          type: 'string',
          enum: ['real', 'demo'],
        },
      },
      at: {
        name: 'at',
        in: 'query',
        allowReserved: true,
        required: false,
        description: 'When something made up is said to have happened.',
        schema: {
          type: 'string',
          maxLength: 40,
        },
      },
      id: {
        name: 'id',
        in: 'path',
        required: true,
        schema: {
          type: 'string',
          maxLength: 100,
        },
      },
      scope: {
        name: 'scope',
        in: 'query',
        allowReserved: true,
        allowEmptyValue: true,
        required: false,
        description:
          'An entity, a system, a domain or a group. Everything that may be read by default.',
        schema: {
          type: 'string',
          maxLength: 300,
        },
      },
      cursor: {
        name: 'cursor',
        in: 'query',
        allowReserved: true,
        allowEmptyValue: true,
        required: false,
        description: 'The nextCursor of the page before.',
        schema: {
          type: 'string',
          maxLength: 2000,
        },
      },
      limit: {
        name: 'limit',
        in: 'query',
        required: false,
        description: 'Rows of a page.',
        schema: {
          type: 'integer',
          minimum: 1,
          maximum: 200,
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
  },
} as const;
