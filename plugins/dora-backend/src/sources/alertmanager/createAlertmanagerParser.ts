import { collectParts } from '../reports/collectParts';
import { openDelivery } from '../reports/openDelivery';
import type { ParsedDelivery, ReportParser } from '../reports/Parser';
import type { AlertmanagerOptions } from './AlertmanagerOptions';
import { isIncidentAlert, readAlert } from './alertIncident';

/**
 * Reads the groups of alerts that Prometheus Alertmanager sends:
 * https://prometheus.io/docs/alerting/latest/configuration/#webhook_config
 *
 * @internal
 */
export function createAlertmanagerParser(
  options: AlertmanagerOptions = {},
): ReportParser {
  return delivery => {
    const payload = openDelivery(delivery);
    const alerts = payload
      .at('alerts')
      .list()
      .filter(alert => isIncidentAlert(alert, options));
    const left = payload.at('truncatedAlerts');
    const parsed: ParsedDelivery =
      alerts.length === 0
        ? { facts: [], ignored: 'no alert with the labels of an incident' }
        : collectParts(alerts, alert => [readAlert(alert, options)]);
    if (left.isMissing || left.count() === 0) {
      return parsed;
    }
    const reason = `${
      left.path
    }: Alertmanager left out ${left.count()} alerts of the group; remove max_alerts from its webhook_configs`;
    return {
      ...parsed,
      rejected: [
        ...(parsed.rejected ?? []),
        { index: payload.at('alerts').items.length, reason },
      ],
    };
  };
}
