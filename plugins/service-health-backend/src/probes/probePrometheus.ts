import type { CheckSettings } from '@portal/plugin-service-health-common';
import type { MonitoringServers } from '../monitoring/MonitoringServers';
import type { ProbeResult } from './ProbeResult';

type PrometheusSettings = Extract<CheckSettings, { kind: 'prometheus' }>;
type Sample = { labels: Record<string, string>; value: number };

/**
 * Asks an instant query, and judges each value that it answers; the worst one counts. A server that does not answer says nothing
 * about the service: that is `unknown`.
 *
 * @see https://prometheus.io/docs/prometheus/latest/querying/api/#instant-queries
 */
export async function probePrometheus(
  settings: PrometheusSettings,
  context: { prometheus: MonitoringServers; timeout: number },
): Promise<ProbeResult> {
  const { server, query } = settings;
  let samples: Sample[];
  try {
    const { body } = await context.prometheus.ask(
      server,
      `/api/v1/query?${new URLSearchParams({ query })}`,
      context.timeout,
    );
    samples = readSamples(body);
  } catch (error) {
    return { state: 'unknown', reason: (error as Error).message };
  }
  if (samples.length === 0) {
    return { state: settings.none, reason: 'No series has a value' };
  }
  return (
    firstOutside(samples, settings.min, settings.max, 'down') ??
    firstOutside(samples, settings.warnMin, settings.warnMax, 'degraded') ?? {
      state: 'up',
    }
  );
}

function firstOutside(
  samples: readonly Sample[],
  min: number | undefined,
  max: number | undefined,
  state: 'down' | 'degraded',
): ProbeResult | undefined {
  for (const { labels, value } of samples) {
    if (min !== undefined && value < min) {
      return { state, reason: `${describe(labels, value)}, less than ${min}` };
    }
    if (max !== undefined && value > max) {
      return { state, reason: `${describe(labels, value)}, more than ${max}` };
    }
  }
  return undefined;
}

function describe(labels: Record<string, string>, value: number): string {
  const { __name__: name = 'The value', ...others } = labels;
  const named = Object.entries(others).map(([key, text]) => `${key}="${text}"`);
  const series = named.length > 0 ? `${name}{${named.join(',')}}` : name;
  return `${series.slice(0, 200)} is ${value}`;
}

/** Values that are no number (`NaN`) are left out: they say that there was nothing to calculate from. */
function readSamples(body: unknown): Sample[] {
  const answer = body as {
    status?: unknown;
    error?: unknown;
    data?: { resultType?: unknown; result?: unknown };
  } | null;
  if (answer?.status !== 'success') {
    throw new Error(
      `The query is refused: ${answer?.error ?? 'no reason is given'}`,
    );
  }
  const { resultType, result } = answer.data ?? {};
  if (resultType === 'scalar') {
    return [{ labels: {}, value: numberOf(result) }].filter(isNumber);
  }
  if (resultType !== 'vector' || !Array.isArray(result)) {
    throw new Error(
      `The query answers a ${resultType}; write one that answers a vector or a scalar`,
    );
  }
  return result
    .map(({ metric, value }) => ({
      labels: metric ?? {},
      value: numberOf(value),
    }))
    .filter(isNumber);
}

function isNumber({ value }: Sample): boolean {
  return !Number.isNaN(value);
}

/** Prometheus writes values as texts, `+Inf` and `-Inf` among them. */
function numberOf(pair: unknown): number {
  const text = Array.isArray(pair) ? String(pair[1]) : 'NaN';
  const infinite = /^([+-])Inf$/.exec(text);
  if (infinite) {
    return infinite[1] === '+' ? Infinity : -Infinity;
  }
  return Number(text);
}
