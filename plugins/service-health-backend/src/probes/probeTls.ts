import net from 'node:net';
import tls from 'node:tls';
import type { CheckSettings } from '@portal/plugin-service-health-common';
import type { ProbeContext, ProbeResult } from './ProbeResult';

const dayMs = 86_400_000;

/** Looks at a certificate: is it valid, trusted, made for this host, and for how long yet? */
export async function probeTls(
  settings: Extract<CheckSettings, { kind: 'tls' }>,
  context: ProbeContext,
): Promise<ProbeResult> {
  const signal = AbortSignal.timeout(context.timeout);
  const started = performance.now();
  const { address } = await context.guard.check(settings.host);
  signal.throwIfAborted();
  const found = await new Promise<{ problem?: string; validTo: string }>(
    (resolve, reject) => {
      const transport = net.connect({
        host: address,
        port: settings.port,
        signal,
      });
      const socket = tls.connect({
        socket: transport,
        servername: net.isIP(settings.host) ? undefined : settings.host,
        host: settings.host,
        // Nothing is sent. What is wrong with a certificate is what we are here to say.
        rejectUnauthorized: false,
      });
      transport.once('error', reject);
      socket.once('error', reject);
      socket.once('secureConnect', () => {
        const certificate = socket.getPeerCertificate();
        resolve({
          problem: socket.authorizationError
            ? String(socket.authorizationError)
            : undefined,
          validTo: certificate.valid_to,
        });
        socket.destroy();
      });
    },
  );
  const latency = Math.round(performance.now() - started);
  const left = Math.floor((Date.parse(found.validTo) - Date.now()) / dayMs);
  if (left < 0) {
    return {
      state: 'down',
      latency,
      reason: `The certificate ended on ${dayOf(found.validTo)}`,
    };
  }
  if (found.problem) {
    return {
      state: 'down',
      latency,
      reason: `The certificate is not valid: ${found.problem}`,
    };
  }
  return left < settings.days
    ? {
        state: 'degraded',
        latency,
        reason: `The certificate ends in ${left} days, on ${dayOf(
          found.validTo,
        )}`,
      }
    : { state: 'up', latency };
}

function dayOf(instant: string): string {
  return new Date(instant).toISOString().slice(0, 10);
}
