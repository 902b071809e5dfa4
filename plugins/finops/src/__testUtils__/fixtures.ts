import type {
  BudgetUse,
  CarbonAnswer,
  CostAnomaly,
  CostChangesAnswer,
  CostForecast,
  CostImport,
  CostLine,
  CostsAnswer,
  Recommendation,
  Statement,
} from '@portal/plugin-finops-common';

/** Costs of everything by team, as the backend answers them. */
export const costsByTeam: CostsAnswer = {
  from: '2025-11-01',
  to: '2025-11-28',
  metric: 'BilledCost',
  groupBy: 'owner',
  currency: 'EUR',
  total: '12000.50',
  unallocated: '1200.05',
  lines: 4321,
  groups: [
    {
      key: 'group:default/payments',
      total: '8000.25',
      previous: '6000.25',
    },
    { key: 'group:default/search', total: '2800.20', previous: '3000.00' },
    { key: 'unallocated', total: '1200.05', previous: '1000.00' },
  ],
  series: [
    {
      from: '2025-11-26',
      to: '2025-11-27',
      complete: true,
      total: '7000.50',
      groups: {
        'group:default/payments': '5000.25',
        'group:default/search': '2000.25',
      },
    },
    {
      from: '2025-11-27',
      to: '2025-11-28',
      complete: false,
      total: '5000.00',
      groups: {
        'group:default/payments': '3000.00',
        'group:default/search': '799.95',
        unallocated: '1200.05',
      },
    },
  ],
  previous: {
    from: '2025-10-05',
    to: '2025-11-01',
    total: '10000.25',
    complete: true,
  },
  visible: 'all',
  demo: true,
};

/** The carbon of the same teams: of one of them a part of the use is known, of another nothing. */
export const carbonByTeam: CarbonAnswer = {
  from: '2025-11-01',
  to: '2025-11-28',
  groupBy: 'owner',
  state: 'ok',
  unit: 'kgCO2e',
  currency: 'EUR',
  kg: '1234.5678',
  coveredCost: '7500',
  usageCost: '10000',
  coverage: 0.75,
  groups: [
    {
      key: 'group:default/payments',
      kg: '1234.5678',
      coveredCost: '7500',
      usageCost: '8000',
      coverage: 0.9375,
    },
    {
      key: 'group:default/search',
      kg: '0',
      coveredCost: '0',
      usageCost: '2000',
      coverage: 0,
    },
  ],
  sources: ['Report of the grid, 2025'],
  recalculating: false,
  visible: 'all',
};

/** A forecast of the running month. */
export const forecast: CostForecast = {
  slice: {},
  metric: 'BilledCost',
  currency: 'EUR',
  state: 'ok',
  methodTitle: 'Seasonal trend',
  method: 'mstl-ets',
  level: 0.8,
  error: { measure: 'wape', value: 0.07, days: 60, origins: 4 },
  lastDay: '2025-11-26',
  months: [
    {
      month: '2025-11',
      actual: '12000.50',
      expected: '13500.00',
      lower: '13000.00',
      upper: '14200.00',
      knownDays: 26,
      days: 30,
    },
  ],
  history: [],
  days: [],
};

/** A budget that is nearly spent and will not be enough. */
export const budgetUse: BudgetUse = {
  budget: {
    id: 'b1',
    title: 'Everything we run',
    slice: { scope: 'everything' },
    metric: 'BilledCost',
    period: 'month',
    amount: '13000',
    currency: 'EUR',
    thresholds: [0.5, 0.8, 1],
    alertOnForecast: true,
    origin: 'portal',
  },
  from: '2025-11-01',
  to: '2025-12-01',
  spent: '12000.50',
  remaining: '999.50',
  share: 0.923,
  state: 'forecast-over',
  reached: 0.8,
  expected: '13500.00',
  expectedLower: '13000.00',
  expectedUpper: '14200.00',
};

/** Why the cost grew. */
export const changes: CostChangesAnswer = {
  from: '2025-11-01',
  to: '2025-11-28',
  previous: { from: '2025-10-05', to: '2025-11-01' },
  metric: 'BilledCost',
  currency: 'EUR',
  before: '10000.25',
  after: '12000.50',
  effects: {
    price: '500.25',
    quantity: '1200.00',
    mix: '-100.00',
    started: '400.00',
    stopped: '0',
    other: '0',
  },
  families: [
    {
      family: 'Amazon EC2, Hrs',
      before: '5000.00',
      after: '6600.25',
      price: '500.25',
      quantity: '1200.00',
      mix: '-100.00',
      started: '0',
      stopped: '0',
      other: '0',
    },
  ],
};

