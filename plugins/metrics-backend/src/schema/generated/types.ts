// Generated from openapi.yaml by `yarn schema`.
export interface paths {
  '/v1/definitions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Every metric, who publishes it and when it was last reported */
    get: operations['GetDefinitions'];
    /** Makes metrics known, or says anew what they mean; for services */
    put: operations['Register'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/publish': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Stores values of one day, all or nothing; for services */
    post: operations['Publish'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/query/latest': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** One value for each entity and metric */
    post: operations['QueryLatest'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/query/series': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Values over time */
    post: operations['QuerySeries'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/query/rollup': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** One figure or distribution for each scope and metric */
    post: operations['QueryRollup'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/query/trend': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Roll-ups over time */
    post: operations['QueryTrend'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/query/batch': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Many questions of the other queries; each fails alone */
    post: operations['QueryBatch'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/export/latest': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** As the query, as CSV */
    post: operations['ExportLatest'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/export/series': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** As the query, as CSV */
    post: operations['ExportSeries'];
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
        /** @description A metric whose own permission the caller lacks. */
        metricId?: string;
        /** @description That permission. */
        permission?: string;
      };
    };
    /** @description A day, such as 2026-01-31. */
    Day: string;
    /**
     * @description Days that end with the asked day. Default: 28.
     * @enum {integer}
     */
    Window: 28 | 90 | 365;
    /** @description Whether the period of the same length before is asked for, too. Default: no. */
    Previous: boolean;
    /**
     * @description Weeks begin on Monday. Default: `day` of a series, `week` of a trend.
     * @enum {string}
     */
    Bucket: 'day' | 'week' | 'month';
    Buckets: {
      from: string;
      to: string;
      complete: boolean;
    }[];
    /** @description Entities by name. Either this or `scope`. */
    EntityRefs: string[];
    /** @description A group, system, domain or component whose components are meant, or `everything`. */
    Scope: string;
    Scopes: components['schemas']['Scope'][];
    /** @description Who belonged at this instant, or `now`, belongs all the time. Default, who belonged when. */
    AsOf: string;
    /** @description Of how many components, `of`, there is a value, `have`. */
    Coverage: {
      have: number;
      of: number;
    };
    /** @description What a value is for, such as an environment. Default: none. */
    Dimension: string;
    /** @description camelCase. */
    MetricId: string;
    MetricIds: string[];
    Unit: string;
    MetricDefinition: {
      id: components['schemas']['MetricId'];
      title: string;
      description: string;
      estimator: string;
      unit: components['schemas']['Unit'];
      sample: string;
      /** @enum {string} */
      sampleUnit?: 'second';
      /** @enum {string} */
      betterWhen: 'higher' | 'lower';
      /** @enum {string} */
      aggregation: 'sum' | 'ratio' | 'distribution';
      source: string;
      /** @enum {string} */
      overTime?: 'add' | 'last';
      staleAfterHours?: number;
      /** @description The name of a basic read permission that reading values needs besides metrics.value.read. */
      readPermission?: string;
      bands?: {
        id: string;
        title: string;
        from?: number;
        below?: number;
      }[];
    };
    RegisteredMetric: components['schemas']['MetricDefinition'] & {
      publisher: string;
      /** @description The windows that there are values for. */
      windows: (28 | 90 | 365)[];
      /** @description What values were reported for besides all together, such as environments. */
      dimensions: string[];
      lastDay?: string;
      /** Format: date-time */
      lastReportedAt?: string;
    };
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
      unit: components['schemas']['Unit'];
      sampleSize: number;
      have?: number;
      need?: number;
      cure?: string;
      /** Format: date-time */
      since?: string;
    };
    Part: number | string;
    PublishRequest: {
      day: components['schemas']['Day'];
      values: {
        metricId: string;
        entityRef: string;
        dimension?: components['schemas']['Dimension'];
        parts?: {
          sum?: components['schemas']['Part'];
          numerator?: components['schemas']['Part'];
          denominator?: components['schemas']['Part'];
          count?: number;
        };
        windows?: {
          28?: components['schemas']['MetricValue'];
          90?: components['schemas']['MetricValue'];
          365?: components['schemas']['MetricValue'];
        };
      }[];
    };
    PublishResult: {
      reported: number;
      changed: number;
    };
    LatestRequest: {
      metricIds: components['schemas']['MetricIds'];
      entityRefs?: components['schemas']['EntityRefs'];
      scope?: components['schemas']['Scope'];
      asOf?: components['schemas']['AsOf'];
      dimension?: components['schemas']['Dimension'];
      day?: components['schemas']['Day'];
      window?: components['schemas']['Window'];
      previous?: components['schemas']['Previous'];
    };
    LatestAnswer: {
      entityRefs: string[];
      metrics: {
        metricId: string;
        day: string;
        window: number;
        /** @description One value an entity, in the order of `entityRefs`. */
        values: components['schemas']['MetricValue'][];
        /** @description The same of the window that ends where this one begins, where it was asked for. */
        previous?: components['schemas']['MetricValue'][];
      }[];
    };
    SeriesRequest: {
      metricIds: components['schemas']['MetricIds'];
      entityRefs?: components['schemas']['EntityRefs'];
      scope?: components['schemas']['Scope'];
      asOf?: components['schemas']['AsOf'];
      dimension?: components['schemas']['Dimension'];
      from: components['schemas']['Day'];
      to: components['schemas']['Day'];
      bucket?: components['schemas']['Bucket'];
      window?: components['schemas']['Window'];
    };
    SeriesAnswer: {
      entityRefs: string[];
      buckets: components['schemas']['Buckets'];
      metrics: {
        metricId: string;
        /** @description One list an entity, in it one value a bucket. */
        series: components['schemas']['MetricValue'][][];
      }[];
    };
    RollupRequest: {
      metricIds: components['schemas']['MetricIds'];
      scopes: components['schemas']['Scopes'];
      day?: components['schemas']['Day'];
      window?: components['schemas']['Window'];
      previous?: components['schemas']['Previous'];
      from?: components['schemas']['Day'];
      to?: components['schemas']['Day'];
      asOf?: components['schemas']['AsOf'];
      dimension?: components['schemas']['Dimension'];
    };
    TrendRequest: {
      metricIds: components['schemas']['MetricIds'];
      scopes: components['schemas']['Scopes'];
      from: components['schemas']['Day'];
      to: components['schemas']['Day'];
      bucket?: components['schemas']['Bucket'];
      window?: components['schemas']['Window'];
      asOf?: components['schemas']['AsOf'];
      dimension?: components['schemas']['Dimension'];
    };
    TrendAnswer: {
      buckets: components['schemas']['Buckets'];
      scopes: {
        scope: string;
        metrics: {
          metricId: string;
          aggregation: string;
          /** @description One a bucket. */
          points: components['schemas']['TrendPoint'][];
        }[];
      }[];
    };
    TrendPoint: {
      coverage: components['schemas']['Coverage'];
      value: components['schemas']['MetricValue'];
      distribution?: components['schemas']['MetricDistribution'];
    };
    /** @description One question, under the name of its query. */
    Question: {
      /** @description Every metric, as `GET /v1/definitions` answers. */
      definitions?: Record<string, never>;
      latest?: components['schemas']['LatestRequest'];
      series?: components['schemas']['SeriesRequest'];
      rollup?: components['schemas']['RollupRequest'];
      trend?: components['schemas']['TrendRequest'];
    };
    /** @description The answer, under the name of the query, or what the question alone would have failed with. */
    Answer: {
      definitions?: components['schemas']['RegisteredMetric'][];
      latest?: components['schemas']['LatestAnswer'];
      series?: components['schemas']['SeriesAnswer'];
      rollup?: components['schemas']['RollupAnswer'];
      trend?: components['schemas']['TrendAnswer'];
      error?: {
        name: string;
        message: string;
        /** @description A metric whose own permission the caller lacks. */
        metricId?: string;
        /** @description That permission. */
        permission?: string;
      };
      response?: {
        statusCode: number;
      };
    };
    MetricParts: {
      sum?: string;
      numerator?: string;
      denominator?: string;
      count?: number;
    };
    RollupAnswer: {
      scopes: {
        scope: string;
        metrics: components['schemas']['MetricRollup'][];
      }[];
    };
    MetricRollup: {
      metricId: string;
      period: {
        from: string;
        to: string;
      };
      coverage: components['schemas']['Coverage'];
      /** @enum {string} */
      aggregation: 'sum' | 'ratio' | 'distribution';
      value: components['schemas']['MetricValue'];
      parts?: components['schemas']['MetricParts'];
      distribution?: components['schemas']['MetricDistribution'];
      previous?: components['schemas']['TrendPoint'];
    };
    MetricDistribution: {
      count: number;
      quantiles: {
        [key: string]: number;
      };
      histogram: {
        from: number;
        to: number;
        count: number;
      }[];
      bands?: {
        id: string;
        title: string;
        count: number;
      }[];
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
  parameters: never;
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
      /** @description The metrics by their ids. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['RegisteredMetric'][];
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  Register: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          definitions: components['schemas']['MetricDefinition'][];
        };
      };
    };
    responses: {
      /** @description The ids of the metrics that are new or changed. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            changed: string[];
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  Publish: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PublishRequest'];
      };
    };
    responses: {
      /** @description How much was reported, and how much of it was new. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PublishResult'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  QueryLatest: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LatestRequest'];
      };
    };
    responses: {
      /** @description Values in the order of the entities. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LatestAnswer'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  QuerySeries: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SeriesRequest'];
      };
    };
    responses: {
      /** @description One list of values for each entity and metric. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SeriesAnswer'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  QueryRollup: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RollupRequest'];
      };
    };
    responses: {
      /** @description Roll-ups in the order of the scopes. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RollupAnswer'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  QueryTrend: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TrendRequest'];
      };
    };
    responses: {
      /** @description One list of roll-ups for each scope and metric. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TrendAnswer'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  QueryBatch: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          questions: components['schemas']['Question'][];
        };
      };
    };
    responses: {
      /** @description Answers in the order of the questions. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            answers: components['schemas']['Answer'][];
          };
        };
      };
      default: components['responses']['Error'];
    };
  };
  ExportLatest: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LatestRequest'];
      };
    };
    responses: {
      /** @description One line for each entity and metric. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
        };
      };
      default: components['responses']['Error'];
    };
  };
  ExportSeries: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SeriesRequest'];
      };
    };
    responses: {
      /** @description One line for each entity, metric and bucket. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/csv': string;
        };
      };
      default: components['responses']['Error'];
    };
  };
}
