import { dayLength, describeDay } from './calendar.mjs';
import { listResources, services, sources } from './costResources.mjs';
import { between, createRandom } from './random.mjs';

const growthPerYear = 1.07;
const firstDay = Date.UTC(2025, 0, 1) / dayLength;
/** Parcels before Christmas; little moves in summer. By month. */
const season = [
  0.96, 0.95, 0.97, 0.99, 1, 0.98, 0.93, 0.94, 1, 1.05, 1.2, 1.28,
];
const anomalyComponent = 'tracking-service';
const anomalyFactor = 4;
const anomalyDays = 2;
const scale = 10 ** 4;
const taxRate = 0.021;

/** Columns of a file, in the order in which they come. FOCUS 1.2, and two of our own. */
export const costColumns = [
  'AvailabilityZone',
  'BilledCost',
  'BillingAccountId',
  'BillingAccountName',
  'BillingAccountType',
  'BillingCurrency',
  'BillingPeriodEnd',
  'BillingPeriodStart',
  'CapacityReservationId',
  'CapacityReservationStatus',
  'ChargeCategory',
  'ChargeClass',
  'ChargeDescription',
  'ChargeFrequency',
  'ChargePeriodEnd',
  'ChargePeriodStart',
  'CommitmentDiscountCategory',
  'CommitmentDiscountId',
  'CommitmentDiscountName',
  'CommitmentDiscountQuantity',
  'CommitmentDiscountStatus',
  'CommitmentDiscountType',
  'CommitmentDiscountUnit',
  'ConsumedQuantity',
  'ConsumedUnit',
  'ContractedCost',
  'ContractedUnitPrice',
  'EffectiveCost',
  'InvoiceId',
  'InvoiceIssuerName',
  'ListCost',
  'ListUnitPrice',
  'PricingCategory',
  'PricingCurrency',
  'PricingCurrencyContractedUnitPrice',
  'PricingCurrencyEffectiveCost',
  'PricingCurrencyListUnitPrice',
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
  'ServiceSubcategory',
  'SkuId',
  'SkuMeter',
  'SkuPriceDetails',
  'SkuPriceId',
  'SubAccountId',
  'SubAccountName',
  'SubAccountType',
  'Tags',
  'x_Utilisation',
  'x_ResourceState',
];

/**
 * What a cloud charges for in a month up to a day, as a FOCUS file. The same each time for the same days.
 *
 * @remarks
 *
 * The tax of a month comes with its last day, as the invoice does. Prices times quantities are the cost to the last digit.
 *
 * @param {object} options
 * @param {keyof typeof sources} options.source
 * @param {string} options.month - such as 2026-11
 * @param {Date} options.until - days that begin before this are in
 * @param {number} options.anomalyDay - since 1970-01-01; the first day on which something goes wrong
 * @returns {{ csv: string, lines: number, days: number }}
 */
export function generateCostMonth({ source, month, until, anomalyDay }) {
  const first = Date.parse(`${month}-01T00:00:00Z`) / dayLength;
  const next = nextMonth(first);
  const end = Math.min(next, Math.floor(until.getTime() / dayLength));
  const file = new CostFile(sources[source], month, first, next);
  const resources = listResources(source);
  for (let day = first; day < end; day++) {
    file.addDay(day, resources, anomalyDay);
  }
  if (end === next) {
    file.addTax(next - 1);
  }
  const rows = file.rows.map(row =>
    costColumns.map(column => cell(row[column])).join(','),
  );
  return {
    csv: `${[costColumns.join(','), ...rows].join('\n')}\n`,
    lines: rows.length,
    days: Math.max(0, end - first),
  };
}

/**
 * The months of history up to yesterday, the oldest first.
 *
 * @param {Date} now
 * @param {number} count
 * @returns {string[]} such as 2026-11
 */
