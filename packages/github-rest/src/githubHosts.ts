import type { Config } from '@backstage/config';
import type { ScmIntegrationRegistry } from '@backstage/integration';

/**
 * The hosts of `integrations.github` that have an API. Only those that were configured: github.com is an integration always,
 * without a token.
 *
 * @public
 */
export function githubHosts(
  config: Config,
  integrations: ScmIntegrationRegistry,
): string[] {
  const configured = (
    config.getOptionalConfigArray('integrations.github') ?? []
  ).map(each => each.getOptionalString('host') ?? 'github.com');
  return integrations.github
    .list()
    .map(integration => integration.config)
    .filter(
      ({ host, apiBaseUrl }) =>
        configured.includes(host) && apiBaseUrl !== undefined,
    )
    .map(({ host }) => host);
}
