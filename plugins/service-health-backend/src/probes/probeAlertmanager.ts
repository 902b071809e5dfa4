import type { CheckSettings } from '@portal/plugin-service-health-common';
import type { MonitoringServers } from '../monitoring/MonitoringServers';
import type { ProbeResult } from './ProbeResult';

type AlertmanagerSettings = Extract<CheckSettings, { kind: 'alertmanager' }>;
type Alert = {
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
};

/** Severities that somebody is not called out of bed for. An alert without a severity counts in full. */
const lesser = new Set(['warning', 'warn', 'info', 'none', 'low']);

/**
 * Asks which alerts are active; what is silenced or inhibited is not. A server that does not answer says nothing about the service:
 * that is `unknown`.
 *
 * @see https://github.com/prometheus/alertmanager/blob/main/api/v2/openapi.yaml
 */
export async function probeAlertmanager(
  settings: AlertmanagerSettings,
  context: { alertmanager: MonitoringServers; timeout: number },
): Promise<ProbeResult> {
  const query = new URLSearchParams({
    active: 'true',
    silenced: 'false',
    inhibited: 'false',
    unprocessed: 'false',
  });
  for (const matcher of settings.matchers) {
    query.append('filter', matcher);
  }
  try {
    const { status, body } = await context.alertmanager.ask(
      settings.server,
      `/api/v2/alerts?${query}`,
      context.timeout,
    );
    if (status !== 200 || !Array.isArray(body)) {
      throw new Error(`The question is refused: ${JSON.stringify(body)}`);
    }
    return judge(body);
  } catch (error) {
    return { state: 'unknown', reason: (error as Error).message.slice(0, 500) };
  }
}

/** Fails where it is given something that is no alert. */
function judge(alerts: readonly Alert[]): ProbeResult {
  const worst = alerts.find(alert => !isLesser(alert)) ?? alerts[0];
  return worst
    ? {
        state: isLesser(worst) ? 'degraded' : 'down',
        reason: describe(worst, alerts.length),
      }
    : { state: 'up' };
}

function isLesser({ labels }: Alert): boolean {
  return lesser.has(labels?.severity?.toLowerCase() ?? '');
}

function describe({ labels, annotations }: Alert, count: number): string {
  const name = labels?.alertname ?? 'An alert';
  const summary = annotations?.summary ?? annotations?.description;
  const told = summary ? `${name}: ${summary}` : `${name} is active`;
  const others = count > 1 ? ` (and ${count - 1} more)` : '';
  return `${told.slice(0, 300)}${others}`;
}
