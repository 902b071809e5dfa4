import type { RootConfigService } from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import {
  webhookSenderIds,
  type WebhookSenderId,
} from '@portal/plugin-webhooks-common';

/** How often and when a failed delivery is tried again. Durations are milliseconds. */
export type RetryPolicy = {
  /** From the first failure to the second try. Each further wait is twice as long. */
  initialDelay: number;
  maxDelay: number;
  /** The tries after which a delivery is a dead letter. */
  maxTries: number;
};

/** The settings of the inbox. Durations are milliseconds. */
export type WebhooksConfig = {
  /** The secrets of each sender; none for one that is not configured. */
  secrets: Record<WebhookSenderId, string[]>;
  retry: RetryPolicy;
  /** After how long without a report another instance may read for a consumer. */
  leaseDuration: number;
  /** How long deliveries are kept. */
  retention: number;
  /** Whether pushes refresh the catalog. */
  refreshCatalog: boolean;
};

export function readWebhooksConfig(config: RootConfigService): WebhooksConfig {
  function duration(key: string, fallback: HumanDuration): number {
    const value = durationToMilliseconds(
      config.has(key) ? readDurationFromConfig(config, { key }) : fallback,
    );
    if (value <= 0) {
      throw new InputError(
        `${key}: found ${value} ms, expected a duration above zero`,
      );
    }
    return value;
  }
  return {
    secrets: readSecrets(config),
    retry: {
      initialDelay: duration('webhooks.retry.initialDelay', { seconds: 1 }),
      maxDelay: duration('webhooks.retry.maxDelay', { hours: 1 }),
      maxTries: readMaxTries(config),
    },
    leaseDuration: duration('webhooks.leaseDuration', { seconds: 15 }),
    retention: duration('webhooks.retention', { days: 90 }),
    refreshCatalog:
      config.getOptionalBoolean('webhooks.catalog.refresh') ?? true,
  };
}

function readSecrets(config: RootConfigService): WebhooksConfig['secrets'] {
  const known: readonly string[] = webhookSenderIds;
  const configured = config.getOptionalConfig('webhooks.senders')?.keys() ?? [];
  const unknown = configured.find(id => !known.includes(id));
  if (unknown !== undefined) {
    throw new InputError(
      `webhooks.senders.${unknown}: there is no such sender, expected one of ${known.join(
        ', ',
      )}`,
    );
  }
  const entries = webhookSenderIds.map(id => {
    const key = `webhooks.senders.${id}.secrets`;
    const secrets = config.has(key) ? config.getStringArray(key) : [];
    return [id, secrets];
  });
  return Object.fromEntries(entries);
}

function readMaxTries(config: RootConfigService): number {
  const key = 'webhooks.retry.maxTries';
  const value = config.getOptionalNumber(key) ?? 8;
  if (!Number.isSafeInteger(value) || value < 1 || value > 100) {
    throw new InputError(
      `${key}: found ${value}, expected a whole number from 1 to 100`,
    );
  }
  return value;
}
