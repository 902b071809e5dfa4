import type { Allocation } from './OpenCostClient';

/** The columns of what allocations become. */
export const openCostColumns = [
  'BilledCost',
  'EffectiveCost',
  'ListCost',
  'ContractedCost',
  'BillingCurrency',
  'BillingPeriodStart',
  'BillingPeriodEnd',
  'ChargePeriodStart',
  'ChargePeriodEnd',
  'ChargeCategory',
  'ChargeFrequency',
  'ChargeDescription',
  'ProviderName',
  'PublisherName',
  'InvoiceIssuerName',
  'SubAccountId',
  'SubAccountName',
  'ServiceCategory',
  'ServiceName',
  'ResourceId',
  'ResourceName',
  'ResourceType',
  'Tags',
] as const;

const idleMark = '__idle__';
const unallocated = '__unallocated__';
const nothing = /^__(?:unallocated|unmounted|idle)__$/;
const dimensions = [
  'cluster',
  'namespace',
  'controllerKind',
  'controller',
] as const;

/**
 * An allocation of a day as a row of FOCUS. What nothing used has the tag `idle`, by which a rule of allocation finds it.
 *
 * @internal
 */
export function openCostLine(
  [name, allocation]: [name: string, allocation: Allocation],
  options: {
    day: string;
    aggregate: string[];
    provider: string;
    currency?: string;
  },
): Record<(typeof openCostColumns)[number], string> {
  const { day, aggregate, provider, currency } = options;
  const isIdle = name.includes(idleMark);
  const found: Record<string, string | undefined> = isIdle
    ? { cluster: clusterOfIdle(name, allocation) }
    : dimensionsOf(name, allocation, aggregate);
  const { cluster, namespace, controllerKind, controller } = found;
  // What is not written as a number is kept as it is, so that it is seen among the rows that were rejected.
  const cost = allocation.totalCost ?? 'NaN';
  const resource = isIdle
    ? idleMark
    : resourceOf(name, { cluster, namespace, controller, aggregate });
  return {
    BilledCost: cost,
    EffectiveCost: cost,
    ListCost: cost,
    ContractedCost: cost,
    BillingCurrency: currency ?? '',
    BillingPeriodStart: `${day.slice(0, 7)}-01T00:00:00Z`,
    BillingPeriodEnd: startOfNext(`${day.slice(0, 7)}-01`, 'month'),
    ChargePeriodStart: `${day}T00:00:00Z`,
    ChargePeriodEnd: startOfNext(day, 'day'),
    ChargeCategory: 'Usage',
    ChargeFrequency: 'Usage-Based',
    ChargeDescription: isIdle
      ? 'Capacity that nothing used'
      : `Capacity of ${controllerKind ?? 'workloads'}`,
    ProviderName: provider,
    PublisherName: provider,
    InvoiceIssuerName: provider,
    SubAccountId: cluster ?? '',
    SubAccountName: cluster ?? '',
    ServiceCategory: 'Compute',
    ServiceName: 'Kubernetes',
    ResourceId: cluster ? `${cluster}/${resource}` : resource,
    ResourceName: controller ?? namespace ?? resource,
    ResourceType: typeOf(found, isIdle),
    Tags: JSON.stringify({
      ...allocation.properties?.namespaceLabels,
      ...allocation.properties?.labels,
      ...found,
      ...(isIdle && { idle: 'true' }),
    }),
  };
}

function typeOf(
  { controllerKind, namespace }: Record<string, string | undefined>,
  isIdle: boolean,
): string {
  if (isIdle) {
    return 'cluster';
  }
  return controllerKind ?? (namespace ? 'namespace' : 'workload');
}

function resourceOf(
  name: string,
  {
    cluster,
    namespace,
    controller,
    aggregate,
  }: {
    cluster?: string;
    namespace?: string;
    controller?: string;
    aggregate: string[];
  },
): string {
  if (aggregate.includes('namespace') || aggregate.includes('controller')) {
    return `${namespace ?? unallocated}/${controller ?? unallocated}`;
  }
  return cluster && name.startsWith(`${cluster}/`)
    ? name.slice(cluster.length + 1)
    : name;
}

/** The name has what was put together, in its order; the properties may have more. */
function dimensionsOf(
  name: string,
  { properties }: Allocation,
  aggregate: string[],
): Record<string, string | undefined> {
  const found: Record<string, string | undefined> = {};
  const parts = name.split('/');
  aggregate.forEach((field, index) => {
    const part = parts.length === aggregate.length ? parts[index] : undefined;
    if (part && !nothing.test(part)) {
      const label = /^label:(.+)$/.exec(field)?.[1];
      if (label !== undefined) {
        found[label] = part.startsWith(`${label}=`)
          ? part.slice(label.length + 1)
          : part;
      } else if (field === 'controller' && part.includes(':')) {
        [found.controllerKind, found.controller] = part.split(/:(.*)/s);
      } else {
        found[field] = part;
      }
    }
  });
  for (const dimension of dimensions) {
    const value = properties?.[dimension];
    if (value && !nothing.test(value)) {
      found[dimension] = value;
    }
  }
  return found;
}

function clusterOfIdle(
  name: string,
  { properties }: Allocation,
): string | undefined {
  const cluster = properties?.cluster ?? name.split('/')[0];
  return nothing.test(cluster) ? undefined : cluster;
}

function startOfNext(day: string, unit: 'day' | 'month'): string {
  const [year, month, date] = day.split('-').map(Number);
  return new Date(
    unit === 'day'
      ? Date.UTC(year, month - 1, date + 1)
      : Date.UTC(year, month, 1),
  )
    .toISOString()
    .replace('.000Z', 'Z');
}