export function costMonths(now, count = 14) {
  const yesterday = new Date(
    (Math.floor(now.getTime() / dayLength) - 1) * dayLength,
  );
  return Array.from({ length: count }, (_, index) =>
    new Date(
      Date.UTC(
        yesterday.getUTCFullYear(),
        yesterday.getUTCMonth() - count + 1 + index,
        1,
      ),
    )
      .toISOString()
      .slice(0, 7),
  );
}

/** The rows of one file while it is made. Amounts are whole numbers of the eighth decimal, so that nothing is lost. */
class CostFile {
  rows = [];
  #cloud;
  #common;
  #month;
  #first;
  #billed = 0n;

  constructor(cloud, month, first, next) {
    this.#cloud = cloud;
    this.#month = month;
    this.#first = first;
    const { billingAccount, issuer, provider } = cloud;
    this.#common = {
      BillingAccountId: billingAccount.id,
      BillingAccountName: billingAccount.name,
      BillingAccountType: billingAccount.type,
      BillingCurrency: 'EUR',
      BillingPeriodStart: instant(first),
      BillingPeriodEnd: instant(next),
      InvoiceId: `${provider.toUpperCase()}-${month}`,
      InvoiceIssuerName: issuer,
      PricingCurrency: 'EUR',
      ProviderName: provider,
      PublisherName: provider,
    };
  }

  addDay(day, resources, anomalyDay) {
    const { commitment } = this.#cloud;
    let left = commitment ? BigInt(commitment.daily) * 10n ** 8n : 0n;
    for (const resource of resources) {
      const charge = priceOf(resource, amountOf(resource, day, anomalyDay));
      let effective = charge.contracted;
      let covered = false;
      if (resource.commitment && commitment) {
        // Whole percents keep the amounts at eight decimals.
        const committed =
          (charge.contracted *
            BigInt(Math.round((1 - commitment.saving) * 100))) /
          100n;
        if (committed <= left) {
          left -= committed;
          effective = committed;
          covered = true;
        }
      }
      this.#add({
        ...this.#usage(resource, day, charge),
        BilledCost: covered ? 0n : charge.contracted,
        EffectiveCost: effective,
        PricingCategory: covered ? 'Committed' : 'Standard',
        ...(covered &&
          commitmentColumns(
            commitment,
            'Used',
            quantityOfCommitment(commitment, effective, charge.quantity),
          )),
      });
    }
    if (commitment) {
      this.#addCommitment(day, commitment, left);
    }
    this.#addExceptions(day, resources);
  }

  addTax(day) {
    const tax = (this.#billed * BigInt(taxRate * 1000)) / 1000n;
    this.#add({
      ...this.#period(day),
      ChargeCategory: 'Tax',
      ChargeDescription: 'Levy on digital services',
      ChargeFrequency: 'Recurring',
      ...costs(tax),
      ServiceCategory: 'Other',
      ServiceSubcategory: 'Other (Other)',
      ServiceName: 'Tax',
    });
  }

  #addCommitment(day, commitment, left) {
    const service = services[commitment.service];
    const total = BigInt(commitment.daily) * 10n ** 8n;
    const common = {
      ...this.#period(day),
      ...serviceColumns(service),
      ResourceId: commitment.id,
      ResourceName: commitment.name,
      ResourceType: commitment.type,
      SkuId: `${commitment.type}-1y`.replaceAll(' ', '-'),
      SkuMeter: commitment.type,
      SkuPriceId: `${commitment.type}-1y-eur`.replaceAll(' ', '-'),
      ...prices(10_000n, 10_000n),
      PricingUnit: 'EUR',
    };
    this.#add({
      ...common,
      ChargeCategory: 'Purchase',
      ChargeDescription: `${commitment.name}, a day of the term`,
      ChargeFrequency: 'Recurring',
      PricingCategory: 'Standard',
      PricingQuantity: decimal(total, 8),
      BilledCost: total,
      EffectiveCost: 0n,
      ListCost: total,
      ContractedCost: total,
      ...commitmentColumns(
        commitment,
        undefined,
        quantityOfCommitment(commitment, total),
      ),
    });
    if (left > 0n) {
      this.#add({
        ...common,
        ChargeCategory: 'Usage',
        ChargeDescription: `${commitment.name}, unused`,
        ChargeFrequency: 'Usage-Based',
        PricingCategory: 'Committed',
        PricingQuantity: decimal(left, 8),
        BilledCost: 0n,
        EffectiveCost: left,
        ListCost: left,
        ContractedCost: left,
        ...commitmentColumns(
          commitment,
          'Unused',
          quantityOfCommitment(commitment, left),
        ),
      });
    }
  }

  /** Once a month each: a credit, a correction of the month before, an adjustment. */
  #addExceptions(day, resources) {
    const { provider } = this.#cloud;
    const dayOfMonth = day - this.#first + 1;
    const random = createRandom(`cost exceptions ${provider} ${this.#month}`);
    const cents = (low, high) =>
      -BigInt(Math.round(between(random, low, high) * 100)) * 10n ** 6n;
    const sample = resources[0];
    if (dayOfMonth === 15 && provider !== 'Oracle') {
      this.#add({
        ...this.#period(day),
        ...serviceColumns(services[sample.service]),
        ChargeCategory: 'Credit',
        ChargeDescription: 'Migration programme',
        ChargeFrequency: 'One-Time',
        ...costs(cents(400, 900)),
      });
    }
    if (dayOfMonth === 10 && provider === 'Oracle') {
      this.#add({
        ...this.#period(day),
        ...serviceColumns(services[sample.service]),
        ChargeCategory: 'Adjustment',
        ChargeDescription: 'Rounding of the invoice',
        ChargeFrequency: 'One-Time',
        ...costs(cents(1, 40)),
      });
    }
    if (dayOfMonth === 4 && provider === 'AWS') {
      this.#add({
        ...this.#usage(sample, this.#first - 3, priceOf(sample, 1)),
        ChargeClass: 'Correction',
        ChargeDescription: 'Correction of the month before',
        PricingCategory: 'Standard',
        ConsumedQuantity: undefined,
        ConsumedUnit: undefined,
        ...costs(cents(20, 160)),
        PricingQuantity: undefined,
        PricingUnit: undefined,
      });
    }
  }

  #usage(resource, day, charge) {
    const { region } = this.#cloud;
    const service = services[resource.service];
    const { account } = resource;
    const sku = `${resource.service}-${resource.instanceType ?? 'standard'}`;
    return {
      ...this.#period(day),
      ...serviceColumns(service),
      ChargeCategory: 'Usage',
      ChargeDescription: `${service.name}, ${
        resource.instanceType ?? service.unit.toLowerCase()
      }`,
      ChargeFrequency: 'Usage-Based',
      ConsumedQuantity: decimal(charge.quantity, 4),
      ConsumedUnit: service.unit,
      ContractedCost: charge.contracted,
      ListCost: charge.list,
      ...prices(charge.listPrice, charge.contractedPrice),
      PricingQuantity: decimal(charge.quantity, 4),
      PricingUnit: service.unit,
      RegionId: region.id,
      RegionName: region.name,
      AvailabilityZone: resource.instanceType && `${region.id}a`,
      ResourceId: resource.id,
      ResourceName: resource.name,
      ResourceType: resource.type,
      SkuId: sku,
      SkuMeter: service.unit,
      SkuPriceId: `${sku}-eur`,
      SkuPriceDetails:
        resource.instanceType &&
        JSON.stringify({ InstanceType: resource.instanceType }),
      SubAccountId: account.id,
      SubAccountName: account.name,
      SubAccountType: this.#cloud.subAccountType,
      Tags: Object.keys(resource.tags).length
        ? JSON.stringify(resource.tags)
        : undefined,
      x_Utilisation: resource.utilisation?.toString(),
      x_ResourceState: resource.state,
    };
  }

  #period(day) {
    return {
      ...this.#common,
      ChargePeriodStart: instant(day),
      ChargePeriodEnd: instant(day + 1),
    };
  }

  #add(row) {
    this.#billed += row.BilledCost;
    this.rows.push({
      ...row,
      BilledCost: decimal(row.BilledCost, 8),
      EffectiveCost: decimal(row.EffectiveCost, 8),
      ListCost: decimal(row.ListCost, 8),
      ContractedCost: decimal(row.ContractedCost, 8),
      PricingCurrencyEffectiveCost: decimal(row.EffectiveCost, 8),
    });
  }
}

