import type { Config } from '@backstage/config';
import { InputError, NotAllowedError } from '@backstage/errors';
import { isLoopbackHost } from '@portal/backend-access';
import { offersDemo } from '../demo/offersDemo';
import { readPersonas } from '../demo/readPersonas';
import { providerRequirements } from './providerRequirements';

const SHORTEST_SECRET = 32;
const PASSWORDLESS_PROVIDERS = ['guest', 'demo'];

/**
 * Throws when the configured sign-in would let strangers in or could not work, with what is wrong and what cures it.
 *
 * @public
 */
export function assertSignInIsSafe(config: Config): void {
  const providers = offeredProviders(config);
  const environment =
    config.getOptionalString('auth.environment') ?? 'development';
  if (providers.length === 0) {
    throw new InputError(
      'No sign-in provider is configured, so nobody could sign in: configure one below auth.providers (app-config.production.yaml shows oidc, github and microsoft)',
    );
  }
  for (const provider of PASSWORDLESS_PROVIDERS) {
    if (providers.includes(provider)) {
      assertPasswordlessIsLocal(config, provider, environment);
    }
  }
  for (const provider of providers) {
    assertProviderIsComplete(config, provider, environment);
  }
  if (environment === 'production' || providers.includes('oidc')) {
    assertSessionSecret(config);
  }
}

/** What can be signed in with: the demo goes with its data. */
function offeredProviders(config: Config): string[] {
  const configured = config.getOptionalConfig('auth.providers')?.keys() ?? [];
  return configured.filter(name => name !== 'demo' || offersDemo(config));
}

function assertPasswordlessIsLocal(
  config: Config,
  provider: string,
  environment: string,
): void {
  const cure = `remove auth.providers.${provider} (set it to null in the last configuration file) and configure a real provider`;
  if (environment === 'production') {
    throw new NotAllowedError(
      `Sign-in '${provider}' asks for no password and auth.environment is production: ${cure}`,
    );
  }
  if (provider === 'demo' && readPersonas(config).length === 0) {
    throw new InputError(
      "Sign-in 'demo' has nobody to sign in as: list personas in portal.signIn.personas, or remove auth.providers.demo",
    );
  }
  const host = listenHost(config);
  if (!isLoopbackHost(host)) {
    const where = host ? `on ${host}` : 'on every network interface';
    throw new NotAllowedError(
      `Sign-in '${provider}' asks for no password and the backend would listen ${where}: set backend.listen.host to 127.0.0.1, or ${cure}`,
    );
  }
  for (const key of ['backend.baseUrl', 'app.baseUrl']) {
    const url = config.getOptionalString(key);
    if (!url || !URL.canParse(url) || !isLoopbackHost(new URL(url).hostname)) {
      throw new NotAllowedError(
        `Sign-in '${provider}' asks for no password and ${key} is ${
          url ?? 'not set'
        }, which is no address of this machine alone: set ${key} to an address at http://localhost, or ${cure}`,
      );
    }
  }
}

/** Reads the address as the HTTP server does: a host, `host:port` or a bare port; empty means every interface. */
function listenHost(config: Config): string {
  const listen = config.getOptional('backend.listen');
  if (typeof listen === 'string') {
    return listen.includes(':') ? listen.slice(0, listen.lastIndexOf(':')) : '';
  }
  if (typeof listen === 'object') {
    return config.getOptionalString('backend.listen.host') ?? '';
  }
  return '';
}

function assertProviderIsComplete(
  config: Config,
  provider: string,
  environment: string,
): void {
  const requirements = providerRequirements[provider] ?? [];
  const missing = requirements
    .map(({ key, variable }) => ({
      key: `auth.providers.${provider}.${environment}.${key}`,
      variable,
    }))
    .filter(({ key }) => !hasText(config, key));
  if (missing.length > 0) {
    const keys = missing.map(({ key }) => key).join(', ');
    const variables = missing.map(({ variable }) => variable).join(', ');
    throw new InputError(
      `Sign-in '${provider}' lacks ${keys}: set the environment ${
        missing.length > 1 ? 'variables' : 'variable'
      } ${variables}, or remove auth.providers.${provider}`,
    );
  }
}

function assertSessionSecret(config: Config): void {
  const key = 'auth.session.secret';
  const secret = hasText(config, key) ? config.getString(key) : '';
  if (secret.length < SHORTEST_SECRET) {
    const what = secret
      ? `is shorter than ${SHORTEST_SECRET} characters`
      : 'is missing';
    throw new InputError(
      `${key} ${what}, so sign-in sessions could be forged: set the environment variable AUTH_SESSION_SECRET to a random value, such as the output of openssl rand -base64 48`,
    );
  }
}

/** An environment variable that is set to nothing arrives as an empty string, for which the getters throw. */
function hasText(config: Config, key: string): boolean {
  const value = config.getOptional(key);
  return typeof value === 'string' && value.trim() !== '';
}
