import { ConfigSources, loadConfigSchema } from '@backstage/config-loader';
import { resolve } from 'node:path';
import { assertSignInIsSafe } from './guard/assertSignInIsSafe';

const root = resolve(__dirname, '../../..');

const environment: Record<string, string> = {
  APP_BASE_URL: 'https://portal.example.com',
  AUTH_OIDC_METADATA_URL: 'https://id.example.com',
  AUTH_OIDC_CLIENT_ID: 'portal',
  AUTH_OIDC_CLIENT_SECRET: 'client-secret',
  AUTH_SESSION_SECRET: 'a-secret-of-more-than-thirty-two-characters',
  POSTGRES_HOST: 'db.example.com',
  POSTGRES_USER: 'portal',
  POSTGRES_PASSWORD: 'database-secret',
};

async function load(files: string[], variables: Record<string, string>) {
  const source = ConfigSources.default({
    watch: false,
    rootDir: root,
    argv: files.flatMap(file => ['--config', `${root}/${file}`]),
    env: {},
    substitutionFunc: async name => variables[name],
  });
  const config = await ConfigSources.toConfig(source);
  config.close();
  return config;
}

function loadProduction(variables: Record<string, string>) {
  return load(['app-config.yaml', 'app-config.production.yaml'], variables);
}

describe('app-config.production.yaml over app-config.yaml', () => {
  it('leaves nothing of the passwordless sign-in of the local default', async () => {
    const config = await loadProduction(environment);
    expect(() => assertSignInIsSafe(config)).not.toThrow();
    expect(config.getConfig('auth.providers').keys()).toEqual(['oidc']);
    expect(config.has('portal.signIn.personas')).toBe(false);
    expect(config.getBoolean('portal.demo')).toBe(false);
    expect(config.getString('backend.listen.host')).toBe('0.0.0.0');
    expect(config.getNumber('backend.listen.port')).toBe(7007);
    expect(config.getNumber('backend.database.connection.port')).toBe(5432);
    expect(config.getOptionalString('permission.portal.defaultRole')).toBe(
      undefined,
    );
    for (const role of config.getConfig('permission.portal.roles').keys()) {
      const key = `permission.portal.roles.${role}`;
      expect(config.has(`${key}.users`)).toBe(false);
      expect(config.getStringArray(`${key}.groups`)).toEqual([
        expect.stringMatching(/^group:default\/portal-/),
      ]);
    }
  });

  it.each([
    'AUTH_OIDC_METADATA_URL',
    'AUTH_OIDC_CLIENT_ID',
    'AUTH_OIDC_CLIENT_SECRET',
    'AUTH_SESSION_SECRET',
  ])('does not start without %s', async missing => {
    const unset = { ...environment };
    delete unset[missing];
    const empty = { ...environment, [missing]: '' };
    for (const variables of [unset, empty]) {
      const config = await loadProduction(variables);
      expect(() => assertSignInIsSafe(config)).toThrow(missing);
    }
  });

  it('tells the browser which providers there are, and none of their values', async () => {
    const schema = await loadConfigSchema({
      dependencies: [
        '@portal/plugin-app-module-portal-sign-in',
        '@backstage/plugin-auth-backend-module-oidc-provider',
      ],
      packagePaths: [`${root}/package.json`],
    });
    const config = await loadProduction(environment);
    const [{ data }] = schema.process(
      [{ context: 'test', data: config.get() }],
      { visibility: ['frontend'] },
    );
    expect(data).toMatchObject({ auth: { providers: { oidc: {} } } });
    expect(Object.keys(Object(data).auth.providers.oidc)).toEqual([]);
    expect(JSON.stringify(data)).not.toMatch(/secret/);
  });
});

describe('app-config.yaml', () => {
  it('is safe on this machine, with guest and demo sign-in', async () => {
    const config = await load(['app-config.yaml'], {});
    expect(() => assertSignInIsSafe(config)).not.toThrow();
    expect(config.getConfig('auth.providers').keys()).toContain('guest');
  });
});
