// Generated from openapi.yaml by `yarn schema`.
export interface paths {
  '/v1/prices': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The price list that estimates rest on */
    get: operations['GetPrices'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * The files that a template of the catalog would make
     * @description Makes nothing. Only steps run that write into the workspace of the preview; the answer names the others. Values that the template does not accept, and a step that fails, are answers and no errors.
     */
    post: operations['PreviewTemplate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/templates': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How the templates do that the caller sees
     * @description Of the last 90 days.
     */
    get: operations['GetTemplates'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/runs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Runs of a template, or those that made an entity */
    get: operations['GetRuns'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/upgrades': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Proposes the present version of a template to what it made
     * @description Renders the template with the values of the run that made the entity, and puts a three-way merge on the branch `template/<name>-v<version>` of its repository; at GitHub with a pull request. The default branch is not touched. Asking again changes nothing. Needs `scaffolder-portal.upgrade`, and to own the entity unless the caller has `scaffolder-portal.upgrade-any`. 409 where somebody has worked on that branch.
     */
    post: operations['UpgradeEntity'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/approvals': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Approvals that the caller asked for or decides
     * @description Latest first, at most 200.
     */
    get: operations['ListApprovals'];
    put?: never;
    /**
     * Asks for a yes, for a run of a template
     * @description Called by the action `portal:approval:require` in the name of who started the run, which has to be running and to have that action: template and values are those of the run. Asking again for the same run answers what is there. 400 where a step after that action would run without the yes.
     */
    post: operations['RequestApproval'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/approvals/{id}/decision': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Says yes or no
     * @description For members of the group, other than who asked. A yes starts the run in the name of who says it. Where it can't be started, nothing is decided; where the start was cut off, the same yes again does it after a minute. 409 where somebody has decided already, also for the same decision again; it says who and when. Also 409 where it was withdrawn or has expired.
     */
    post: operations['DecideApproval'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/approvals/{id}/withdrawal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Takes the question back
     * @description For who asked, with the permission `scaffolder-portal.approval.withdraw`. 409 where it is decided, withdrawn or expired.
     */
    post: operations['WithdrawApproval'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/approvals/{id}/use': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Goes on with a yes
     * @description Called by the action `portal:approval:require` of the run that was started with the yes. 403 where that group said no yes to this template, as it was, with these values; 409 where another run has used it.
     */
    post: operations['UseApproval'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    /** @enum {string} */
    ApprovalStatus:
      | 'pending'
      | 'approved'
      | 'rejected'
      | 'withdrawn'
      | 'expired';
    Approval: {
      /** Format: uuid */
      id: string;
      templateRef: string;
      requestedBy: string;
      /** Format: date-time */
      requestedAt: string;
      /** Format: date-time */
      expiresAt: string;
      approvers: string;
      reason: string;
      values: {
        [key: string]: unknown;
      };
      status: components['schemas']['ApprovalStatus'];
      decidedBy?: string;
      /** Format: date-time */
      decidedAt?: string;
      comment?: string;
      startedTaskId?: string;
      mayDecide: boolean;
      mayWithdraw: boolean;
    };
    EntityRef: string;
    Amount: string;
    SizeMeaning: {
      vcpu: components['schemas']['Amount'];
      memoryGib: components['schemas']['Amount'];
      instances: number;
    };
    PriceList: {
      currency: string;
      /** Format: date */
      date: string;
      source: string;
      sizes: {
        small: components['schemas']['SizeMeaning'];
        medium: components['schemas']['SizeMeaning'];
        large: components['schemas']['SizeMeaning'];
      };
      rates: {
        environment?: string;
        production?: boolean;
        vcpuMonth: components['schemas']['Amount'];
        memoryGibMonth: components['schemas']['Amount'];
        fixedMonth: components['schemas']['Amount'];
      }[];
    };
    Preview: {
      /** @enum {string} */
      state: 'ready' | 'incomplete' | 'failed';
      files: {
        path: string;
        size: number;
        executable?: boolean;
        text?: string;
        /** @enum {string} */
        omitted?: 'binary' | 'too-large';
      }[];
      moreFiles: number;
      log: {
        stepId?: string;
        message: string;
      }[];
      skippedSteps: {
        id: string;
        name: string;
        action: string;
      }[];
      problems: components['schemas']['Problems'];
      failure?: components['schemas']['Failure'];
    };
    Problems: {
      path: string;
      message: string;
    }[];
    Failure: {
      stepId?: string;
      stepName?: string;
      message: string;
    };
    Upgrade: {
      /** @enum {string} */
      state: 'proposed' | 'current' | 'incomplete' | 'failed';
      templateRef: string;
      fromVersion?: number;
      toVersion: number;
      isNew: boolean;
      branch?: string;
      commit?: string;
      link?: string;
      pullRequest?: string;
      cloneUrl: string;
      files: string[];
      conflicts: string[];
      problems: components['schemas']['Problems'];
      failure?: components['schemas']['Failure'];
    };
    MetricValue: {
      /** @enum {string} */
      state:
        | 'ok'
        | 'insufficient-data'
        | 'not-configured'
        | 'source-error'
        | 'stale';
      value?: number;
      unit: string;
      sampleSize: number;
      have?: number;
      need?: number;
      cure?: string;
      /** Format: date-time */
      since?: string;
    };
    /** @enum {string} */
    RunStatus: 'open' | 'processing' | 'completed' | 'failed' | 'cancelled';
    TemplateStatisticsList: {
      days: number;
      /** Format: date-time */
      readAt?: string;
      items: {
        templateRef: string;
        title: string;
        owner?: string;
        version?: number;
        runs: number;
        successRate: components['schemas']['MetricValue'];
        medianDuration: components['schemas']['MetricValue'];
        lastRun?: {
          /** Format: date-time */
          at: string;
          status: components['schemas']['RunStatus'];
        };
      }[];
    };
    RunList: {
      /** Format: date-time */
      readAt?: string;
      items: {
        taskId: string;
        templateRef: string;
        templateTitle: string;
        templateVersion?: number;
        currentVersion?: number;
        createdBy?: string;
        status: components['schemas']['RunStatus'];
        /** Format: date-time */
        startedAt: string;
        /** Format: date-time */
        endedAt?: string;
        failedStep?: {
          id: string;
          name: string;
        };
        entityRefs: string[];
      }[];
    };
  };
  responses: {
    /** @description What went wrong. */
    Error: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': {
          error: {
            name: string;
            message: string;
          };
          request?: Record<string, never>;
          response: {
            statusCode: number;
          };
        };
      };
    };
  };
  parameters: {
    ApprovalId: string;
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  GetPrices: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The list of the configuration. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PriceList'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  PreviewTemplate: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          templateRef: components['schemas']['EntityRef'];
          values: {
            [key: string]: unknown;
          };
        };
      };
    };
    responses: {
      /** @description The files, or why there are none. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Preview'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetTemplates: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description By title. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TemplateStatisticsList'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetRuns: {
    parameters: {
      query?: {
        /** @description Needed unless templateRef is given. */
        entityRef?: components['schemas']['EntityRef'];
        templateRef?: components['schemas']['EntityRef'];
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The latest first. Made entities that the caller does not see are left out. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RunList'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  UpgradeEntity: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          entityRef: components['schemas']['EntityRef'];
          values?: {
            [key: string]: unknown;
          };
        };
      };
    };
    responses: {
      /** @description The branch, or why there is none. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Upgrade'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  ListApprovals: {
    parameters: {
      query?: {
        status?: components['schemas']['ApprovalStatus'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Them. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Approval'][];
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  RequestApproval: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          taskId: string;
          approvers: components['schemas']['EntityRef'];
          reason: string;
        };
      };
    };
    responses: {
      /** @description The approval. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Approval'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  DecideApproval: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['ApprovalId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          decision: 'approve' | 'reject';
          comment?: string;
        };
      };
    };
    responses: {
      /** @description The approval. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Approval'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  WithdrawApproval: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['ApprovalId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The approval. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Approval'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  UseApproval: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['ApprovalId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          taskId: string;
          approvers: components['schemas']['EntityRef'];
        };
      };
    };
    responses: {
      /** @description It is this run's. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      default: components['responses']['Error'];
    };
  };
}
