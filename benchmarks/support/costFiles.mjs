import { Readable } from 'node:stream';

/** The clouds, each a source of its own, and how much of the lines it has. */
export const clouds = [
  { source: 'aws', provider: 'AWS', part: 0.6 },
  { source: 'azure', provider: 'Microsoft', part: 0.3 },
  { source: 'oracle', provider: 'Oracle', part: 0.1 },
];

const environments = ['DEV1', 'SIT1', 'UAT1', 'PCM', 'PROD1'];
const services = [
  ['Compute', 'Virtual Machines', 'Hours'],
  ['Storage', 'Block Storage', 'GB-Months'],
  ['Databases', 'Managed PostgreSQL', 'Hours'],
  ['Networking', 'Load Balancing', 'Hours'],
  ['AI and Machine Learning', 'Model Tokens', 'Tokens'],
];

/** Columns of the files, in their order: those of FOCUS 1.2 that every provider fills. */
export const columns = [
  'AvailabilityZone',
  'BilledCost',
  'BillingAccountId',
  'BillingAccountName',
  'BillingCurrency',
  'BillingPeriodEnd',
  'BillingPeriodStart',
  'ChargeCategory',
  'ChargeClass',
  'ChargeDescription',
  'ChargeFrequency',
  'ChargePeriodEnd',
  'ChargePeriodStart',
  'CommitmentDiscountCategory',
  'CommitmentDiscountId',
  'CommitmentDiscountName',
  'CommitmentDiscountStatus',
  'CommitmentDiscountType',
  'ConsumedQuantity',
  'ConsumedUnit',
  'ContractedCost',
  'ContractedUnitPrice',
  'EffectiveCost',
  'InvoiceIssuerName',
  'ListCost',
  'ListUnitPrice',
  'PricingCategory',
  'PricingQuantity',
  'PricingUnit',
  'ProviderName',
  'PublisherName',
  'RegionId',
  'RegionName',
  'ResourceId',
  'ResourceName',
  'ResourceType',
  'ServiceCategory',
  'ServiceName',
  'SkuId',
  'SkuPriceId',
  'SubAccountId',
  'SubAccountName',
  'Tags',
];

/** The first day of the month that is so many months before another, `YYYY-MM-01`. */
export function monthBefore(month, count) {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 - count, 1))
    .toISOString()
    .slice(0, 10);
}

/**
 * The file of a cloud and billing month as CSV, in pieces of about a megabyte; it is never whole in memory. The same on every
 * machine.
 *
 * @param {{ cloud: typeof clouds[number], month: string, components: number, lines: number }} options - `lines` of all clouds together
 */
export function costFile({ cloud, month, components, lines }) {
  return Readable.from(pieces({ cloud, month, components, lines }), {
    objectMode: false,
    highWaterMark: 4 * 1024 * 1024,
  });
}

/** How many lines {@link costFile} has. */
export function linesOf({ cloud, lines }) {
  return Math.round(lines * cloud.part);
}

function* pieces({ cloud, month, components, lines }) {
  const count = linesOf({ cloud, lines });
  const end = monthBefore(month, -1);
  const days = new Date(Date.parse(end) - 1).getUTCDate();
  let piece = `${columns.join(',')}\n`;
  for (let index = 0; index < count; index++) {
    piece += row({ cloud, month, end, days, components, index });
    if (piece.length > 1024 * 1024) {
      yield Buffer.from(piece);
      piece = '';
    }
  }
  yield Buffer.from(piece);
}

function row({ cloud, month, end, days, components, index }) {
  const component = index % components;
  const turn = Math.floor(index / components);
  const [category, service, unit] =
    services[(component + turn) % services.length];
  const environment = environments[(component + turn) % environments.length];
  // A prime's steps go through days and sizes alike.
  const day = String(((index * 37) % days) + 1).padStart(2, '0');
  const quantity = ((index * 7919) % 24_000) + 1;
  const cost = (quantity * 125) / 1e4;
  const text = cost.toFixed(4);
  const name = `svc-${component}`;
  return (
    [
      '',
      text,
      `${cloud.source}-account`,
      'Brennvik',
      'EUR',
      `${end}T00:00:00Z`,
      `${month}T00:00:00Z`,
      'Usage',
      '',
      `"${service}, ${environment}"`,
      'Usage-Based',
      `${month.slice(0, 8)}${day}T23:59:59Z`,
      `${month.slice(0, 8)}${day}T00:00:00Z`,
      '',
      '',
      '',
      '',
      '',
      quantity,
      unit,
      text,
      '0.0125',
      text,
      cloud.provider,
      text,
      '0.0125',
      'Standard',
      quantity,
      unit,
      cloud.provider,
      cloud.provider,
      'eu-central-1',
      'Frankfurt',
      `arn:${cloud.source}:${service.replaceAll(' ', '-')}:${name}-${
        turn % 40
      }`,
      `${name}-${turn % 40}`,
      service,
      category,
      service,
      `SKU-${service.length}`,
      `SKU-${service.length}-1`,
      `${cloud.source}-${environment}`,
      environment,
      `"{""application"": ""${name}"", ""environment"": ""${environment}""}"`,
    ].join(',') + '\n'
  );
}
