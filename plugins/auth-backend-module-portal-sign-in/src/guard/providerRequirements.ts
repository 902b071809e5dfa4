/**
 * A value that a sign-in provider can't work without, and the environment variable that app-config.production.yaml
 * takes it from.
 */
export type ProviderRequirement = { key: string; variable: string };

/** What each provider that the portal brings along needs below `auth.providers.<provider>.<environment>`. */
export const providerRequirements: Readonly<
  Record<string, readonly ProviderRequirement[]>
> = {
  oidc: [
    { key: 'metadataUrl', variable: 'AUTH_OIDC_METADATA_URL' },
    { key: 'clientId', variable: 'AUTH_OIDC_CLIENT_ID' },
    { key: 'clientSecret', variable: 'AUTH_OIDC_CLIENT_SECRET' },
  ],
  github: [
    { key: 'clientId', variable: 'AUTH_GITHUB_CLIENT_ID' },
    { key: 'clientSecret', variable: 'AUTH_GITHUB_CLIENT_SECRET' },
  ],
  microsoft: [
    { key: 'clientId', variable: 'AUTH_MICROSOFT_CLIENT_ID' },
    { key: 'clientSecret', variable: 'AUTH_MICROSOFT_CLIENT_SECRET' },
    { key: 'tenantId', variable: 'AUTH_MICROSOFT_TENANT_ID' },
  ],
};
