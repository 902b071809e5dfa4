import { parseEntityRef } from '@backstage/catalog-model';
import {
  defaultTierEdition,
  doraMetricIds,
  overviewWindows,
  tierEditionYears,
  wholeCompany,
  type DoraMetricId,
  type OverviewWindow,
  type ServiceOrder,
  type TierEditionYear,
} from '@portal/plugin-dora-common';
import { comparisons, type Comparison } from '@portal/plugin-metrics-common';
import { compareParam } from '@portal/plugin-metrics-react';
import { editionParam, environmentParam, metricParam } from '../routes';

/** What a view of many services shows. */
export type OverviewSelection = {
  /** Absent where the address names none. */
  scope?: string;
  days: OverviewWindow;
  /** What the window is compared with. */
  compare: Comparison;
  environment?: string;
  edition: TierEditionYear;
  /** Today's members for the whole period. */
  asOf?: 'now';
  metric: DoraMetricId;
  order: ServiceOrder;
};

const orders: readonly ServiceOrder[] = ['value', 'change', 'name'];
const scopeKinds = ['group', 'system', 'domain'];
const defaultDays = 90;

const names = {
  scope: 'scope',
  days: 'period',
  compare: compareParam,
  environment: environmentParam,
  edition: editionParam,
  asOf: 'asof',
  metric: metricParam,
  order: 'order',
} as const satisfies Record<keyof OverviewSelection, string>;

const defaults: Partial<Record<keyof OverviewSelection, unknown>> = {
  days: defaultDays,
  compare: comparisons[0],
  edition: defaultTierEdition,
  metric: doraMetricIds[0],
  order: orders[0],
};

function readScope(text: string | null): string | undefined {
  const scope = text?.toLocaleLowerCase('en-US');
  if (!scope || scope === wholeCompany) {
    return scope || undefined;
  }
  try {
    return scopeKinds.includes(parseEntityRef(scope).kind) ? scope : undefined;
  } catch {
    return undefined;
  }
}

/** Reads the selection from an address; anything that makes no sense is the default. */
export function readOverview(params: URLSearchParams): OverviewSelection {
  const among = <T>(values: readonly T[], key: keyof OverviewSelection) =>
    values.find(value => String(value) === params.get(names[key]));
  return {
    scope: readScope(params.get(names.scope)),
    days: among(overviewWindows, 'days') ?? defaultDays,
    compare: among(comparisons, 'compare') ?? comparisons[0],
    environment: params.get(names.environment) || undefined,
    edition: among(tierEditionYears, 'edition') ?? defaultTierEdition,
    asOf: among(['now'] as const, 'asOf'),
    metric: among(doraMetricIds, 'metric') ?? doraMetricIds[0],
    order: among(orders, 'order') ?? orders[0],
  };
}

/** Writes a change of the selection into an address, keeping whatever else is in it. What is the default is left out. */
export function writeOverview(
  params: URLSearchParams,
  change: Partial<OverviewSelection>,
): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const key of Object.keys(change) as (keyof OverviewSelection)[]) {
    const value = change[key];
    if (value === undefined || value === defaults[key]) {
      next.delete(names[key]);
    } else {
      next.set(names[key], String(value));
    }
  }
  return next;
}
