import type { Config } from '@backstage/config';

/** What the plugin as a whole is set to. Rooms with settings of their own read them themselves. */
export type ExecutiveConfig = {
  /** Whether generated data is shown. */
  demo: boolean;
};

/** Reads what every room needs of the configuration. */
export function readExecutiveConfig(root: Config): ExecutiveConfig {
  return { demo: root.getOptionalBoolean('portal.demo') ?? false };
}
