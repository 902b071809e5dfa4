import {
  defaultPillars,
  nodeHealthOf,
  type HealthFormula,
  type NodeContext,
  type NodeFigures,
  type OrgNode,
  type Portfolio,
  type Productivity,
  type QuestionsAnswer,
  type ServicePage,
  type Standing,
  type SuccessAnswer,
} from '@portal/plugin-executive-common';
import type {
  MetricRollup,
  RegisteredMetric,
} from '@portal/plugin-metrics-common';

/** 80 characters, and one that runs from right to left. */
export const longTitle =
  'Customer and commerce platforms for the regions of Europe, Middle East and Afric';
export const rightToLeftTitle = 'خدمة المدفوعات';

const department: OrgNode = {
  ref: 'group:default/customer-and-commerce',
  kind: 'group',
  type: 'department',
  title: longTitle,
  parentRef: 'everything',
};
const team: OrgNode = {
  ref: 'group:default/payments',
  kind: 'group',
  type: 'team',
  title: rightToLeftTitle,
  parentRef: department.ref,
};
const single: OrgNode = {
  ref: 'group:default/billing',
  kind: 'group',
  type: 'team',
  title: 'Billing',
  parentRef: department.ref,
};

const context: NodeContext = {
  node: department,
  hierarchy: 'organisation',
  above: [{ ref: 'everything', kind: 'everything', title: 'Everything' }],
  day: '2026-11-27',
  compareDay: '2026-10-30',
  takenAt: '2026-11-27T05:10:00.000Z',
  final: false,
  formulaVersion: 2,
};

function healthOf(...services: Array<Partial<Record<string, Standing>>>) {
  return nodeHealthOf(defaultPillars, services);
}

const formula: HealthFormula = {
  version: 2,
  pillars: defaultPillars,
  since: '2026-11-01T08:00:00.000Z',
  changedBy: 'user:default/olga',
  reason: 'Security counts as much as delivery',
};

const portfolio: Portfolio = {
  context,
  formula,
  rows: [
    {
      node: department,
      depth: 0,
      hasChildren: true,
      health: healthOf(
        { delivery: 'meets', security: 'below' },
        { delivery: 'meets', security: 'meets', cost: 'stale' },
        { delivery: 'watch', security: 'below', cost: 'unmeasured' },
        { delivery: 'meets' },
      ),
      previous: healthOf(
        { delivery: 'meets', security: 'meets' },
        { delivery: 'watch', security: 'meets' },
        { delivery: 'meets' },
        { delivery: 'below' },
      ),
    },
    {
      node: team,
      depth: 1,
      hasChildren: true,
      health: healthOf(
        { delivery: 'meets', security: 'below' },
        { delivery: 'meets', security: 'meets', cost: 'stale' },
        { delivery: 'watch', security: 'below' },
      ),
    },
    {
      node: {
        ref: 'system:default/checkout',
        kind: 'system',
        title: 'Checkout',
        parentRef: team.ref,
      },
      depth: 2,
      hasChildren: false,
      health: healthOf({ delivery: 'meets' }, { delivery: 'below' }),
    },
    {
      node: single,
      depth: 1,
      hasChildren: false,
      health: healthOf({ delivery: 'watch' }),
    },
  ],
  gaps: { unowned: 2, unmeasured: 1 },
};

const period = { from: '2026-10-31', to: '2026-11-28' };
const deployments: MetricRollup = {
  metricId: 'deploymentFrequency',
  period,
  coverage: { have: 3, of: 4 },
  value: { state: 'ok', value: 6.5, unit: '1/week', sampleSize: 26 },
  aggregation: 'sum',
  parts: { sum: '26' },
};
const leadTime: MetricRollup = {
  metricId: 'changeLeadTime',
  period,
  coverage: { have: 3, of: 4 },
  value: { state: 'ok', unit: 'h', sampleSize: 3 },
  aggregation: 'distribution',
  distribution: {
    count: 3,
    quantiles: { min: 4, p10: 6, p25: 10, p50: 52, p75: 80, p90: 90, max: 96 },
    histogram: [{ from: 4, to: 96, count: 3 }],
  },
};

const figures: NodeFigures = {
  context,
  health: portfolio.rows[0].health,
  previous: portfolio.rows[0].previous,
  figures: [
    {
      metricId: 'deploymentFrequency',
      title: 'Deployment frequency',
      pillarId: 'delivery',
      betterWhen: 'higher',
      rollup: deployments,
      previous: { state: 'ok', value: 5, unit: '1/week', sampleSize: 20 },
    },
    {
      metricId: 'changeLeadTime',
      title: 'Change lead time',
      pillarId: 'delivery',
      betterWhen: 'lower',
      rollup: leadTime,
    },
  ],
  trend: [
    { day: '2026-11-15', share: 0.6, pillars: { delivery: 0.5 } },
    { day: '2026-11-22', share: 0.55, pillars: { delivery: 0.75 } },
  ],
};

