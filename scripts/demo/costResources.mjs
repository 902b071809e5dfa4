import { hexDigest } from './random.mjs';

/**
 * Something that costs money every day.
 *
 * @typedef {object} CostResource
 * @property {string} id - ResourceId
 * @property {string} name
 * @property {string} type - ResourceType
 * @property {keyof typeof services} service - what the cloud calls it
 * @property {{ id: string, name: string, environment?: string }} account - the sub-account
 * @property {Record<string, string>} tags
 * @property {number} daily - EUR on an ordinary working day of the first year
 * @property {'production' | 'trial' | 'steady'} rhythm - how days differ
 * @property {string} [component] - of the catalog; shared resources have none
 * @property {string} [environment]
 * @property {number} [growth] - factor a year, if not that of the company
 * @property {boolean} [commitment] - whether the cloud's commitment discount covers it
 * @property {string} [instanceType]
 * @property {number} [utilisation] - 0 to 1, of what is provisioned
 * @property {string} [state]
 */

/** How much of a production's compute each environment before it has; only large services have all of them. */
const stages = { DEV1: 0.035, SIT1: 0.06, UAT1: 0.1, PCM: 0.28 };
const largeService = 50;

/** What clouds call what they charge for; the unit price is what Brennvik agreed on, the list is dearer by `discount`. */
export const services = {
  ec2: service(
    'Compute',
    'Virtual Machines',
    'Amazon Elastic Compute Cloud',
    'Hours',
    '0.1728',
    8,
  ),
  lambda: service(
    'Compute',
    'Serverless Compute',
    'AWS Lambda',
    'GB-Seconds',
    '0.0167',
    0,
  ),
  eks: service(
    'Compute',
    'Containers',
    'Amazon Elastic Kubernetes Service',
    'Hours',
    '0.0920',
    8,
  ),
  rds: service(
    'Databases',
    'Relational Databases',
    'Amazon Relational Database Service',
    'Hours',
    '0.3420',
    5,
  ),
  dynamodb: service(
    'Databases',
    'NoSQL Databases',
    'Amazon DynamoDB',
    'Requests',
    '0.0011',
    0,
  ),
  elasticache: service(
    'Databases',
    'Caching',
    'Amazon ElastiCache',
    'Hours',
    '0.1560',
    5,
  ),
  msk: service(
    'Integration',
    'Messaging',
    'Amazon Managed Streaming for Apache Kafka',
    'Hours',
    '0.4200',
    0,
  ),
  sqs: service(
    'Integration',
    'Messaging',
    'Amazon Simple Queue Service',
    'Requests',
    '0.0004',
    0,
  ),
  ebs: service(
    'Storage',
    'Block Storage',
    'Amazon Elastic Block Store',
    'GB-Months',
    '0.0952',
    0,
  ),
  cloudfront: service(
    'Networking',
    'Content Delivery',
    'Amazon CloudFront',
    'GB',
    '0.0760',
    12,
  ),
  transit: service(
    'Networking',
    'Network Connectivity',
    'AWS Transit Gateway',
    'GB',
    '0.0460',
    0,
  ),
  bedrock: service(
    'AI and Machine Learning',
    'Generative AI',
    'Amazon Bedrock',
    'Tokens',
    '0.0028',
    0,
  ),
  cloudwatch: service(
    'Management and Governance',
    'Observability',
    'Amazon CloudWatch',
    'GB',
    '0.5200',
    0,
  ),
  awsSupport: service(
    'Management and Governance',
    'Support',
    'AWS Support',
    'Months',
    '1.0000',
    0,
  ),
  vm: service(
    'Compute',
    'Virtual Machines',
    'Virtual Machines',
    'Hours',
    '0.1890',
    10,
  ),
  functions: service(
    'Compute',
    'Serverless Compute',
    'Azure Functions',
    'GB-Seconds',
    '0.0160',
    0,
  ),
  aks: service(
    'Compute',
    'Containers',
    'Azure Kubernetes Service',
    'Hours',
    '0.0950',
    10,
  ),
  sql: service(
    'Databases',
    'Relational Databases',
    'Azure SQL Database',
    'Hours',
    '0.4100',
    6,
  ),
  cosmos: service(
    'Databases',
    'NoSQL Databases',
    'Azure Cosmos DB',
    'Requests',
    '0.0073',
    0,
  ),
  explorer: service(
    'Analytics',
    'Data Processing',
    'Azure Data Explorer',
    'Hours',
    '0.2200',
    0,
  ),
  eventhubs: service(
    'Integration',
    'Messaging',
    'Event Hubs',
    'Hours',
    '0.0280',
    0,
  ),
  iothub: service(
    'Internet of Things',
    'IoT Platforms',
    'IoT Hub',
    'Units',
    '0.8100',
    0,
  ),
  blob: service(
    'Storage',
    'Object Storage',
    'Storage Accounts',
    'GB-Months',
    '0.0170',
    0,
  ),
  disk: service(
    'Storage',
    'Block Storage',
    'Managed Disks',
    'GB-Months',
    '0.0820',
    0,
  ),
  expressroute: service(
    'Networking',
    'Network Connectivity',
    'ExpressRoute',
    'GB',
    '0.0240',
    0,
  ),
  openai: service(
    'AI and Machine Learning',
    'Generative AI',
    'Azure OpenAI Service',
    'Tokens',
    '0.0021',
    0,
  ),
  ociCompute: service(
    'Compute',
    'Virtual Machines',
    'OCI Compute',
    'Hours',
    '0.0480',
    15,
  ),
  ociFunctions: service(
    'Compute',
    'Serverless Compute',
    'OCI Functions',
    'GB-Seconds',
    '0.0014',
    0,
  ),
  oke: service(
    'Compute',
    'Containers',
    'OCI Kubernetes Engine',
    'Hours',
    '0.0940',
    0,
  ),
  ociDatabase: service(
    'Databases',
    'Relational Databases',
    'OCI Base Database',
    'Hours',
    '0.3870',
    15,
  ),
  exadata: service(
    'Databases',
    'Relational Databases',
    'Exadata Database',
    'Hours',
    '1.2900',
    15,
  ),
  warehouse: service(
    'Databases',
    'Data Warehouses',
    'Autonomous Data Warehouse',
    'Hours',
    '0.3360',
    15,
  ),
  ociStorage: service(
    'Storage',
    'Object Storage',
    'OCI Object Storage',
    'GB-Months',
    '0.0236',
    0,
  ),
  ociBlock: service(
    'Storage',
    'Block Storage',
    'OCI Block Volume',
    'GB-Months',
    '0.0390',
    0,
  ),
  ociAi: service(
    'AI and Machine Learning',
    'Generative AI',
    'OCI Generative AI',
    'Tokens',
    '0.0035',
    0,
  ),
};

