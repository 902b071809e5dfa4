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
  '/v1/entities/{kind}/{namespace}/{name}/deployments/{id}': {
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
    /** A deployment, its changes, and why it counts as failed */
    get: operations['GetDeployment'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/entities/{kind}/{namespace}/{name}/explanation': {
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
    /** What the figures of a period rest on, and what they leave out */
    get: operations['GetExplanation'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/entities/{kind}/{namespace}/{name}/unattributed': {
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
    /**
     * Incidents and rollbacks of an entity in a period that are charged to no deployment, newest first
     * @description Those that its explanation counts, of all environments together. Who may read its figures may read these.
     */
    get: operations['GetEntityUnattributed'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/overview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The services of a scope over a window, compared with another
     * @description A distribution of services, never a mean of medians. Windows end at the end of today, in UTC.
     */
    get: operations['GetOverview'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/overview/services': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The services of a scope with their figures, the worst first */
    get: operations['GetOverviewServices'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/overview/trend': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What adds up over the services of a scope, point by point */
    get: operations['GetOverviewTrend'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/environments/matrix': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What runs of the services of a scope in which environment */
    get: operations['GetEnvironmentMatrix'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/triage/unmatched': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Reports that no component is known for, by what it would have to have */
    get: operations['GetUnmatched'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/triage/environments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Names of environments that stand for none of the catalog */
    get: operations['GetUnknownEnvironments'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/triage/unattributed': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Incidents and rollbacks that are charged to no deployment, newest first */
    get: operations['GetUnattributed'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/triage/rejections': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Malformed parts of deliveries of which the rest was taken, newest first */
    get: operations['GetRejections'];
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
     * @description One JSON record a line, plain or gzip, streamed; also deployments, incidents and pull requests that tools knew. Without `entityRef` here each line names its component in a field of this name, of at most 1,000 components, and is a repository, commit, release or mainline record. Records that are known are counted as duplicates; a bad line is rejected and the others are taken. All of it becomes visible with the answer, or nothing.
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
      id: string;
      sha?: string;
      tag?: string;
      environment?: string;
      url?: string;
      /** Format: date-time */
      deployedAt: string;
      baseline: boolean;
      changes: number;
      leadTimeMedian?: number;
      failed: boolean;
      reasons: components['schemas']['FailureReasonKind'][];
      recovery?: {
        id?: string;
        sha?: string;
        tag?: string;
        incident?: {
          title?: string;
          url?: string;
        };
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
      /** @description git, import, or the sender of reports, such as github. */
      source: string;
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
    /** @enum {string} */
    DoraMetricId:
      | 'deploymentFrequency'
      | 'changeLeadTime'
      | 'changeFailRate'
      | 'failedDeploymentRecoveryTime'
      | 'deploymentReworkRate';
    /** @enum {string} */
    FailureReasonKind: 'explicit' | 'rollback' | 'revert' | 'same-service';
    DeploymentLink: {
      id: string;
      sha?: string;
      tag?: string;
      /** Format: date-time */
      deployedAt: string;
    };
    EvidenceItem: {
      /** @enum {string} */
      type: 'deployment' | 'change' | 'incident';
      id: string;
      deployment?: components['schemas']['DeploymentLink'];
      /** Format: date-time */
      committedAt?: string;
      title?: string;
      url?: string;
      /** Format: date-time */
      openedAt?: string;
      /** Format: date-time */
      resolvedAt?: string;
    };
    DeployedChange: {
      sha: string;
      /** Format: date-time */
      committedAt: string;
      /** @description Hours. */
      leadTime?: number;
      isMerge: boolean;
      kind?: string;
      reverts?: string;
      /** @description Lengths are in hours. */
      pullRequest?: {
        number: number;
        url?: string;
        /** Format: date-time */
        openedAt?: string;
        /** Format: date-time */
        mergedAt?: string;
        coding?: number;
        review?: number;
        pickup?: number;
        mergeToDeploy?: number;
      };
    };
    DeploymentDetail: {
      id: string;
      sha?: string;
      tag?: string;
      /** Format: date-time */
      deployedAt: string;
      environment?: string;
      url?: string;
      baseline: boolean;
      demo: boolean;
      reasons: {
        kind: components['schemas']['FailureReasonKind'];
        evidence: components['schemas']['EvidenceItem'][];
      }[];
      recovery?: {
        hours: number;
        deployment?: components['schemas']['DeploymentLink'];
        incident?: components['schemas']['EvidenceItem'];
      };
      repaired: components['schemas']['DeploymentLink'][];
      changes: number;
      items: components['schemas']['DeployedChange'][];
    };
    /** @description Hours. */
    DurationPercentiles: {
      count: number;
      p50: number;
      p75: number;
      p90: number;
    };
    CountedThing: {
      label: string;
      count: number;
      why?: string;
    };
    MetricExplanation: {
      metric: components['schemas']['DoraMetricId'];
      formula: string;
      inputs: components['schemas']['CountedThing'][];
      exclusions: components['schemas']['CountedThing'][];
      percentiles?: components['schemas']['DurationPercentiles'];
    };
    EntityExplanation: {
      period: components['schemas']['Period'];
      environment?: string;
      environments: {
        name?: string;
        deployments: number;
      }[];
      metrics: {
        deploymentFrequency: components['schemas']['MetricExplanation'];
        changeLeadTime: components['schemas']['MetricExplanation'];
        changeFailRate: components['schemas']['MetricExplanation'];
        failedDeploymentRecoveryTime: components['schemas']['MetricExplanation'];
        deploymentReworkRate: components['schemas']['MetricExplanation'];
      };
      leadTimes: {
        fromCommit?: components['schemas']['DurationPercentiles'];
        fromFirstCommit?: components['schemas']['DurationPercentiles'];
        fromMerge?: components['schemas']['DurationPercentiles'];
        coding?: components['schemas']['DurationPercentiles'];
        review?: components['schemas']['DurationPercentiles'];
        mergeToDeploy?: components['schemas']['DurationPercentiles'];
      };
    };
    TierDistribution: {
      elite: number;
      high: number;
      medium: number;
      low: number;
      withData: number;
      total: number;
    };
    Mover: {
      entityRef: string;
      before: number;
      value: number;
    };
    OverviewMetric: {
      coverage: {
        have: number;
        of: number;
      };
      tiers?: components['schemas']['TierDistribution'];
      tiersBefore?: components['schemas']['TierDistribution'];
      /** @description Quartiles of the services' values. */
      spread?: {
        min: number;
        p25: number;
        median: number;
        p75: number;
        max: number;
      };
      total?: components['schemas']['MetricValue'];
      totalBefore?: components['schemas']['MetricValue'];
      better: number;
      worse: number;
      same: number;
      improved: components['schemas']['Mover'][];
      declined: components['schemas']['Mover'][];
    };
    DeliveryOverview: {
      scope: string;
      period: components['schemas']['Period'];
      comparison: components['schemas']['Period'];
      environment?: string;
      environments: string[];
      edition: components['schemas']['TierEditionYear'];
      services: number;
      measured: number;
      /** @description Whether the demo generator made some of the facts. */
      demo: boolean;
      metrics: {
        deploymentFrequency: components['schemas']['OverviewMetric'];
        changeLeadTime: components['schemas']['OverviewMetric'];
        changeFailRate: components['schemas']['OverviewMetric'];
        failedDeploymentRecoveryTime: components['schemas']['OverviewMetric'];
        deploymentReworkRate: components['schemas']['OverviewMetric'];
      };
    };
    ServicePage: {
      items: {
        entityRef: string;
        metrics?: components['schemas']['DoraMetrics'];
        before?: components['schemas']['DoraMetrics'];
        tiers?: {
          [key: string]: components['schemas']['MetricTier'];
        };
      }[];
      total: number;
      nextCursor?: string;
    };
    EnvironmentMatrix: {
      /** @description All of the catalog, in the order of the way to production. */
      environments: {
        name: string;
        production: boolean;
      }[];
      items: {
        entityRef: string;
        /** @description One for each environment that has a deployment. */
        running: components['schemas']['RunningVersion'][];
      }[];
      total: number;
      measured: number;
      nextCursor?: string;
    };
    RunningVersion: {
      /** @description Missing for a release, which tells of no environment but counts as one to production. */
      environment?: string;
      version?: string;
      sha?: string;
      /**
       * Format: date-time
       * @description Missing where no deployment ever succeeded.
       */
      deployedAt?: string;
      url?: string;
      /** @description Versions that were deployed anywhere for the first time after this one was. */
      versionsBehind: number;
      /** Format: date-time */
      newerSince?: string;
      /** @description A deployment after what runs that did not succeed. */
      lastAttempt?: {
        /** Format: date-time */
        at: string;
        /** @enum {string} */
        result: 'failure' | 'cancelled';
        version?: string;
        sha?: string;
        url?: string;
      };
      demo?: boolean;
    };
    OverviewTrend: {
      period: components['schemas']['Period'];
      interval: components['schemas']['TrendInterval'];
      points: {
        period: components['schemas']['Period'];
        complete: boolean;
        metrics: {
          deploymentFrequency: components['schemas']['MetricValue'];
          changeFailRate: components['schemas']['MetricValue'];
          deploymentReworkRate: components['schemas']['MetricValue'];
        };
      }[];
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
    /** @enum {string} */
    ReportKind:
      | 'deployment'
      | 'incident'
      | 'pull-request'
      | 'change'
      | 'release';
    TriageSubject: {
      /** @description Missing for an entity. */
      annotation?: string;
      value: string;
      within?: {
        annotation: string;
        value: string;
      };
    };
    UnmatchedReports: {
      subjects: components['schemas']['TriageSubject'][];
      sources: string[];
      /** @description By the kind of report. */
      counts: {
        [key: string]: number;
      };
      /** Format: date-time */
      firstReceivedAt: string;
      /** Format: date-time */
      lastReceivedAt: string;
      /** @description YAML of the annotation. */
      snippet?: string;
      candidates: string[];
    };
    UnmatchedPage: {
      items: components['schemas']['UnmatchedReports'][];
      total: number;
    };
    UnknownEnvironment: {
      /** @description Missing where none is named. */
      name?: string;
      sources: string[];
      deployments: number;
      incidents: number;
      /** Format: date-time */
      lastReceivedAt: string;
      /** @description YAML of the configuration. */
      snippet?: string;
    };
    UnknownEnvironments: {
      items: components['schemas']['UnknownEnvironment'][];
      known: string[];
    };
    UnattributedReport: {
      entityRef: string;
      kind: components['schemas']['ReportKind'];
      id: string;
      source: string;
      title?: string;
      url?: string;
      /** Format: date-time */
      at: string;
      /** @enum {string} */
      reason: 'not-found' | 'not-successful' | 'no-recent-deployment';
    };
    UnattributedPage: {
      items: components['schemas']['UnattributedReport'][];
      nextCursor?: string;
    };
    RejectedPart: {
      deliveryId: string;
      sender: string;
      event: string;
      part: number;
      reason: string;
      /** Format: date-time */
      receivedAt: string;
    };
    RejectedParts: {
      items: components['schemas']['RejectedPart'][];
      total: number;
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
    /** @description Name of one production environment; all of them together where none is named. */
    environment: string;
    /** @description Reference of a group, system or domain, or `everything`. */
    scope: string;
    /** @description Length of the window in days. */
    days: 28 | 90 | 365;
    /** @description The edition of DORA's reports that tiers are from. */
    edition: components['schemas']['TierEditionYear'];
    /** @description What the window is compared with: the one before it, or the one that ends on the same date a year earlier. */
    compare: 'before' | 'year';
    /** @description Count what the scope holds now for the whole window, instead of whom it belonged to at its time. */
    asOf: 'now';
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
        /** @description Name of one production environment; all of them together where none is named. */
        environment?: components['parameters']['environment'];
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
        /** @description Name of one production environment; all of them together where none is named. */
        environment?: components['parameters']['environment'];
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
        /** @description Name of one production environment; all of them together where none is named. */
        environment?: components['parameters']['environment'];
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
  GetDeployment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        kind: components['parameters']['kind'];
        namespace: components['parameters']['namespace'];
        name: components['parameters']['name'];
        /** @description The id of a deployment of the list. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The deployment with its evidence. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeploymentDetail'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetExplanation: {
    parameters: {
      query?: {
        /** @description Start of the period, included; an ISO 8601 date or instant. 90 days before its end by default. */
        from?: components['parameters']['from'];
        /** @description End of the period, excluded; an ISO 8601 date or instant. Now by default. */
        to?: components['parameters']['to'];
        /** @description Name of one production environment; all of them together where none is named. */
        environment?: components['parameters']['environment'];
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
      /** @description Formula, inputs and exclusions of each figure; where the lead time went. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EntityExplanation'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetEntityUnattributed: {
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
      /** @description A page. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UnattributedPage'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetOverview: {
    parameters: {
      query: {
        /** @description Reference of a group, system or domain, or `everything`. */
        scope: components['parameters']['scope'];
        /** @description Length of the window in days. */
        days?: components['parameters']['days'];
        /** @description What the window is compared with: the one before it, or the one that ends on the same date a year earlier. */
        compare?: components['parameters']['compare'];
        /** @description Name of one production environment; all of them together where none is named. */
        environment?: components['parameters']['environment'];
        /** @description The edition of DORA's reports that tiers are from. */
        edition?: components['parameters']['edition'];
        /** @description Count what the scope holds now for the whole window, instead of whom it belonged to at its time. */
        asOf?: components['parameters']['asOf'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Metric by metric, what the services come to. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeliveryOverview'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetOverviewServices: {
    parameters: {
      query: {
        /** @description Reference of a group, system or domain, or `everything`. */
        scope: components['parameters']['scope'];
        /** @description Length of the window in days. */
        days?: components['parameters']['days'];
        /** @description What the window is compared with: the one before it, or the one that ends on the same date a year earlier. */
        compare?: components['parameters']['compare'];
        /** @description Name of one production environment; all of them together where none is named. */
        environment?: components['parameters']['environment'];
        /** @description The edition of DORA's reports that tiers are from. */
        edition?: components['parameters']['edition'];
        /** @description Count what the scope holds now for the whole window, instead of whom it belonged to at its time. */
        asOf?: components['parameters']['asOf'];
        /** @description The metric that orders them. */
        metric?: components['schemas']['DoraMetricId'];
        /** @description By the value, by how much it got worse, or by name. */
        order?: 'value' | 'change' | 'name';
        /** @description The nextCursor of the page before. */
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of services. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ServicePage'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetOverviewTrend: {
    parameters: {
      query: {
        /** @description Reference of a group, system or domain, or `everything`. */
        scope: components['parameters']['scope'];
        /** @description Length of the window in days. */
        days?: components['parameters']['days'];
        /** @description What the window is compared with: the one before it, or the one that ends on the same date a year earlier. */
        compare?: components['parameters']['compare'];
        /** @description Name of one production environment; all of them together where none is named. */
        environment?: components['parameters']['environment'];
        /** @description The edition of DORA's reports that tiers are from. */
        edition?: components['parameters']['edition'];
        /** @description Count what the scope holds now for the whole window, instead of whom it belonged to at its time. */
        asOf?: components['parameters']['asOf'];
        /** @description Length of a point; weeks begin on Monday, all in UTC. */
        interval?: components['schemas']['TrendInterval'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A point for each interval that the window touches, whole even where it begins before the window. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OverviewTrend'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetEnvironmentMatrix: {
    parameters: {
      query: {
        /** @description Reference of a group, system or domain, or `everything`. */
        scope: components['parameters']['scope'];
        /** @description The nextCursor of the page before. */
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of services that have a deployment. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EnvironmentMatrix'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetUnmatched: {
    parameters: {
      query?: {
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Those with the most reports first. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UnmatchedPage'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetUnknownEnvironments: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Those with the most deployments first. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UnknownEnvironments'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetUnattributed: {
    parameters: {
      query?: {
        /** @description The nextCursor of the page before. */
        cursor?: string;
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page, of entities that the caller sees. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UnattributedPage'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetRejections: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The last 100. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RejectedParts'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  ImportRecords: {
    parameters: {
      query?: {
        /** @description The component whose history this is, such as component:default/shop; without it the lines name theirs. */
        entityRef?: string;
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
