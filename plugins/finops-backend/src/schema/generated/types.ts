// Generated from openapi.yaml by `yarn schema`.
export interface paths {
  '/v1/costs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What was spent in a period, grouped as asked */
    get: operations['GetCosts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/costs/changes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Why a cost changed, as price, quantity and mix */
    get: operations['GetCostChanges'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/lines': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The lines behind a cost, the newest first, each with whom it belongs to and by which rule */
    get: operations['ListLines'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/imports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What was imported, the newest first */
    get: operations['ListImports'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/imports/{importId}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        importId: components['parameters']['importId'];
      };
      cookie?: never;
    };
    /** An import with its verdict and what it changed */
    get: operations['GetImport'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/imports/{importId}/rejections': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        importId: components['parameters']['importId'];
      };
      cookie?: never;
    };
    /** The rows of an import that could not be taken, as the file has them */
    get: operations['ListRejections'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/sources': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Where cost comes from, and what came last */
    get: operations['ListSources'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: never;
  responses: {
    /** @description What was wrong, where, and what to do. */
    Error: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': Record<string, never>;
      };
    };
  };
  parameters: {
    /** @description First day, included; the day on which a charge begins, in UTC. */
    from: string;
    /** @description Last day, excluded. */
    to: string;
    /** @description Default: BilledCost. */
    metric: 'BilledCost' | 'EffectiveCost' | 'ListCost' | 'ContractedCost';
    /** @description The reference of a group, system, domain, component, resource or API, or everything. */
    scope: string;
    /** @description The name of an environment. */
    environment: string;
    /** @description ProviderName of FOCUS. */
    provider: string;
    /** @description ServiceCategory of FOCUS. */
    serviceCategory: string;
    /** @description ServiceName of FOCUS. */
    serviceName: string;
    /** @description The time before, or the same days a year before. */
    compare: 'before' | 'year';
    /** @description nextCursor of the page before. */
    cursor: string;
    limit: number;
    importId: number;
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  GetCosts: {
    parameters: {
      query: {
        /** @description First day, included; the day on which a charge begins, in UTC. */
        from: components['parameters']['from'];
        /** @description Last day, excluded. */
        to: components['parameters']['to'];
        /** @description Default: BilledCost. */
        metric?: components['parameters']['metric'];
        /** @description The reference of a group, system, domain, component, resource or API, or everything. */
        scope?: components['parameters']['scope'];
        /** @description The name of an environment. */
        environment?: components['parameters']['environment'];
        /** @description ProviderName of FOCUS. */
        provider?: components['parameters']['provider'];
        /** @description ServiceCategory of FOCUS. */
        serviceCategory?: components['parameters']['serviceCategory'];
        /** @description ServiceName of FOCUS. */
        serviceName?: components['parameters']['serviceName'];
        /** @description entity, owner, system, domain, environment, provider, serviceCategory, chargeCategory, bucket, month, day; the FOCUS name of a column, such as SubAccountId; or a tag, such as tag:application. */
        groupBy?: string;
        /** @description Adds the same by days or months. */
        interval?: 'day' | 'month';
        /** @description The time before, or the same days a year before. */
        compare?: components['parameters']['compare'];
        /** @description How many groups, the dearest; the others are added up. All by default. */
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The totals. What belongs to no entity is in them, and named. What has no exchange rate is named as unconverted, and not in them. */
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
  GetCostChanges: {
    parameters: {
      query: {
        /** @description First day, included; the day on which a charge begins, in UTC. */
        from: components['parameters']['from'];
        /** @description Last day, excluded. */
        to: components['parameters']['to'];
        /** @description Default: BilledCost. */
        metric?: components['parameters']['metric'];
        /** @description The reference of a group, system, domain, component, resource or API, or everything. */
        scope?: components['parameters']['scope'];
        /** @description The name of an environment. */
        environment?: components['parameters']['environment'];
        /** @description ProviderName of FOCUS. */
        provider?: components['parameters']['provider'];
        /** @description ServiceCategory of FOCUS. */
        serviceCategory?: components['parameters']['serviceCategory'];
        /** @description ServiceName of FOCUS. */
        serviceName?: components['parameters']['serviceName'];
        /** @description The time before, or the same days a year before. */
        compare?: components['parameters']['compare'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The effects, which add to the change. What has no exchange rate is named as unconverted, and in none of them. */
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
  ListLines: {
    parameters: {
      query: {
        /** @description First day, included; the day on which a charge begins, in UTC. */
        from: components['parameters']['from'];
        /** @description Last day, excluded. */
        to: components['parameters']['to'];
        /** @description The reference of a group, system, domain, component, resource or API, or everything. */
        scope?: components['parameters']['scope'];
        /** @description The name of an environment. */
        environment?: components['parameters']['environment'];
        /** @description ProviderName of FOCUS. */
        provider?: components['parameters']['provider'];
        /** @description ServiceCategory of FOCUS. */
        serviceCategory?: components['parameters']['serviceCategory'];
        /** @description ServiceName of FOCUS. */
        serviceName?: components['parameters']['serviceName'];
        /** @description day: the newest first, the default; cost: the largest BilledCost first. */
        order?: 'day' | 'cost';
        resource?: string;
        subAccount?: string;
        bucket?: 'untagged' | 'unmatched' | 'idle' | 'shared';
        importId?: number;
        /** @description nextCursor of the page before. */
        cursor?: components['parameters']['cursor'];
        limit?: components['parameters']['limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of lines. */
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
  ListImports: {
    parameters: {
      query?: {
        source?: string;
        /** @description nextCursor of the page before. */
        cursor?: components['parameters']['cursor'];
        limit?: components['parameters']['limit'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of imports, each with its verdict. */
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
  GetImport: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        importId: components['parameters']['importId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The import. */
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
  ListRejections: {
    parameters: {
      query?: {
        /** @description nextCursor of the page before. */
        cursor?: components['parameters']['cursor'];
        limit?: components['parameters']['limit'];
      };
      header?: never;
      path: {
        importId: components['parameters']['importId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of rows, each with line, column and reason. */
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
  ListSources: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The sources. */
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
