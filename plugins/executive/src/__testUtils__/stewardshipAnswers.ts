import type {
  DebtAnswer,
  EndOfLifeCalendar,
  Exemption,
  Goal,
  GoalsAnswer,
  Initiative,
  InvestmentAnswer,
  PeopleRate,
  ReturnAnswer,
} from '@portal/plugin-executive-common';
import { answers } from './answers';

const { context } = answers.portfolio;
const euros = (amount: string) => ({ amount, currency: 'EUR' });

const initiative: Initiative = {
  id: 'one-checkout',
  name: 'One checkout',
  description: 'Booking and paying in one flow.',
  sponsor: 'group:default/customer-and-commerce',
  systems: [{ ref: 'system:default/checkout', share: 0.5 }],
  teams: [],
  start: '2026-06-01',
  end: '2027-06-01',
  budget: euros('100000'),
  benefit: {
    kind: 'metric',
    metricId: 'deploymentFrequency',
    scope: 'system:default/checkout',
    baseline: 1,
    target: 3,
  },
  origin: 'portal',
  revision: 3,
  notes: [
    {
      id: 'a',
      at: '2026-11-20T08:00:00Z',
      by: 'user:default/olga',
      state: 'at-risk',
      text: 'The taxes came late.',
    },
  ],
  demo: false,
};

const investment: InvestmentAnswer = {
  context,
  currency: 'EUR',
  hidden: 1,
  rows: [
    {
      initiative,
      budget: euros('100000'),
      spend: {
        cloud: euros('40000'),
        people: euros('20000'),
        total: euros('60000'),
        missing: ['people of Payments, who have no rate for all of the time'],
      },
      forecast: euros('120000'),
      monthlySpend: euros('10000'),
      used: 0.6,
      elapsed: 0.5,
      benefit: {
        progress: 0.25,
        expected: 0.5,
        measured: 'Deployment frequency of Checkout',
        now: { state: 'ok', value: 1.5, unit: '1/week', sampleSize: 6 },
      },
      state: 'at-risk',
    },
    {
      initiative: {
        ...initiative,
        id: 'fewer-depots',
        name: 'Fewer depots',
        benefit: undefined,
        origin: 'file',
        notes: [],
        budget: { amount: '5000', currency: 'JPY' },
      },
      spend: {
        cloud: euros('0'),
        people: euros('0'),
        total: euros('0'),
        missing: ['the budget, since there is no rate for JPY'],
      },
      elapsed: 0.5,
    },
    {
      initiative: { ...initiative, id: 'new-map', name: 'New map', notes: [] },
      budget: euros('50000'),
      spend: {
        cloud: euros('10000'),
        people: euros('0'),
        total: euros('10000'),
        missing: [],
      },
      monthlySpend: euros('2000'),
      used: 0.2,
      elapsed: 0.5,
    },
  ],
  split: {
    from: '2026-10-31',
    to: '2026-11-28',
    change: euros('30000'),
    run: euros('90000'),
    total: euros('120000'),
    missing: [],
  },
};

const goal: Goal = {
  id: 'checkout-daily',
  name: 'Checkout delivers every day',
  metricId: 'deploymentFrequency',
  scope: 'system:default/checkout',
  baseline: { value: 1, day: '2026-06-01' },
  target: 5,
  due: '2027-06-01',
  owner: 'group:default/payments',
  note: 'Small steps fail less.',
  origin: 'portal',
  revision: 2,
  demo: false,
};

const goals: GoalsAnswer = {
  context,
  hidden: 1,
  metrics: [
    { id: 'changeFailRate', title: 'Change fail rate', unit: 'ratio' },
    {
      id: 'deploymentFrequency',
      title: 'Deployment frequency',
      unit: '1/week',
    },
  ],
  rows: [
    {
      goal,
      metricTitle: 'Deployment frequency',
      scopeTitle: 'Checkout',
      unit: '1/week',
      betterWhen: 'higher',
      now: { state: 'ok', value: 2, unit: '1/week', sampleSize: 8 },
      standing: 'behind',
      progress: 0.25,
      expected: 0.5,
    },
    {
      goal: {
        ...goal,
        id: 'fewer-findings',
        name: 'Fewer findings',
        metricId: 'securityFindings',
        origin: 'file',
        demo: true,
      },
      metricTitle: 'securityFindings',
      scopeTitle: 'Checkout',
      unit: 'count',
      betterWhen: 'lower',
      standing: 'unknown',
      expected: 0.5,
      cure: 'Nobody publishes the figure, the part is not there any more, or you may not read it.',
    },
  ],
};

