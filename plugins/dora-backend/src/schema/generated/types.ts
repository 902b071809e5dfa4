// Generated from openapi.yaml by `yarn schema`.
export interface paths {
  '/v1/metrics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What the five metrics mean */
    get: operations['GetDefinitions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/entities/{kind}/{namespace}/{name}/metrics': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        kind: components['parameters']['kind'];
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    /** The five metrics of an entity in a period */
    get: operations['GetMetrics'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/entities/{kind}/{namespace}/{name}/trend': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        kind: components['parameters']['kind'];
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    /** The five metrics of an entity over time */
    get: operations['GetTrend'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/entities/{kind}/{namespace}/{name}/deployments': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        kind: components['parameters']['kind'];
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    /** Production deployments of an entity, newest first */
    get: operations['GetDeployments'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/entities/{kind}/{namespace}/{name}/sources': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        kind: components['parameters']['kind'];
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    /** Where the delivery facts of an entity come from */
    get: operations['GetSources'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/import': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Bring delivery records in bulk
     * @description One JSON record a line, plain or gzip, streamed. Records that are known are counted as duplicates; a bad line is rejected and the others are taken. All of it becomes visible with the answer, or nothing.
     */
    post: operations['ImportRecords'];
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
    Error: {
      error: {
        name: string;
        message: string;
      };
    };
    Period: {
      /** Format: date-time */
      from: string;
      /** Format: date-time */
      to: string;
    };
    /** @enum {string} */
    MetricUnit: '1/week' | 'h' | 'ratio' | 'count';
    MetricValue: {
      /** @enum {string} */
      state:
        | 'ok'
        | 'insufficient-data'
        | 'not-configured'
        | 'source-error'
        | 'stale';
      /** @description There whenever it can be computed. */
      value?: number;
      unit: components['schemas']['MetricUnit'];
      sampleSize: number;
      have?: number;
      need?: number;
      cure?: string;
      /** Format: date-time */
      since?: string;
    };
    DoraMetrics: {
      deploymentFrequency: components['schemas']['MetricValue'];
      changeLeadTime: components['schemas']['MetricValue'];
      changeFailRate: components['schemas']['MetricValue'];
      failedDeploymentRecoveryTime: components['schemas']['MetricValue'];
      deploymentReworkRate: components['schemas']['MetricValue'];
    };
    EntityMetrics: {
      period: components['schemas']['Period'];
      metrics: components['schemas']['DoraMetrics'];
      tiers: components['schemas']['EntityTiers'];
    };
    /**
     * @default 2023
     * @enum {integer}
     */
    TierEditionYear: 2019 | 2021 | 2022 | 2023;
    EntityTiers: {
      edition: components['schemas']['TierEditionYear'];
      /** @description A metric without a value has no tier, and so has the deployment rework rate. */
      metrics: {
        deploymentFrequency?: components['schemas']['MetricTier'];
        changeLeadTime?: components['schemas']['MetricTier'];
        changeFailRate?: components['schemas']['MetricTier'];
        failedDeploymentRecoveryTime?: components['schemas']['MetricTier'];
      };
    };
    MetricTier: {
      /** @enum {string} */
      tier: 'elite' | 'high' | 'medium' | 'low';
      /** @description The band of the tier in the words of the report. */
      band: string;
    };
    /**
     * @default week
     * @enum {string}
     */
    TrendInterval: 'day' | 'week' | 'month';
    TrendPoint: {
      period: components['schemas']['Period'];
      complete: boolean;
      metrics: components['schemas']['DoraMetrics'];
    };
    EntityTrend: {
      period: components['schemas']['Period'];
      interval: components['schemas']['TrendInterval'];
      points: components['schemas']['TrendPoint'][];
    };
    Deployment: {
      sha: string;
      tag?: string;
      /** Format: date-time */
      deployedAt: string;
      baseline: boolean;
      changes: number;
      leadTimeMedian?: number;
      failed: boolean;
      recovery?: {
        sha: string;
        tag?: string;
        hours: number;
      };
      rework: boolean;
      demo: boolean;
    };
    DeploymentPage: {
      items: components['schemas']['Deployment'][];
      nextCursor?: string;
    };
    DeliverySource: {
      /** @enum {string} */
      source: 'git' | 'import';
      location?: string;
      /** @enum {string} */
      state: 'ok' | 'pending' | 'error';
      /** Format: date-time */
      lastSuccessAt?: string;
      error?: string;
      /** Format: date-time */
      failingSince?: string;
      commits: number;
      releases: number;
      demo: boolean;
    };
    EntitySources: {
      items: components['schemas']['DeliverySource'][];
    };
    DoraMetricDefinition: {
      /** @enum {string} */
      id:
        | 'deploymentFrequency'
        | 'changeLeadTime'
        | 'changeFailRate'
        | 'failedDeploymentRecoveryTime'
        | 'deploymentReworkRate';
      title: string;
      description: string;
      estimator: string;
      unit: components['schemas']['MetricUnit'];
      sample: string;
      /** @enum {string} */
      betterWhen: 'higher' | 'lower';
      /** @enum {string} */
      aggregation: 'sum' | 'ratio' | 'distribution';
      source: string;
    };
    DoraMetricDefinitions: {
      items: components['schemas']['DoraMetricDefinition'][];
    };
    ImportRejection: {
      line: number;
      reason: string;
    };
    ImportResult: {
      accepted: number;
      duplicate: number;
      rejected: number;
      rejections: components['schemas']['ImportRejection'][];
    };
  };
  responses: {
    /** @description What was wrong, where, and what to do. */
    Error: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
  };
  parameters: {
    kind: string;
    namespace: string;
    name: string;
    /** @description Start of the period, included; an ISO 8601 date or instant. 90 days before its end by default. */
    from: string;
    /** @description End of the period, excluded; an ISO 8601 date or instant. Now by default. */
    to: string;
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  GetDefinitions: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The definitions. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DoraMetricDefinitions'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetMetrics: {
    parameters: {
      query?: {
        /** @description Start of the period, included; an ISO 8601 date or instant. 90 days before its end by default. */
        from?: components['parameters']['from'];
        /** @description End of the period, excluded; an ISO 8601 date or instant. Now by default. */
        to?: components['parameters']['to'];
        /** @description The edition of DORA's reports that tiers are from. */
        edition?: components['schemas']['TierEditionYear'];
      };
      header?: never;
      path: {
        kind: components['parameters']['kind'];
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The values, each with its state, and their tiers. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EntityMetrics'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetTrend: {
    parameters: {
      query?: {
        /** @description Start of the period, included; an ISO 8601 date or instant. 90 days before its end by default. */
        from?: components['parameters']['from'];
        /** @description End of the period, excluded; an ISO 8601 date or instant. Now by default. */
        to?: components['parameters']['to'];
        /** @description Length of a point; weeks begin on Monday, all in UTC. At most 750 points. */
        interval?: components['schemas']['TrendInterval'];
      };
      header?: never;
      path: {
        kind: components['parameters']['kind'];
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A point for each interval that the period touches. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EntityTrend'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetDeployments: {
    parameters: {
      query?: {
        /** @description Start of the period, included; an ISO 8601 date or instant. 90 days before its end by default. */
        from?: components['parameters']['from'];
        /** @description End of the period, excluded; an ISO 8601 date or instant. Now by default. */
        to?: components['parameters']['to'];
        /** @description The nextCursor of the page before. */
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path: {
        kind: components['parameters']['kind'];
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of deployments. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeploymentPage'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetSources: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        kind: components['parameters']['kind'];
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The sources and how they are doing. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EntitySources'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  ImportRecords: {
    parameters: {
      query: {
        /** @description The component whose history this is, such as component:default/shop. */
        entityRef: string;
        /** @description Records of a demo generator are labelled, and go when portal.demo is false. */
        provenance?: 'real' | 'demo';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/x-ndjson': string;
        'application/gzip': string;
      };
    };
    responses: {
      /** @description What became of the lines. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ImportResult'];
        };
      };
      default: components['responses']['Error'];
    };
  };
}