function service(category, subcategory, name, unit, price, discount) {
  return { category, subcategory, name, unit, price, discount };
}

/**
 * The clouds that send files. Each spells the tags of its teams in its own way, as in most companies.
 */
export const sources = {
  'demo-aws': {
    provider: 'AWS',
    issuer: 'Amazon Web Services EMEA SARL',
    billingAccount: {
      id: '410900000001',
      name: 'Brennvik Logistics',
      type: 'Payer Account',
    },
    subAccountType: 'Linked Account',
    region: { id: 'eu-north-1', name: 'Europe (Stockholm)' },
    accounts: {
      PROD1: {
        id: '410900000101',
        name: 'brennvik-prod',
        environment: 'PROD1',
      },
      other: { id: '410900000102', name: 'brennvik-nonprod' },
      platform: { id: '410900000103', name: 'brennvik-platform' },
      untagged: { id: '410900000199', name: 'brennvik-experiments' },
    },
    tags: ({ component, environment, team }) => ({
      application: component,
      environment: {
        PROD1: 'prod',
        PCM: 'preprod',
        UAT1: 'uat',
        SIT1: 'sit',
        DEV1: 'dev',
      }[environment],
      team,
    }),
    resourceId: (account, kind, name) =>
      `arn:aws:${kind.replace(/[A-Z].*/, '')}:eu-north-1:${account.id}:${name}`,
    kinds: { compute: 'ec2', job: 'lambda' },
    commitment: {
      id: 'arn:aws:savingsplans::410900000001:savingsplan/b7c1d2',
      name: 'Compute Savings Plan 2025',
      category: 'Spend',
      type: 'Compute Savings Plan',
      unit: 'EUR',
      // A day; what is not used is lost, and what goes beyond is charged as usual.
      daily: 460,
      saving: 0.28,
      service: 'ec2',
    },
  },
  'demo-microsoft': {
    provider: 'Microsoft',
    issuer: 'Microsoft Ireland Operations Limited',
    billingAccount: {
      id: '/providers/Microsoft.Billing/billingAccounts/7719',
      name: 'Brennvik Logistics AS',
      type: 'Billing Profile',
    },
    subAccountType: 'Subscription',
    region: { id: 'norwayeast', name: 'Norway East' },
    accounts: {
      PROD1: {
        id: '/subscriptions/5b0d-prod',
        name: 'Brennvik PROD1',
        environment: 'PROD1',
      },
      PCM: {
        id: '/subscriptions/5b0d-pcm',
        name: 'Brennvik PCM',
        environment: 'PCM',
      },
      other: { id: '/subscriptions/5b0d-test', name: 'Brennvik Test' },
      platform: {
        id: '/subscriptions/5b0d-platform',
        name: 'Brennvik Platform',
      },
    },
    tags: ({ component, environment, team }) => ({
      'App ': component,
      Env: environment,
      'Cost Centre': team,
    }),
    resourceId: (account, kind, name) =>
      `${account.id}/resourceGroups/rg-${name.replace(
        /-[^-]*$/,
        '',
      )}/providers/${kind}/${name}`,
    kinds: { compute: 'vm', job: 'functions' },
    commitment: {
      id: '/providers/Microsoft.Capacity/reservationOrders/90c2',
      name: 'D-series reservation 2025',
      category: 'Usage',
      type: 'Reservation',
      unit: 'Hours',
      daily: 560,
      saving: 0.32,
      service: 'vm',
    },
  },
  'demo-oracle': {
    provider: 'Oracle',
    issuer: 'Oracle Norge AS',
    billingAccount: {
      id: 'ocid1.tenancy.oc1..brennvik',
      name: 'brennvik',
      type: 'Tenancy',
    },
    subAccountType: 'Compartment',
    region: { id: 'eu-frankfurt-1', name: 'Germany Central (Frankfurt)' },
    accounts: {
      PROD1: {
        id: 'ocid1.compartment.oc1..prod1',
        name: 'prod1',
        environment: 'PROD1',
      },
      other: { id: 'ocid1.compartment.oc1..test', name: 'test' },
      platform: { id: 'ocid1.compartment.oc1..platform', name: 'platform' },
    },
    tags: ({ component, environment, team }) => ({
      'brennvik.service': component,
      'brennvik.stage': environment.toLowerCase(),
      'brennvik.owner': team,
    }),
    resourceId: (account, kind, name) =>
      `ocid1.${kind.toLowerCase()}.oc1.eu-frankfurt-1.${hexDigest(
        `${account.id} ${name}`,
        24,
      )}`,
    kinds: { compute: 'ociCompute', job: 'ociFunctions' },
  },
};

