import { parseEntityRef } from '@backstage/catalog-model';
import type { DoraMetricId } from '@portal/plugin-dora-common';

/** Path of a component's delivery tab, with a figure chosen. */
export function deliveryTabLink(
  entityRef: string,
  metric: DoraMetricId,
): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const page = [namespace, kind, name].map(encodeURIComponent).join('/');
  return `/catalog/${page}/delivery?${new URLSearchParams({
    period: '90',
    metric,
  })}`;
}

/** Path of the page about the delivery of a group over 28 days. */
export function groupDeliveryLink(groupRef: string): string {
  return `/dora?${new URLSearchParams({ scope: groupRef, period: '28' })}`;
}