const debt: DebtAnswer = {
  context,
  currency: 'EUR',
  items: [
    {
      id: 'a',
      title: 'Releases are done by hand',
      componentRef: 'component:default/checkout-service',
      ownerRef: 'group:default/payments',
      kind: 'operations',
      source: 'manual',
      interestHours: 8,
      fixHours: 40,
      since: '2026-03-01',
      origin: 'portal',
      revision: 2,
      demo: false,
    },
    {
      id: 'end-of-life:nodejs@18:component:default/checkout-service',
      title: 'Support of Node.js 18 ends',
      componentRef: 'component:default/checkout-service',
      kind: 'runtime',
      source: 'end-of-life',
      since: '2026-11-01',
      dueOn: '2025-04-30',
      origin: 'rule',
      revision: 1,
      demo: false,
    },
    {
      id: 'b',
      title: 'Two databases',
      componentRef: 'component:default/checkout-service',
      kind: 'architecture',
      source: 'manual',
      since: '2026-01-01',
      paidOn: '2026-10-01',
      fixHours: 10,
      origin: 'portal',
      revision: 1,
      demo: false,
    },
  ],
  totals: { items: 2, estimated: 1, interestHours: 8, fixHours: 40 },
  owners: [
    {
      ownerRef: 'group:default/payments',
      title: 'Payments',
      items: 1,
      fixHours: 40,
      interestHours: 8,
    },
    { title: 'Nobody', items: 1, fixHours: 0, interestHours: 0 },
  ],
  flow: [
    { month: '2026-10', made: 0, paid: 10 },
    { month: '2026-11', made: 40, paid: 0 },
  ],
};

const endOfLife: EndOfLifeCalendar = {
  context,
  datesOf: '2026-11-28',
  entries: [
    {
      product: 'nodejs',
      title: 'Node.js',
      cycle: '18',
      endOfLife: '2025-04-30',
      source: 'https://nodejs.org/en/about/previous-releases',
      components: ['component:default/checkout-service'],
    },
  ],
  unknown: [
    { text: 'cobol@85', components: ['component:default/ledger-service'] },
  ],
};

const returns: ReturnAnswer = {
  context,
  currency: 'EUR',
  total: 2,
  middle: { fitness: 0.5, roi: 0 },
  services: [
    {
      entityRef: 'component:default/checkout-service',
      title: 'checkout-service',
      ownerRef: 'group:default/payments',
      value: {
        kind: 'money',
        perYear: euros('300000'),
        measure: 'Margin of orders',
      },
      perYear: euros('300000'),
      cost: euros('100000'),
      roi: 2,
      fitness: 0.25,
      advice: 'migrate',
      confidence: 'high',
      confidenceReason: 'worth, cloud and people are known of a year',
    },
    {
      entityRef: 'component:default/ledger-service',
      title: 'ledger-service',
      confidence: 'none',
      confidenceReason: 'nobody declared what it is worth',
      decision: {
        advice: 'tolerate',
        at: '2026-10-01T08:00:00Z',
        by: 'user:default/olga',
        reason: 'It is sold next year.',
      },
    },
  ],
};

const peopleRates: { items: PeopleRate[] } = {
  items: [
    {
      id: 'group:default/payments@2026-01-01',
      groupRef: 'group:default/payments',
      from: '2026-01-01',
      people: 7.5,
      monthly: euros('8000'),
      origin: 'portal',
      revision: 4,
      demo: false,
    },
  ],
};

const exemptions: { items: Exemption[] } = {
  items: [
    {
      id: 'component:default/ledger-service@delivery@2026-10-01',
      entityRef: 'component:default/ledger-service',
      pillarId: 'delivery',
      from: '2026-10-01',
      until: '2999-03-31',
      reason: 'It is frozen until it is sold.',
      decidedBy: 'user:default/olga',
      origin: 'portal',
      revision: 5,
      demo: false,
    },
  ],
};

/** What a portal answers in which somebody wrote things down. */
export const stewardshipAnswers = {
  investment,
  goals,
  debt,
  endOfLife,
  returns,
  peopleRates,
  exemptions,
};