/**
 * What each service spends: EUR a day in production for compute, and for what it keeps its data in.
 * The system is there for those whose system grows in its own way.
 */
const workloads = {
  'demo-aws': [
    ['booking-website', 'booking', 35, 'cloudfront', 22],
    ['booking-service', 'booking', 150, 'rds', 110],
    ['quote-service', 'booking', 80, 'elasticache', 25],
    ['label-printer', 'booking', 20],
    ['pickup-scheduler', 'booking', 25],
    ['rate-service', 'pricing-and-billing', 95, 'rds', 70],
    ['surcharge-calculator', 'pricing-and-billing', 30],
    ['contract-service', 'pricing-and-billing', 40, 'rds', 45],
    ['rate-import-job', 'pricing-and-billing', 12],
    ['tracking-website', 'web-and-mobile', 60, 'cloudfront', 90],
    ['tracking-service', 'web-and-mobile', 210, 'dynamodb', 140],
    ['tracking-event-ingest', 'web-and-mobile', 130, 'msk', 120],
    ['eta-service', 'web-and-mobile', 75, 'elasticache', 30],
    ['notification-dispatcher', 'web-and-mobile', 49, 'sqs', 22],
    ['my-brennvik-website', 'web-and-mobile', 40, 'cloudfront', 18],
    ['my-brennvik-app', 'web-and-mobile', 15],
    ['account-service', 'web-and-mobile', 45, 'rds', 48],
  ],
  'demo-microsoft': [
    ['care-desk-website', 'customer-care', 18],
    ['case-service', 'customer-care', 45, 'sql', 40],
    ['claims-service', 'customer-care', 30, 'sql', 22],
    ['driver-app', 'last-mile', 10],
    ['driver-backend', 'last-mile', 110, 'cosmos', 75],
    ['proof-of-delivery', 'last-mile', 45, 'blob', 45],
    ['tour-assignment', 'last-mile', 45, 'sql', 30],
    ['locker-gateway', 'last-mile', 45, 'iothub', 35],
    ['locker-allocation', 'last-mile', 35],
    ['locker-firmware-updater', 'last-mile', 8],
    ['route-optimiser', 'route-planning', 190, 'sql', 30],
    ['capacity-planner', 'route-planning', 55],
    ['network-map-website', 'route-planning', 22],
    ['weather-impact-job', 'route-planning', 14],
    ['sorter-control', 'hub-automation', 70, 'sql', 24],
    ['scan-ingest', 'hub-automation', 120, 'eventhubs', 80],
    ['hub-dashboard', 'hub-automation', 20],
    ['dock-scheduler', 'hub-automation', 28, 'sql', 15],
    ['vehicle-registry', 'route-planning', 25, 'sql', 14],
    ['telematics-ingest', 'route-planning', 45, 'explorer', 70],
    ['charging-planner', 'route-planning', 15],
  ],
  'demo-oracle': [
    ['edi-gateway', 'enterprise-integration', 60, 'ociDatabase', 45],
    ['partner-webhooks', 'enterprise-integration', 25],
    ['event-lake-loader', 'data-platform', 70, 'ociStorage', 60],
    ['metrics-warehouse-job', 'data-platform', 40, 'warehouse', 160],
    ['demand-forecast', 'data-platform', 65],
    ['identity-provider', 'identity-and-security', 75, 'ociDatabase', 40],
    ['partner-credentials', 'identity-and-security', 15],
    ['access-review-job', 'identity-and-security', 6],
    ['invoice-service', 'pricing-and-billing', 80, 'exadata', 120],
    ['payment-gateway-adapter', 'pricing-and-billing', 50, 'ociDatabase', 25],
    ['dunning-job', 'pricing-and-billing', 10],
    ['customs-declaration', 'customs-and-compliance', 65, 'ociDatabase', 55],
    ['tariff-classifier', 'customs-and-compliance', 25],
    ['sanctions-screening', 'customs-and-compliance', 45, 'ociStorage', 12],
  ],
};

