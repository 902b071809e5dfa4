import type { RootConfigService } from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import { join, resolve } from 'node:path';

/** The settings below `portal.templates`. */
export type TemplatesConfig = {
  /** URL of a file in the folder of parts, from which `./name` leads to a part. */
  partsBaseUrl: string | undefined;
  healthTarget: string | undefined;
  /** Of the portal's pages, without a slash at its end. */
  appUrl: string;
  /** In milliseconds. */
  stepTimeLimit: number;
};

const limitKey = 'portal.templates.stepTimeLimit';

/** Reads {@link TemplatesConfig}. */
export function readTemplatesConfig(
  config: RootConfigService,
): TemplatesConfig {
  const parts = config.getOptionalString('portal.templates.parts');
  const healthTarget = config.getOptionalString(
    'portal.templates.healthTarget',
  );
  if (
    healthTarget !== undefined &&
    !URL.canParse(healthTarget.replace(/[{}]/g, ''))
  ) {
    throw new InputError(
      `portal.templates.healthTarget is "${healthTarget}"; it has to be a URL with {name} and {environment}, such as https://{name}.{environment}.example.com`,
    );
  }
  const stepTimeLimit = durationToMilliseconds(
    config.has(limitKey)
      ? readDurationFromConfig(config, { key: limitKey })
      : { minutes: 30 },
  );
  if (!(stepTimeLimit > 0)) {
    throw new InputError(
      `${limitKey}: found no time at all, expected a duration such as 30 minutes`,
    );
  }
  return {
    stepTimeLimit,
    partsBaseUrl: parts && baseUrlOf(parts),
    healthTarget,
    appUrl: config.getString('app.baseUrl').replace(/\/+$/, ''),
  };
}

function baseUrlOf(parts: string): string {
  return /^https?:\/\//.test(parts)
    ? `${parts.replace(/\/+$/, '')}/parts.yaml`
    : // As the scaffolder writes it, which takes it apart without decoding.
      `file://${join(resolve(parts), 'parts.yaml')}`;
}
