import type { ProbeResult } from './ProbeResult';

/** `up`, or `degraded` where it took longer than expected. */
export function judgeLatency(latency: number, within?: number): ProbeResult {
  return within !== undefined && latency > within
    ? {
        state: 'degraded',
        latency,
        reason: `It took ${latency} ms, expected are ${within} ms`,
      }
    : { state: 'up', latency };
}
