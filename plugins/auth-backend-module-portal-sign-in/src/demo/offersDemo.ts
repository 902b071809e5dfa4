import type { Config } from '@backstage/config';

/** Whether the personas of the demo organisation can be signed in as: while that organisation is shown, and only then. */
export function offersDemo(config: Config): boolean {
  return (
    config.has('auth.providers.demo') &&
    config.getOptionalBoolean('portal.demo') === true
  );
}