const services: ServicePage = {
  context,
  total: 1,
  items: [
    {
      entityRef: 'component:default/payment-service',
      title: 'payment-service',
      pillars: [
        {
          pillarId: 'security',
          standing: 'below',
          checks: [
            {
              metricId: 'securityScore',
              title: 'Security score',
              of: 'value',
              standing: 'below',
              value: {
                state: 'ok',
                value: 32,
                unit: 'points',
                sampleSize: 4,
              },
              target: 75,
              floor: 40,
            },
          ],
        },
      ],
    },
  ],
};

const questions: QuestionsAnswer = {
  context,
  questions: [
    {
      id: 'below-expectation',
      title: 'Which teams are below what is expected of them?',
      statements: [
        {
          ruleId: 'below-half',
          text: `${rightToLeftTitle}: 33.3% of its services meet what is expected of security; 2 services are below.`,
          tone: 'bad',
          evidence: [
            {
              title: 'Services and what was compared',
              target: {
                kind: 'page',
                page: 'portfolio',
                query: { node: team.ref, pillar: 'security' },
              },
            },
            {
              title: 'The service',
              target: {
                kind: 'entity',
                entityRef: 'component:default/payment-service',
                tab: 'security',
              },
            },
          ],
        },
      ],
      nothing: 'Every part meets it.',
    },
    {
      id: 'decisions',
      title: 'What needs a decision?',
      statements: [],
      nothing: 'Nothing waits for a decision.',
    },
  ],
};

const success: SuccessAnswer = {
  context,
  baseline: {
    from: '2026-01-01',
    to: '2026-04-01',
    lockedAt: '2026-04-02T09:00:00.000Z',
    lockedBy: 'user:default/olga',
    reason: 'The quarter before the platform',
    demo: false,
  },
  metrics: [
    {
      id: 'recovery-time',
      title: 'Recovery time',
      definition: 'The median over the services that had to recover.',
      goal: { kind: 'change', ratio: -0.4 },
      unit: 'h',
      betterWhen: 'lower',
      baseline: 50,
      now: 40,
      change: -0.2,
      progress: 0.5,
      trend: [
        {
          bucket: { from: '2026-10-01', to: '2026-11-01', complete: true },
          value: 44,
        },
        {
          bucket: { from: '2026-11-01', to: '2026-12-01', complete: false },
          value: 40,
        },
      ],
    },
    {
      id: 'provisioning-time',
      title: 'Provisioning time',
      definition: 'From the form to what it makes.',
      goal: { kind: 'change', ratio: -0.8 },
      unit: 'h',
      betterWhen: 'lower',
      cure: 'Nothing was reported in the last 28 days.',
      trend: [],
    },
  ],
};

const productivity: Productivity = {
  context,
  throughput: ['deploymentFrequency'],
  stability: ['changeLeadTime'],
  flow: [],
  caution: 'Read both sides together, and never of a person.',
  teams: [
    {
      node: team,
      services: 3,
      figures: { deploymentFrequency: deployments, changeLeadTime: leadTime },
      previous: {},
    },
    {
      node: single,
      services: 1,
      figures: {
        deploymentFrequency: {
          ...deployments,
          value: { state: 'ok', value: 1, unit: '1/week', sampleSize: 4 },
        },
      },
      previous: {},
    },
  ],
  services: [],
  norms: [
    {
      size: { from: 1, to: 5 },
      nodes: 6,
      quartiles: { deploymentFrequency: { q1: 2, median: 3, q3: 4 } },
    },
  ],
};

const metric = {
  description: '',
  estimator: '',
  sample: 'deployments',
  source: 'https://example.com',
  publisher: 'plugin:dora',
  windows: [28],
  dimensions: [],
} satisfies Partial<RegisteredMetric>;

/** What a portal with a small organisation answers. */
export const answers = {
  nodes: { items: [department, team, single] },
  portfolio,
  figures,
  services,
  questions,
  success,
  productivity,
  formulas: {
    items: [
      formula,
      {
        version: 1,
        pillars: defaultPillars.map(pillar =>
          pillar.id === 'security' ? { ...pillar, weight: 2 } : pillar,
        ),
        since: '2026-01-01T08:00:00.000Z',
        changedBy: 'configuration',
        reason: 'Where it begins',
      },
    ] satisfies HealthFormula[],
  },
  definitions: {
    items: [
      {
        ...metric,
        id: 'deploymentFrequency',
        title: 'Deployment frequency',
        unit: '1/week',
        betterWhen: 'higher',
        aggregation: 'sum',
      },
      {
        ...metric,
        id: 'changeLeadTime',
        title: 'Change lead time',
        unit: 'h',
        betterWhen: 'lower',
        aggregation: 'distribution',
      },
    ] satisfies RegisteredMetric[],
  },
};
