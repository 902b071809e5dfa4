import net from 'node:net';
import type { CheckSettings } from '@portal/plugin-service-health-common';
import { judgeLatency } from './judgeLatency';
import type { ProbeContext, ProbeResult } from './ProbeResult';

/** Opens a connection and closes it. */
export async function probeTcp(
  settings: Extract<CheckSettings, { kind: 'tcp' }>,
  context: ProbeContext,
): Promise<ProbeResult> {
  const signal = AbortSignal.timeout(context.timeout);
  const started = performance.now();
  const { address } = await context.guard.check(settings.host);
  signal.throwIfAborted();
  await new Promise<void>((resolve, reject) => {
    const socket = net.connect({ host: address, port: settings.port, signal });
    socket.once('connect', () => {
      socket.destroy();
      resolve();
    });
    socket.once('error', reject);
  });
  const latency = Math.round(performance.now() - started);
  return judgeLatency(latency, settings.within);
}
