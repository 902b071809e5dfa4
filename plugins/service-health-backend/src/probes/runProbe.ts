import type { CheckSettings } from '@portal/plugin-service-health-common';
import type { KubernetesClusters } from '../kubernetes/KubernetesClusters';
import type { MonitoringServers } from '../monitoring/MonitoringServers';
import { probeAlertmanager } from './probeAlertmanager';
import { probeHttp } from './probeHttp';
import { probeKubernetes } from './probeKubernetes';
import type { ProbeContext, ProbeResult } from './ProbeResult';
import { probePrometheus } from './probePrometheus';
import { probeTcp } from './probeTcp';
import { probeTls } from './probeTls';

/** What {@link runProbe} works with. */
export type RunProbeContext = ProbeContext & {
  /** Where the portal says whether it is ready. */
  selfUrl: string;
  /** Allows that address alone. */
  selfGuard: ProbeContext['guard'];
  prometheus: MonitoringServers;
  alertmanager: MonitoringServers;
  kubernetes: KubernetesClusters;
};

/**
 * Runs one probe. It never fails: what goes wrong is its result. A target that it may not ask is `unknown`, because nothing was
 * found out about it.
 */
export async function runProbe(
  settings: CheckSettings,
  context: RunProbeContext,
): Promise<ProbeResult> {
  try {
    switch (settings.kind) {
      case 'http':
        return await probeHttp(settings, context);
      case 'tcp':
        return await probeTcp(settings, context);
      case 'tls':
        return await probeTls(settings, context);
      case 'prometheus':
        return await probePrometheus(settings, context);
      case 'alertmanager':
        return await probeAlertmanager(settings, context);
      case 'kubernetes':
        return await probeKubernetes(settings, context);
      case 'self':
        return await probeHttp(
          {
            kind: 'http',
            url: context.selfUrl,
            status: [{ from: 200, to: 299 }],
          },
          { ...context, guard: context.selfGuard },
        );
      default:
        return { state: 'unknown', reason: 'This kind of check is not known' };
    }
  } catch (error) {
    return resultOf(error, context.timeout);
  }
}

function resultOf(error: unknown, timeout: number): ProbeResult {
  const { name, code, message } = error as Error & { code?: string };
  if (name === 'NotAllowedError' || name === 'InputError') {
    return { state: 'unknown', reason: message };
  }
  if (name === 'AbortError' || name === 'TimeoutError') {
    return { state: 'down', reason: `No answer within ${timeout} ms` };
  }
  return { state: 'down', reason: wordsOf(code) ?? (message || String(code)) };
}

function wordsOf(code: string | undefined): string | undefined {
  switch (code) {
    case 'ECONNREFUSED':
      return 'The connection was refused';
    case 'ECONNRESET':
      return 'The connection was cut off';
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'The name could not be resolved';
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return 'There is no way to its network';
    default:
      return undefined;
  }
}