/** EUR of a resource on a day. */
function amountOf(resource, day, anomalyDay) {
  const { weekend, holidays, month } = describeDay(day);
  const years = (day - firstDay) / 365;
  const random = createRandom(`cost ${resource.id} ${day}`);
  let amount =
    resource.daily * (resource.growth ?? growthPerYear) ** years * 0.82;
  if (resource.rhythm === 'production') {
    amount *=
      season[month - 1] * (weekend ? 0.86 : 1.02) * (holidays ? 0.9 : 1);
  } else if (resource.rhythm === 'trial') {
    // Switched off at weekends, mostly.
    amount *= weekend || holidays ? 0.45 : 1.1;
  } else {
    amount *= 1 + (season[month - 1] - 1) / 3;
  }
  if (
    resource.component === anomalyComponent &&
    resource.environment === 'PROD1' &&
    resource.rhythm === 'production' &&
    day >= anomalyDay &&
    day < anomalyDay + anomalyDays
  ) {
    amount *= anomalyFactor;
  }
  return amount * between(random, 0.97, 1.03);
}

/** Quantity and costs that fit the prices of a service. Prices and quantities have four decimals, costs eight. */
function priceOf(resource, amount) {
  const { price, discount } = services[resource.service];
  const contractedPrice = BigInt(Math.round(Number(price) * scale));
  const listPrice = (contractedPrice * BigInt(100 + discount) + 50n) / 100n;
  const quantity = BigInt(
    Math.max(1, Math.round((amount / Number(price)) * scale)),
  );
  return {
    quantity,
    contractedPrice,
    listPrice,
    contracted: quantity * contractedPrice,
    list: quantity * listPrice,
  };
}