/** A line that two components share. */
export const line: CostLine = {
  importId: 7,
  source: 'aws',
  lineNumber: 42,
  billingMonth: '2025-11',
  chargeStart: '2025-11-26T00:00:00Z',
  currency: 'EUR',
  billedCost: '10.0000001',
  effectiveCost: '8.5',
  consumedQuantity: '24',
  adjustment: false,
  columns: {
    ServiceName: 'Amazon S3',
    ResourceId: 'arn:bucket',
    ConsumedUnit: 'GB',
    ChargeDescription: 'Storage',
  },
  tags: { application: 'cart' },
  extra: {},
  shares: [
    {
      entityRef: 'component:default/cart',
      bucket: '',
      environment: 'PROD1',
      billedCost: '6.0000001',
      effectiveCost: '5.1',
      ruleId: 'split-storage',
      rulesVersion: 3,
    },
    {
      entityRef: '',
      bucket: 'idle',
      environment: '',
      billedCost: '4',
      effectiveCost: '3.4',
      ruleId: 'idle-storage',
      rulesVersion: 3,
    },
  ],
};

/** A day on which a component cost far more. */
export const anomaly: CostAnomaly = {
  id: 'a1',
  day: '2025-11-20',
  level: 'allocation',
  entityRef: 'component:default/cart',
  bucket: '',
  environment: 'PROD1',
  serviceCategory: 'Compute',
  currency: 'EUR',
  actual: '900',
  expected: '200',
  impact: '700',
  score: 9,
  state: 'open',
  detectedAt: '2025-11-21T03:00:00Z',
  contributions: [
    {
      itemId: 'i1',
      providerName: 'AWS',
      serviceName: 'Amazon EC2',
      resourceId: 'i-0abc',
      resourceName: 'batch-runner',
      subAccountId: '1',
      chargeDescription: 'Hours',
      actual: '800',
      expected: '100',
      difference: '700',
      lines: 24,
    },
  ],
};

/** A volume that is attached to nothing. */
export const recommendation: Recommendation = {
  id: 'r1',
  ruleId: 'unattached-volume',
  ruleTitle: 'Volume that is attached to nothing',
  kind: 'saving',
  summary: 'Volume vol-1 has been attached to nothing for 30 days',
  entityRef: 'component:default/cart',
  environment: 'PROD1',
  resourceId: 'vol-1',
  resourceName: '',
  providerName: 'AWS',
  serviceName: 'Amazon EBS',
  currency: 'EUR',
  monthlySaving: '120.00',
  effort: 'low',
  state: 'open',
  firstSeen: '2025-11-01T00:00:00Z',
  lastSeen: '2025-11-26T00:00:00Z',
};

/** A month that can be closed. */
export const statement: Statement = {
  month: '2025-10',
  state: 'open',
  totals: [
    {
      currency: 'EUR',
      cost: '10000.25',
      adjustments: '-20.10',
      total: '9980.15',
    },
  ],
  owners: [
    {
      owner: 'group:default/payments',
      currency: 'EUR',
      cost: '9000.25',
      adjustments: '-20.10',
      total: '8980.15',
    },
    {
      owner: 'unallocated',
      currency: 'EUR',
      cost: '1000.00',
      adjustments: '0.00',
      total: '1000.00',
    },
  ],
  lines: [
    {
      owner: 'group:default/payments',
      entityRef: 'component:default/cart',
      bucket: '',
      kind: 'cost',
      ofMonth: '2025-10',
      currency: 'EUR',
      amount: '9000.25',
    },
    {
      owner: 'group:default/payments',
      entityRef: 'component:default/cart',
      bucket: '',
      kind: 'adjustment',
      ofMonth: '2025-09',
      currency: 'EUR',
      amount: '-20.10',
    },
  ],
};

/** A file of which a rule fails and a row could not be taken. */
export const costImport: CostImport = {
  importId: 7,
  source: 'aws',
  fileName: 'november.csv.gz',
  format: 'csv',
  bytes: 12_345,
  lines: 4_320,
  adjustments: 2,
  rejected: 1,
  months: ['2025-11'],
  importedAt: '2025-11-27T03:00:00Z',
  importedBy: 'user:default/ada',
  demo: false,
  change: [
    {
      month: '2025-11',
      currency: 'EUR',
      before: { lines: 4_000, billedCost: '11000' },
      after: { lines: 4_320, billedCost: '12000.50' },
    },
  ],
  verdict: {
    version: '1.2',
    conformance: '0.9375',
    rulesChecked: 64,
    rulesFailed: 4,
    failures: [
      {
        ruleId: 'BilledCost-C-001-M',
        column: 'BilledCost',
        requirement: 'BilledCost must be a decimal.',
        must: true,
        rows: 1,
        examples: [{ lineNumber: 12, found: 'NaN' }],
      },
    ],
    notes: ['Dates without a T were read as UTC.'],
  },
};
