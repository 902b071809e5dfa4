import { openDelivery } from '../reports/openDelivery';
import type { ReportParser } from '../reports/Parser';
import { sourceOf } from '../reports/sourceOf';
import type { ArgocdContext, ArgocdOptions } from './ArgocdContext';
import { argocdHealth } from './argocdHealth';
import { argocdSync } from './argocdSync';

/**
 * Reads what the template of docs/operator-guide/delivery-sources/argo-cd.md sends. Argo CD has no payload of its own.
 *
 * @internal
 */
export function createArgocdParser(options: ArgocdOptions = {}): ReportParser {
  return delivery => {
    const payload = openDelivery(delivery);
    const context: ArgocdContext = {
      payload,
      options,
      source: sourceOf({
        sender: 'argocd',
        host: payload.at('argocdUrl').url,
        publicHost: '',
      }),
      // That it is an instant was checked when the delivery was opened.
      receivedAt: Date.parse(delivery.receivedAt),
    };
    const sync = argocdSync(context);
    const incidents = argocdHealth(context);
    if ('deployment' in sync) {
      return { facts: [sync.deployment, ...incidents] };
    }
    return incidents.length > 0
      ? { facts: incidents }
      : { facts: [], ignored: sync.ignored };
  };
}
