/** What the service is told by its surroundings. */
export interface Config {
  /** The environment that it runs in, as the developer portal calls it. */
  environment: string;
  host: string;
  port: number;
  logLevel: LogLevel;
  /** How long requests still arrive after the service was told to stop, until every load balancer knows. */
  drainMillis: number;
}

const logLevels = ['debug', 'info', 'warn', 'error'] as const;

/** How much is logged. */
export type LogLevel = (typeof logLevels)[number];

/** Reads the configuration, and fails at what it can not mean, so that a bad deployment never serves. */
export function readConfig(env: Record<string, string | undefined>): Config {
  return {
    environment: env.ENVIRONMENT ?? 'local',
    host: env.HOST ?? '0.0.0.0',
    port: wholeNumber('PORT', env.PORT ?? '8080', 65_535),
    logLevel: logLevel(env.LOG_LEVEL ?? 'info'),
    drainMillis: wholeNumber('DRAIN_MILLIS', env.DRAIN_MILLIS ?? '5000', 30_000),
  };
}

function wholeNumber(name: string, text: string, most: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > most) {
    throw new Error(`${name} must be a whole number from 0 to ${most}, not "${text}"`);
  }
  return value;
}

function logLevel(text: string): LogLevel {
  const level = logLevels.find((known) => known === text);
  if (!level) {
    throw new Error(`LOG_LEVEL must be one of ${logLevels.join(', ')}, not "${text}"`);
  }
  return level;
}