/** Its cost outgrows its budget. */
const growing = new Set([
  'route-optimiser',
  'capacity-planner',
  'network-map-website',
  'weather-impact-job',
]);
/** Nobody said how long these are needed. */
const withoutLifecycle = new Set([
  'label-printer',
  'charging-planner',
  'weather-impact-job',
  'hub-dashboard',
  'partner-webhooks',
]);
/** Still on machines that their cloud has replaced twice. */
const oldGenerations = {
  'contract-service': 'm4.2xlarge',
  'claims-service': 'Standard_D4_v2',
  'edi-gateway': 'VM.Standard2.4',
};
const generations = {
  ec2: 'm7g.xlarge',
  vm: 'Standard_D4s_v5',
  ociCompute: 'VM.Standard.E5.Flex',
};
/** Provisioned for a load that never came. */
const oversized = { 'surcharge-calculator': 0.07, 'dock-scheduler': 0.09 };

/** What no component's pipeline made; tags are what people remembered to set. */
const extras = {
  'demo-aws': [
    extra('eks-platform', 'eks', 'platform', 170, {
      'shared-service': 'kubernetes',
    }),
    extra('transit-gateway', 'transit', 'platform', 85, {
      'shared-service': 'network',
    }),
    extra('central-logs', 'cloudwatch', 'platform', 105, {
      'shared-service': 'observability',
    }),
    extra('business-support', 'awsSupport', 'platform', 125, {}),
    extra(
      'claim-letter-drafts',
      'bedrock',
      'PROD1',
      34,
      {
        application: 'notification-dispatcher',
        environment: 'prod',
        team: 'web-and-mobile',
      },
      { growth: 2.2, environment: 'PROD1' },
    ),
    extra(
      'i-0f3e-notebook',
      'ec2',
      'untagged',
      62,
      {},
      { instanceType: 'g5.2xlarge', utilisation: 0.22 },
    ),
    extra(
      'i-0a77-playground',
      'ec2',
      'untagged',
      31,
      {},
      { instanceType: 'm5.4xlarge', utilisation: 0.04 },
    ),
    extra('vol-0c12', 'ebs', 'untagged', 9, {}, { state: 'unattached' }),
    extra(
      'vol-0d9b',
      'ebs',
      'other',
      6.5,
      { application: 'quote-service', environment: 'sit' },
      { state: 'unattached', environment: 'SIT1' },
    ),
    extra(
      'i-0b41-load-generator',
      'ec2',
      'other',
      38,
      {
        application: 'booking-service',
        environment: 'preprod',
        team: 'booking',
      },
      { instanceType: 'c5.9xlarge', utilisation: 0.01, environment: 'PCM' },
    ),
    extra(
      'i-09cd-legacy-quotes',
      'ec2',
      'PROD1',
      12,
      { application: 'quotes-v1', environment: 'prod' },
      { instanceType: 'm3.large', utilisation: 0.03, environment: 'PROD1' },
    ),
  ],
  'demo-microsoft': [
    extra('aks-platform', 'aks', 'platform', 135, {
      'Shared Service': 'kubernetes',
    }),
    extra('er-hubs', 'expressroute', 'platform', 70, {
      'Shared Service': 'network',
    }),
    extra(
      'case-summaries',
      'openai',
      'PROD1',
      41,
      { 'App ': 'case-service', Env: 'PROD1', 'Cost Centre': 'customer-care' },
      { growth: 2.6, environment: 'PROD1' },
    ),
    extra(
      'disk-old-sorter',
      'disk',
      'PROD1',
      11,
      { 'App ': 'sorter-control', Env: 'PROD1' },
      { state: 'unattached', environment: 'PROD1' },
    ),
    extra(
      'vm-route-replay',
      'vm',
      'other',
      29,
      { 'App ': 'Route-Optimiser', Env: 'UAT1' },
      {
        instanceType: 'Standard_D8s_v3',
        utilisation: 0.02,
        environment: 'UAT1',
      },
    ),
  ],
  'demo-oracle': [
    extra('oke-platform', 'oke', 'platform', 58, {
      'brennvik.shared-service': 'kubernetes',
    }),
    extra(
      'tariff-texts',
      'ociAi',
      'PROD1',
      27,
      { 'brennvik.service': 'tariff-classifier', 'brennvik.stage': 'prod1' },
      { growth: 1.9, environment: 'PROD1' },
    ),
    extra(
      'customs-standby',
      'ociCompute',
      'PROD1',
      18,
      { 'brennvik.service': 'customs-declaration', 'brennvik.stage': 'prod1' },
      {
        instanceType: 'VM.Standard2.8',
        utilisation: 0.01,
        environment: 'PROD1',
      },
    ),
    extra(
      'bv-migration-2024',
      'ociBlock',
      'PROD1',
      7,
      { 'brennvik.owner': 'enterprise-integration' },
      { state: 'unattached', environment: 'PROD1' },
    ),
  ],
};

