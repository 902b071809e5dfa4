import { readDurationFromConfig, type Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import type { ConfirmRule } from '@portal/plugin-service-health-common';
import { KubernetesClusters } from './kubernetes/KubernetesClusters';
import { MonitoringServers } from './monitoring/MonitoringServers';

/** The settings of the plugin, with their defaults. */
export type ServiceHealthConfig = {
  allow: readonly string[];
  confirm: ConfirmRule;
  concurrency: number;
  /** Whole minutes. */
  interval: number;
  /** Between 0 and 1. */
  objective: number;
  /** Milliseconds. */
  timeout: number;
  demo: boolean;
  prometheus: MonitoringServers;
  alertmanager: MonitoringServers;
  kubernetes: KubernetesClusters;
  selfUrl: string;
};

/** Reads `serviceHealth`. What is wrong stops the start, and says where. */
export function readServiceHealthConfig(root: Config): ServiceHealthConfig {
  const config = root.getOptionalConfig('serviceHealth');
  const interval = milliseconds(config, 'interval', 60_000) / 60_000;
  const confirm = {
    need: config?.getOptionalNumber('confirm.need') ?? 2,
    of: config?.getOptionalNumber('confirm.of') ?? 3,
  };
  const objective = config?.getOptionalNumber('objective') ?? 99.9;
  const concurrency = config?.getOptionalNumber('concurrency') ?? 200;
  const timeout = milliseconds(config, 'timeout', 10_000);
  check(
    Number.isInteger(interval) && interval >= 1 && interval <= 60,
    'interval',
    'whole minutes from 1 to 60',
  );
  check(
    Number.isInteger(confirm.need) &&
      Number.isInteger(confirm.of) &&
      confirm.need >= 1 &&
      confirm.need <= confirm.of &&
      confirm.of <= 20,
    'confirm',
    'need and of with 1 <= need <= of <= 20',
  );
  check(
    objective > 0 && objective <= 100,
    'objective',
    'a percentage such as 99.9',
  );
  check(
    Number.isInteger(concurrency) && concurrency >= 1,
    'concurrency',
    'a whole number from 1',
  );
  check(
    timeout >= 100 && timeout <= 55_000,
    'timeout',
    'a duration from 100 ms to 55 s',
  );
  return {
    allow: config?.getOptionalStringArray('allow') ?? [],
    confirm,
    concurrency,
    interval,
    objective: objective / 100,
    timeout,
    demo: root.getOptionalBoolean('portal.demo') ?? false,
    prometheus: MonitoringServers.fromConfig(root, 'serviceHealth.prometheus'),
    alertmanager: MonitoringServers.fromConfig(
      root,
      'serviceHealth.alertmanager',
    ),
    kubernetes: KubernetesClusters.fromConfig(root),
    selfUrl: new URL(
      '/.backstage/health/v1/readiness',
      root.getString('backend.baseUrl'),
    ).href,
  };
}

function milliseconds(
  config: Config | undefined,
  key: string,
  fallback: number,
): number {
  return config?.has(key)
    ? durationToMilliseconds(readDurationFromConfig(config, { key }))
    : fallback;
}

function check(holds: boolean, key: string, expected: string): void {
  if (!holds) {
    throw new InputError(`serviceHealth.${key}: expected ${expected}`);
  }
}