function quantityOfCommitment(commitment, amount, quantity) {
  return commitment.unit === 'EUR' || quantity === undefined
    ? decimal(amount, 8)
    : decimal(quantity, 4);
}

function commitmentColumns(commitment, status, quantity) {
  return {
    CommitmentDiscountCategory: commitment.category,
    CommitmentDiscountId: commitment.id,
    CommitmentDiscountName: commitment.name,
    CommitmentDiscountQuantity: quantity,
    CommitmentDiscountStatus: status,
    CommitmentDiscountType: commitment.type,
    CommitmentDiscountUnit: commitment.unit,
  };
}

function serviceColumns({ category, subcategory, name }) {
  return {
    ServiceCategory: category,
    ServiceSubcategory: subcategory,
    ServiceName: name,
  };
}

function prices(list, contracted) {
  return {
    ListUnitPrice: decimal(list, 4),
    ContractedUnitPrice: decimal(contracted, 4),
    PricingCurrencyListUnitPrice: decimal(list, 4),
    PricingCurrencyContractedUnitPrice: decimal(contracted, 4),
  };
}

/** The same amount in all four metrics, as for what no price list has. */
function costs(amount) {
  return {
    BilledCost: amount,
    EffectiveCost: amount,
    ListCost: amount,
    ContractedCost: amount,
  };
}

/** A whole number of the last decimal as text, without zeros at the end. */
function decimal(value, decimals) {
  const digits = String(value < 0n ? -value : value).padStart(
    decimals + 1,
    '0',
  );
  const fraction = digits.slice(-decimals).replace(/0+$/, '');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -decimals)}${
    fraction && `.${fraction}`
  }`;
}

function instant(day) {
  return new Date(day * dayLength).toISOString().replace('.000Z', 'Z');
}

function nextMonth(day) {
  const date = new Date(day * dayLength);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) / dayLength;
}

function cell(value = '') {
  return /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
