import type { RootConfigService } from '@backstage/backend-plugin-api';
import { resolve } from 'node:path';

/**
 * The settings below `repositories`, and the addresses that repositories are shown and cloned at.
 *
 * @public
 */
export type RepositoriesConfig = {
  /** Absolute. Undefined: there are no repositories. */
  directory: string | undefined;
  anonymousClone: boolean;
  /** Of the portal's pages, without a slash at its end. */
  appUrl: string;
  /** Of the backend, without a slash at its end. */
  backendUrl: string;
};

/** Reads {@link RepositoriesConfig}. @public */
export function readRepositoriesConfig(
  config: RootConfigService,
): RepositoriesConfig {
  const directory = config.getOptionalString('repositories.directory');
  return {
    directory: directory === undefined ? undefined : resolve(directory),
    anonymousClone:
      config.getOptionalBoolean('repositories.anonymousClone') ?? false,
    appUrl: addressFrom(config, 'app.baseUrl', directory),
    backendUrl: addressFrom(config, 'backend.baseUrl', directory),
  };
}

/** Needed only where there are repositories. */
function addressFrom(
  config: RootConfigService,
  key: string,
  directory: string | undefined,
): string {
  const address =
    directory === undefined
      ? config.getOptionalString(key) ?? ''
      : config.getString(key);
  return address.replace(/\/+$/, '');
}
