import type { ConfigApi } from '@backstage/frontend-plugin-api';

/** What the OpenID provider is called on the sign-in page. */
export function oidcTitle(config: ConfigApi): string {
  return (
    config.getOptionalString('portal.signIn.oidcTitle') ?? 'single sign-on'
  );
}
