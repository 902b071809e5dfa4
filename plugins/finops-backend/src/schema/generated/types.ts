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
  '/v1/carbon': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How much carbon was estimated in a period, beside the cost of the same */
    get: operations['GetCarbon'];
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
    /** Takes a file of cost, as CSV, gzip CSV or Parquet, streamed */
    post: operations['ImportCosts'];
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
  '/v1/allocation/rules': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The rules in force by which cost finds its owner */
    get: operations['GetAllocationRules'];
    /** Puts other rules in force, where they are kept in the portal */
    put: operations['PutAllocationRules'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/allocation/rules/{version}/{ruleId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A rule as it was in a version */
    get: operations['GetAllocationRule'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/allocation/dry-run': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What other rules would do to a month; nothing changes */
    post: operations['DryRunAllocation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/allocation/runs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Allocates a month again, by the rules in force */
    post: operations['RunAllocation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/allocation/coverage': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How much of the cost has an owner */
    get: operations['GetAllocationCoverage'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/budgets': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Budgets and how much of each is used */
    get: operations['ListBudgets'];
    put?: never;
    /** Adds a budget */
    post: operations['CreateBudget'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/budgets/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    get?: never;
    /** Changes a budget of the portal */
    put: operations['UpdateBudget'];
    post?: never;
    /** Removes a budget of the portal */
    delete: operations['DeleteBudget'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/forecast': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What the running month and the next three will cost */
    get: operations['GetForecast'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/anomalies': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Days on which something cost far more or less than usual */
    get: operations['ListAnomalies'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/anomalies/{id}/state': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Acknowledges an anomaly, silences it with a reason, or opens it again */
    post: operations['SetAnomalyState'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/recommendations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What could be saved */
    get: operations['ListRecommendations'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/recommendations/{id}/state': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Accepts a recommendation, dismisses it with a reason, or opens it again */
    post: operations['SetRecommendationState'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/statements': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The months that have statements, the newest first */
    get: operations['ListStatements'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/statements/{month}': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description A billing month, such as 2026-01. */
        month: components['parameters']['month'];
      };
      cookie?: never;
    };
    /** What a month is charged to its owners, or to one of them */
    get: operations['GetStatement'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/months/{month}/close': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description A billing month, such as 2026-01. */
        month: components['parameters']['month'];
      };
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Closes a month, after which its statement does not change */
    post: operations['CloseMonth'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/unit-costs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What one of anything costs that the metric store adds up, such as a deployment */
    get: operations['GetUnitCost'];
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
  schemas: {
    /** @description An exact decimal, such as 1234.56. */
    Amount: string;
    /** @enum {string} */
    CostMetric: 'BilledCost' | 'EffectiveCost' | 'ListCost' | 'ContractedCost';
    /** @description A total without an exchange rate, which is in no other figure. */
    Unconverted: {
      currency: string;
      total: components['schemas']['Amount'];
    };
    CostGroup: {
      key: string;
      total: components['schemas']['Amount'];
      previous?: components['schemas']['Amount'];
    };
    CostPoint: {
      from: string;
      to: string;
      complete: boolean;
      total: components['schemas']['Amount'];
      groups: {
        [key: string]: components['schemas']['Amount'];
      };
    };
    CostsAnswer: {
      from: string;
      to: string;
      metric: components['schemas']['CostMetric'];
      /** @description As it was asked. */
      groupBy?: string;
      currency: string;
      total: components['schemas']['Amount'];
      unallocated: components['schemas']['Amount'];
      lines: number;
      groups: components['schemas']['CostGroup'][];
      others?: {
        groups: number;
        total: components['schemas']['Amount'];
      };
      series?: components['schemas']['CostPoint'][];
      previous?: {
        from: string;
        to: string;
        total: components['schemas']['Amount'];
        complete: boolean;
        unconverted?: components['schemas']['Unconverted'][];
      };
      unconverted?: components['schemas']['Unconverted'][];
      /** @enum {string} */
      visible: 'all' | 'own';
      demo: boolean;
    };
    CostEffects: {
      price: components['schemas']['Amount'];
      quantity: components['schemas']['Amount'];
      mix: components['schemas']['Amount'];
      started: components['schemas']['Amount'];
      stopped: components['schemas']['Amount'];
      other: components['schemas']['Amount'];
    };
    CostFamily: {
      family: string;
      before: components['schemas']['Amount'];
      after: components['schemas']['Amount'];
      price: components['schemas']['Amount'];
      quantity: components['schemas']['Amount'];
      mix: components['schemas']['Amount'];
      started: components['schemas']['Amount'];
      stopped: components['schemas']['Amount'];
      other: components['schemas']['Amount'];
    };
    CostChangesAnswer: {
      from: string;
      to: string;
      previous: {
        from: string;
        to: string;
      };
      metric: components['schemas']['CostMetric'];
      currency: string;
      before: components['schemas']['Amount'];
      after: components['schemas']['Amount'];
      effects: components['schemas']['CostEffects'];
      families: components['schemas']['CostFamily'][];
      unconverted?: {
        before: components['schemas']['Unconverted'][];
        after: components['schemas']['Unconverted'][];
      };
    };
    CostLineShare: {
      entityRef: string;
      bucket: string;
      environment: string;
      billedCost: components['schemas']['Amount'];
      effectiveCost: components['schemas']['Amount'];
      ruleId: string;
      rulesVersion: number;
    };
    CostLine: {
      importId: number;
      source: string;
      lineNumber: number;
      billingMonth: string;
      chargeStart: string;
      chargeEnd?: string;
      currency: string;
      billedCost: components['schemas']['Amount'];
      effectiveCost?: components['schemas']['Amount'];
      listCost?: components['schemas']['Amount'];
      contractedCost?: components['schemas']['Amount'];
      pricingQuantity?: string;
      consumedQuantity?: string;
      listUnitPrice?: string;
      contractedUnitPrice?: string;
      adjustment: boolean;
      columns: {
        [key: string]: string;
      };
      tags: {
        [key: string]: string;
      };
      extra: {
        [key: string]: string;
      };
      shares: components['schemas']['CostLineShare'][];
    };
    CostLinePage: {
      items: components['schemas']['CostLine'][];
      nextCursor?: string;
    };
    ConformanceFailure: {
      ruleId: string;
      column: string;
      requirement: string;
      must: boolean;
      rows: number;
      examples: {
        lineNumber: number;
        found: string;
      }[];
    };
    ConformanceVerdict: {
      version: string;
      conformance: string;
      rulesChecked: number;
      rulesFailed: number;
      failures: components['schemas']['ConformanceFailure'][];
      notes: string[];
    };
    /** @description A billing month that was restated. */
    CostChange: {
      month: string;
      currency: string;
      before: {
        lines: number;
        billedCost: components['schemas']['Amount'];
      };
      after: {
        lines: number;
        billedCost: components['schemas']['Amount'];
      };
    };
    CostImportResult: {
      importId: number;
      lines: number;
      adjustments: number;
      rejected: number;
      verdict: components['schemas']['ConformanceVerdict'];
      source: string;
      months: string[];
      change?: components['schemas']['CostChange'][];
      duplicate: boolean;
    };
    CostImport: {
      importId: number;
      lines: number;
      adjustments: number;
      rejected: number;
      verdict: components['schemas']['ConformanceVerdict'];
      source: string;
      months: string[];
      change?: components['schemas']['CostChange'][];
      importedAt: string;
      importedBy: string;
      fileName?: string;
      format: string;
      bytes: number;
      supersededBy?: number;
      demo: boolean;
    };
    CostImportPage: {
      items: components['schemas']['CostImport'][];
      nextCursor?: string;
    };
    RejectedLine: {
      lineNumber: number;
      column: string;
      reason: string;
      row: string;
    };
    CostRejectionPage: {
      items: components['schemas']['RejectedLine'][];
      nextCursor?: string;
    };
    CostSourceRun: {
      lastRunAt: string;
      lastSuccessAt?: string;
      failingSince?: string;
      error?: string;
      filesImported: number;
      filesUnchanged: number;
    };
    CostSource: {
      name: string;
      kind: string;
      demo: boolean;
      imports: number;
      lines: number;
      lastImport?: components['schemas']['CostImport'];
      run?: components['schemas']['CostSourceRun'];
    };
    CostSources: {
      items: components['schemas']['CostSource'][];
    };
    AllocationRulesVersion: {
      version: number;
      contentHash: string;
      /** @description See the guide of cost allocation. */
      rules: {
        [key: string]: unknown;
      };
      origin: string;
      author: string;
      createdAt: string;
      editable: boolean;
    };
    AllocationRulesChange: {
      /** @description See the guide of cost allocation. */
      rules?: unknown;
      /** @description The version that was changed; where another is in force by now, nothing is. */
      basedOn?: number;
    };
    AllocationRuleText: {
      ruleId: string;
      title: string;
      rule?: {
        [key: string]: unknown;
      };
    };
    AllocationTrial: {
      /** @description See the guide of cost allocation. */
      rules?: unknown;
      month: string;
      /** @enum {string} */
      metric?: 'BilledCost' | 'EffectiveCost';
    };
    AllocationRun: {
      month: string;
    };
    AllocationDryRun: {
      month: string;
      /** @enum {string} */
      metric: 'BilledCost' | 'EffectiveCost';
      changedItems: number;
      items: number;
      totals: components['schemas']['AllocationTotal'][];
      effects: components['schemas']['AllocationEffect'][];
      owners: components['schemas']['AllocationOwner'][];
    };
    AllocationTotal: {
      currency: string;
      before: components['schemas']['Amount'];
      after: components['schemas']['Amount'];
    };
    AllocationOwner: {
      owner: string;
      currency: string;
      before: components['schemas']['Amount'];
      after: components['schemas']['Amount'];
    };
    AllocationEffect: {
      entityRef: string;
      bucket: string;
      currency: string;
      owner?: string;
      before: components['schemas']['Amount'];
      after: components['schemas']['Amount'];
    };
    AllocationCoverage: {
      from: string;
      to: string;
      currencies: components['schemas']['CurrencyCoverage'][];
      months: {
        month: string;
        version: number;
        allocatedAt: string;
      }[];
    };
    CurrencyCoverage: {
      currency: string;
      total: components['schemas']['Amount'];
      allocated: components['schemas']['Amount'];
      percentage?: string;
      buckets: {
        bucket: string;
        total: components['schemas']['Amount'];
      }[];
    };
    CostSlice: {
      scope?: string;
      environment?: string;
      provider?: string;
      serviceCategory?: string;
    };
    /** @description What is required is title, amount and currency. */
    BudgetChange: {
      title?: string;
      slice?: components['schemas']['CostSlice'];
      metric?: components['schemas']['CostMetric'];
      /** @enum {string} */
      period?: 'month' | 'year';
      amount?: string | number;
      currency?: string;
      thresholds?: number[];
      alertOnForecast?: boolean;
      owner?: string;
    };
    Budget: {
      title: string;
      slice: components['schemas']['CostSlice'];
      metric: components['schemas']['CostMetric'];
      /** @enum {string} */
      period: 'month' | 'year';
      amount: components['schemas']['Amount'];
      currency: string;
      thresholds: number[];
      alertOnForecast: boolean;
      owner?: string;
      id: string;
      /** @enum {string} */
      origin: 'config' | 'portal';
      createdBy?: string;
      updatedBy?: string;
      createdAt?: string;
      updatedAt?: string;
    };
    BudgetUse: {
      budget: components['schemas']['Budget'];
      from: string;
      to: string;
      lastDay?: string;
      spent: components['schemas']['Amount'];
      remaining: components['schemas']['Amount'];
      share: number;
      /** @enum {string} */
      state: 'within' | 'near' | 'forecast-over' | 'over';
      reached?: number;
      expected?: components['schemas']['Amount'];
      expectedLower?: components['schemas']['Amount'];
      expectedUpper?: components['schemas']['Amount'];
      unconverted?: components['schemas']['Unconverted'][];
      expectedUnconverted?: components['schemas']['Unconverted'][];
    };
    BudgetsAnswer: {
      items: components['schemas']['BudgetUse'][];
    };
    MonthForecast: {
      expected: components['schemas']['Amount'];
      lower: components['schemas']['Amount'];
      upper: components['schemas']['Amount'];
      month: string;
      actual: components['schemas']['Amount'];
      knownDays: number;
      days: number;
    };
    ExpectedDay: {
      expected: components['schemas']['Amount'];
      lower: components['schemas']['Amount'];
      upper: components['schemas']['Amount'];
      day: string;
    };
    ForecastError: {
      /** @enum {string} */
      measure: 'wape';
      value: number;
      days: number;
      origins: number;
    };
    CostForecast: {
      slice: components['schemas']['CostSlice'];
      metric: components['schemas']['CostMetric'];
      currency: string;
      /** @enum {string} */
      state: 'ok' | 'insufficient-data';
      have?: number;
      need?: number;
      /** @enum {string} */
      method?: 'mstl-ets' | 'seasonal-naive';
      methodTitle?: string;
      level: number;
      error?: components['schemas']['ForecastError'];
      lastDay?: string;
      months: components['schemas']['MonthForecast'][];
      history: {
        day: string;
        total: components['schemas']['Amount'];
      }[];
      days: components['schemas']['ExpectedDay'][];
      unconverted?: components['schemas']['Unconverted'][];
    };
    AnomalyContribution: {
      itemId: string;
      providerName: string;
      serviceName: string;
      resourceId: string;
      resourceName: string;
      subAccountId: string;
      chargeDescription: string;
      actual: components['schemas']['Amount'];
      expected: components['schemas']['Amount'];
      difference: components['schemas']['Amount'];
      lines: number;
    };
    CostAnomaly: {
      id: string;
      day: string;
      /** @enum {string} */
      level: 'total' | 'allocation';
      entityRef: string;
      bucket: string;
      environment: string;
      serviceCategory: string;
      currency: string;
      actual: components['schemas']['Amount'];
      expected: components['schemas']['Amount'];
      impact: components['schemas']['Amount'];
      score: number;
      /** @enum {string} */
      state: 'open' | 'acknowledged' | 'silenced';
      reason?: string;
      silencedUntil?: string;
      changedBy?: string;
      changedAt?: string;
      detectedAt: string;
      owner?: string;
      contributions: components['schemas']['AnomalyContribution'][];
    };
    AnomaliesAnswer: {
      items: components['schemas']['CostAnomaly'][];
      nextCursor?: string;
    };
    /** @description Silencing needs a reason and a day, until. */
    AnomalyStateChange: {
      /** @enum {string} */
      state: 'open' | 'acknowledged' | 'silenced';
      reason?: string;
      until?: string;
    };
    SavingRule: {
      id: string;
      title: string;
      description: string;
      /** @enum {string} */
      effort: 'low' | 'medium' | 'high';
      /** @enum {string} */
      kind: 'saving' | 'hygiene';
    };
    RealisedSaving: {
      before: components['schemas']['Amount'];
      after: components['schemas']['Amount'];
      monthly: components['schemas']['Amount'];
      days: number;
    };
    Recommendation: {
      id: string;
      ruleId: string;
      ruleTitle: string;
      /** @enum {string} */
      kind: 'saving' | 'hygiene';
      summary: string;
      entityRef: string;
      environment: string;
      owner?: string;
      resourceId: string;
      resourceName: string;
      providerName: string;
      serviceName: string;
      currency: string;
      monthlySaving: components['schemas']['Amount'];
      /** @enum {string} */
      effort: 'low' | 'medium' | 'high';
      /** @enum {string} */
      state: 'open' | 'accepted' | 'dismissed' | 'resolved';
      reason?: string;
      changedBy?: string;
      changedAt?: string;
      firstSeen: string;
      lastSeen: string;
      realised?: components['schemas']['RealisedSaving'];
    };
    RecommendationsAnswer: {
      rules: components['schemas']['SavingRule'][];
      items: components['schemas']['Recommendation'][];
      totals: {
        currency: string;
        open: components['schemas']['Amount'];
        realised: components['schemas']['Amount'];
      }[];
    };
    /** @description Dismissing needs a reason. */
    RecommendationStateChange: {
      /** @enum {string} */
      state: 'open' | 'accepted' | 'dismissed';
      reason?: string;
    };
    StatementTotal: {
      currency: string;
      cost: components['schemas']['Amount'];
      adjustments: components['schemas']['Amount'];
      total: components['schemas']['Amount'];
    };
    StatementOwner: {
      owner: string;
      currency: string;
      cost: components['schemas']['Amount'];
      adjustments: components['schemas']['Amount'];
      total: components['schemas']['Amount'];
    };
    StatementLine: {
      owner: string;
      entityRef: string;
      bucket: string;
      /** @enum {string} */
      kind: 'cost' | 'adjustment';
      ofMonth: string;
      currency: string;
      amount: components['schemas']['Amount'];
    };
    StatementClosing: {
      closedBy: string;
      closedAt: string;
      hash: string;
    };
    Statement: {
      month: string;
      owner?: string;
      /** @enum {string} */
      state: 'open' | 'closed';
      closing?: components['schemas']['StatementClosing'];
      totals: components['schemas']['StatementTotal'][];
      owners: components['schemas']['StatementOwner'][];
      lines: components['schemas']['StatementLine'][];
    };
    StatementMonth: {
      month: string;
      /** @enum {string} */
      state: 'open' | 'closed';
      closing?: components['schemas']['StatementClosing'];
      closable: boolean;
      blockedBy?: string[];
      takesAdjustments: boolean;
    };
    StatementMonths: {
      items: components['schemas']['StatementMonth'][];
    };
    UnitCost: {
      from: string;
      to: string;
      scope: string;
      metric: components['schemas']['CostMetric'];
      per: string;
      title: string;
      currency: string;
      cost: components['schemas']['Amount'];
      unconverted?: components['schemas']['Unconverted'][];
      /** @enum {string} */
      state: 'ok' | 'insufficient-data';
      quantity?: number;
      costPerUnit?: components['schemas']['Amount'];
      have?: number;
      need?: number;
    };
    CarbonGroup: {
      key: string;
      kg: components['schemas']['Amount'];
      coveredCost: components['schemas']['Amount'];
      usageCost: components['schemas']['Amount'];
      coverage?: number;
    };
    CarbonPoint: {
      from: string;
      kg: components['schemas']['Amount'];
      coveredCost: components['schemas']['Amount'];
      usageCost: components['schemas']['Amount'];
      coverage?: number;
    };
    CarbonAnswer: {
      from: string;
      to: string;
      /** @description As it was asked. */
      groupBy?: string;
      /** @enum {string} */
      state: 'ok' | 'insufficient-data' | 'not-configured';
      /** @enum {string} */
      unit: 'kgCO2e';
      currency: string;
      kg: components['schemas']['Amount'];
      coveredCost: components['schemas']['Amount'];
      usageCost: components['schemas']['Amount'];
      coverage?: number;
      groups: components['schemas']['CarbonGroup'][];
      series?: components['schemas']['CarbonPoint'][];
      /** @description Where the factors in force are from. */
      sources: string[];
      /** @description Whether months are still as by the factors before. */
      recalculating: boolean;
      /** @enum {string} */
      visible: 'all' | 'own';
    };
  };
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
    id: string;
    /** @description A billing month, such as 2026-01. */
    month: string;
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
          'application/json': components['schemas']['CostsAnswer'];
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
          'application/json': components['schemas']['CostChangesAnswer'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetCarbon: {
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
        /** @description entity, owner, system, domain, environment, provider, serviceCategory, bucket, month or day. */
        groupBy?: string;
        /** @description Adds the same by days or months. */
        interval?: 'day' | 'month';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description kg of CO2 equivalents, and how much of the use they are about. What has no factor is unknown, and in no figure. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CarbonAnswer'];
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
          'application/json': components['schemas']['CostLinePage'];
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
          'application/json': components['schemas']['CostImportPage'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  ImportCosts: {
    parameters: {
      query?: {
        /** @description Whose lines these are. Default, upload. */
        source?: string;
        /** @description Billing months that the file has all of, such as 2026-01, with commas between them. They replace what the source brought of them before. */
        period?: string;
        /** @description The same as period. */
        billingPeriod?: string;
        /** @description Of lines that name none. */
        currency?: string;
        fileName?: string;
        provenance?: 'real' | 'demo';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/octet-stream': string;
        'text/csv': string;
      };
    };
    responses: {
      /** @description The lines can be read now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CostImportResult'];
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
          'application/json': components['schemas']['CostImport'];
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
          'application/json': components['schemas']['CostRejectionPage'];
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
          'application/json': components['schemas']['CostSources'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetAllocationRules: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The rules and their version. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AllocationRulesVersion'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  PutAllocationRules: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AllocationRulesChange'];
      };
    };
    responses: {
      /** @description The rules and their new version. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AllocationRulesVersion'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetAllocationRule: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        version: number;
        ruleId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The rule. One that is built in has a title only. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AllocationRuleText'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  DryRunAllocation: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AllocationTrial'];
      };
    };
    responses: {
      /** @description The effect, before and after. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AllocationDryRun'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  RunAllocation: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AllocationRun'];
      };
    };
    responses: {
      /** @description The month that was allocated. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AllocationRun'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetAllocationCoverage: {
    parameters: {
      query: {
        /** @description First day, included. */
        from: string;
        /** @description Last day, excluded. */
        to: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description By currency and reason. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AllocationCoverage'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  ListBudgets: {
    parameters: {
      query?: {
        /** @description A day in the periods that are asked for. Default, today. */
        day?: string;
        /** @description The reference of a group, system, domain, component, resource or API, or everything. */
        scope?: components['parameters']['scope'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Those that the reader may know of, the nearest to its end first. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BudgetsAnswer'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  CreateBudget: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['BudgetChange'];
      };
    };
    responses: {
      /** @description The budget. */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Budget'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  UpdateBudget: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['BudgetChange'];
      };
    };
    responses: {
      /** @description The budget. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Budget'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  DeleteBudget: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is gone. */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      default: components['responses']['Error'];
    };
  };
  GetForecast: {
    parameters: {
      query?: {
        /** @description The reference of a group, system, domain, component, resource or API, or everything. */
        scope?: components['parameters']['scope'];
        /** @description The name of an environment. */
        environment?: components['parameters']['environment'];
        /** @description ProviderName of FOCUS. */
        provider?: components['parameters']['provider'];
        /** @description ServiceCategory of FOCUS. */
        serviceCategory?: components['parameters']['serviceCategory'];
        /** @description Default: BilledCost. */
        metric?: components['parameters']['metric'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Known and expected days, with method, interval and error. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CostForecast'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  ListAnomalies: {
    parameters: {
      query?: {
        /** @description First day, included. */
        from?: string;
        /** @description Last day, excluded. */
        to?: string;
        /** @description The reference of a group, system, domain, component, resource or API, or everything. */
        scope?: components['parameters']['scope'];
        state?: 'open' | 'acknowledged' | 'silenced';
        /** @description nextCursor of the page before. */
        cursor?: components['parameters']['cursor'];
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page, the newest first. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AnomaliesAnswer'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  SetAnomalyState: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AnomalyStateChange'];
      };
    };
    responses: {
      /** @description The anomaly. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CostAnomaly'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  ListRecommendations: {
    parameters: {
      query?: {
        /** @description The reference of a group, system, domain, component, resource or API, or everything. */
        scope?: components['parameters']['scope'];
        state?: 'open' | 'accepted' | 'dismissed' | 'resolved';
        /** @description The id of a rule. */
        rule?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The greatest saving first, with the rules and sums. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RecommendationsAnswer'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  SetRecommendationState: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RecommendationStateChange'];
      };
    };
    responses: {
      /** @description The recommendation. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Recommendation'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  ListStatements: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The months. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StatementMonths'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetStatement: {
    parameters: {
      query?: {
        /** @description Reference of a group or user, or unallocated. */
        owner?: string;
        /** @description Default, json. */
        format?: 'json' | 'csv' | 'pdf';
      };
      header?: never;
      path: {
        /** @description A billing month, such as 2026-01. */
        month: components['parameters']['month'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The statement. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Statement'];
          'text/csv': string;
          'application/pdf': string;
        };
      };
      default: components['responses']['Error'];
    };
  };
  CloseMonth: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description A billing month, such as 2026-01. */
        month: components['parameters']['month'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Who closed it, when, and the hash of the statement. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['StatementClosing'];
        };
      };
      default: components['responses']['Error'];
    };
  };
  GetUnitCost: {
    parameters: {
      query: {
        /** @description First day, included. */
        from: string;
        /** @description Last day, excluded. */
        to: string;
        /** @description The reference of a group, system, domain, component, resource or API, or everything. */
        scope?: components['parameters']['scope'];
        /** @description Default: BilledCost. */
        metric?: components['parameters']['metric'];
        /** @description The id of a metric whose values add. Default, deploymentFrequency. */
        per?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Cost, quantity and cost of one. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UnitCost'];
        };
      };
      default: components['responses']['Error'];
    };
  };
}
