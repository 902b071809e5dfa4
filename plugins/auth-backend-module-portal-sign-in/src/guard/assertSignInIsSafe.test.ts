import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { assertSignInIsSafe } from './assertSignInIsSafe';

const sessionSecret = 'a-secret-of-more-than-thirty-two-characters';

/** The local default: guest and demo on this machine, with demo data. */
function localConfig() {
  return {
    app: { baseUrl: 'http://localhost:7007' },
    backend: {
      baseUrl: 'http://localhost:7007',
      listen: { host: '127.0.0.1', port: 7007 } as JsonObject | string,
    },
    auth: {
      environment: 'development',
      providers: { guest: {}, demo: {} } as JsonObject,
    },
    portal: {
      demo: true,
      signIn: {
        personas: [{ id: 'reader', userEntityRef: 'user:default/reader' }],
      },
    },
  };
}

/** What a company runs: a real provider, reachable by everybody. */
function productionConfig() {
  return {
    app: { baseUrl: 'https://portal.example.com' },
    backend: {
      baseUrl: 'https://portal.example.com',
      listen: { host: '0.0.0.0', port: 7007 },
    },
    auth: {
      environment: 'production',
      session: { secret: sessionSecret } as JsonObject | undefined,
      providers: {
        oidc: {
          production: {
            metadataUrl: 'https://id.example.com',
            clientId: 'portal',
            clientSecret: 'secret',
          },
        },
      } as JsonObject | undefined,
    },
    portal: { demo: false },
  };
}

function check(data: JsonObject) {
  return () => assertSignInIsSafe(new ConfigReader(data));
}

describe('assertSignInIsSafe', () => {
  it('accepts the local default and production with a real provider', () => {
    expect(check(localConfig())).not.toThrow();
    expect(check(productionConfig() as JsonObject)).not.toThrow();
  });

  it.each(['127.0.0.1:7007', 'localhost:7007'])(
    'accepts backend.listen given as %s',
    listen => {
      const config = localConfig();
      config.backend.listen = listen;
      expect(check(config)).not.toThrow();
    },
  );

  it.each(['0.0.0.0:7007', ':7007', '7007'])(
    'refuses backend.listen given as %s',
    listen => {
      const config = localConfig();
      config.backend.listen = listen;
      expect(check(config)).toThrow(/backend would listen on/);
    },
  );

  it.each(['guest', 'demo'])(
    'refuses %s when others can reach the backend',
    provider => {
      const config = localConfig();
      config.auth.providers = { [provider]: {} };
      config.backend.listen = { host: '0.0.0.0' };
      expect(check(config)).toThrow(
        `Sign-in '${provider}' asks for no password and the backend would listen on 0.0.0.0: set backend.listen.host to 127.0.0.1, or remove auth.providers.${provider} (set it to null in the last configuration file) and configure a real provider`,
      );
      config.backend.listen = { port: 7007 };
      expect(check(config)).toThrow(/would listen on every network interface/);
    },
  );

  it.each(['guest', 'demo'])(
    'refuses %s when the portal has a public address',
    provider => {
      const backendUrl = localConfig();
      backendUrl.auth.providers = { [provider]: {} };
      backendUrl.backend.baseUrl = 'https://portal.example.com';
      expect(check(backendUrl)).toThrow(
        /backend\.baseUrl is https:\/\/portal\.example\.com, which is no address of this machine alone: set backend\.baseUrl/,
      );

      const appUrl = localConfig();
      appUrl.auth.providers = { [provider]: {} };
      appUrl.app.baseUrl = 'http://127.0.0.1.example.com';
      expect(check(appUrl)).toThrow(/app\.baseUrl is http:\/\/127/);
    },
  );

  it.each(['guest', 'demo'])('refuses %s in production', provider => {
    const config = localConfig();
    config.auth.providers = { [provider]: {} };
    config.auth.environment = 'production';
    expect(check(config)).toThrow(
      `Sign-in '${provider}' asks for no password and auth.environment is production: remove auth.providers.${provider}`,
    );
  });

  it('takes demo sign-in away with the demo data', () => {
    const noDemo = localConfig();
    noDemo.portal.demo = false;
    expect(check(noDemo)).not.toThrow();
    noDemo.auth.providers = { demo: {} };
    expect(check(noDemo)).toThrow(/No sign-in provider is configured/);
  });

  it('refuses demo sign-in without personas', () => {
    const nobody = localConfig();
    nobody.portal.signIn.personas = [];
    expect(check(nobody)).toThrow(/list personas in portal\.signIn\.personas/);
  });

  it('refuses a portal that nobody could sign in to', () => {
    const none = productionConfig();
    none.auth.providers = {};
    expect(check(none as JsonObject)).toThrow(
      /No sign-in provider is configured/,
    );
    none.auth.providers = undefined;
    expect(check(none as JsonObject)).toThrow(
      /No sign-in provider is configured/,
    );
  });

  it('names every missing value of a provider and its environment variable', () => {
    const config = productionConfig();
    config.auth.providers = {
      oidc: { production: { metadataUrl: 'https://id.example.com' } },
    };
    expect(check(config as JsonObject)).toThrow(
      "Sign-in 'oidc' lacks auth.providers.oidc.production.clientId, auth.providers.oidc.production.clientSecret: set the environment variables AUTH_OIDC_CLIENT_ID, AUTH_OIDC_CLIENT_SECRET, or remove auth.providers.oidc",
    );
    config.auth.providers = {
      github: { production: { clientId: 'id', clientSecret: ' ' } },
    };
    expect(check(config as JsonObject)).toThrow(
      /lacks auth\.providers\.github\.production\.clientSecret: set the environment variable AUTH_GITHUB_CLIENT_SECRET,/,
    );
    config.auth.providers = { microsoft: { development: {} } };
    expect(check(config as JsonObject)).toThrow(
      /microsoft\.production\.tenantId.*AUTH_MICROSOFT_TENANT_ID/,
    );
  });

  it.each([
    [undefined, 'is missing'],
    ['', 'is missing'],
    ['short', 'is shorter than 32 characters'],
  ])('refuses the session secret %p', (secret, what) => {
    const config = productionConfig();
    config.auth.session = secret === undefined ? undefined : { secret };
    expect(check(config as JsonObject)).toThrow(
      `auth.session.secret ${what}, so sign-in sessions could be forged: set the environment variable AUTH_SESSION_SECRET`,
    );
  });
});