function extra(name, serviceKey, account, daily, tags, rest = {}) {
  return { name, service: serviceKey, account, daily, tags, ...rest };
}

/**
 * Everything that a cloud charges for.
 *
 * @param {keyof typeof sources} source
 * @returns {CostResource[]}
 */
export function listResources(source) {
  const cloud = sources[source];
  const resources = workloads[source].flatMap(
    ([component, team, compute, dataService, data]) => {
      const job = component.endsWith('-job') || component.endsWith('-updater');
      const common = {
        component,
        growth: growing.has(component) ? 1.75 : undefined,
      };
      const make = (environment, suffix, serviceKey, daily, rhythm) =>
        describe(cloud, {
          ...common,
          name: `${component}-${environment.toLowerCase()}-${suffix}`,
          service: serviceKey,
          account: cloud.accounts[environment] ? environment : 'other',
          daily,
          rhythm,
          environment,
          tags: {
            ...cloud.tags({ component, environment, team }),
            ...(!withoutLifecycle.has(component) && { lifecycle: 'permanent' }),
          },
          ...(suffix === 'app' &&
            !job && {
              instanceType:
                oldGenerations[component] ?? generations[cloud.kinds.compute],
              utilisation:
                oversized[component] ?? (environment === 'PROD1' ? 0.46 : 0.24),
              commitment: environment === 'PROD1' && !oldGenerations[component],
            }),
        });
      const kind = job ? cloud.kinds.job : cloud.kinds.compute;
      const before = Object.entries(stages).filter(
        ([environment]) => environment === 'DEV1' || compute >= largeService,
      );
      return [
        make('PROD1', 'app', kind, compute, 'production'),
        ...(dataService
          ? [make('PROD1', 'data', dataService, data, 'steady')]
          : []),
        ...before.map(([environment, share]) =>
          make(environment, 'app', kind, compute * share, 'trial'),
        ),
      ];
    },
  );
  return [
    ...resources,
    ...extras[source].map(one => describe(cloud, { rhythm: 'steady', ...one })),
  ];
}

/** @returns {CostResource} */
function describe(cloud, { account, ...resource }) {
  const owner = cloud.accounts[account];
  const type =
    {
      Compute: 'Instance',
      Databases: 'Database',
      Storage: 'Volume',
      Networking: 'Connection',
    }[services[resource.service].category] ?? 'Service';
  return {
    ...resource,
    id: cloud.resourceId(owner, resource.service, resource.name),
    account: owner,
    type,
  };
}
