import { ConfigReader } from '@backstage/config';
import { readSignInOptions } from './readSignInOptions';

const personas = [
  {
    id: 'platform-engineer',
    role: 'Platform engineer',
    name: 'Grace',
    description: 'Runs the platform',
  },
  { id: 'reader' },
];

describe('readSignInOptions', () => {
  it('offers what auth.providers names, in a fixed order', () => {
    expect(
      readSignInOptions(
        new ConfigReader({
          auth: {
            providers: {
              demo: {},
              guest: {},
              microsoft: {},
              github: {},
              oidc: {},
            },
          },
          portal: { demo: true, signIn: { oidcTitle: 'Example ID', personas } },
        }),
      ),
    ).toEqual([
      { kind: 'oauth', id: 'oidc', title: 'Example ID' },
      { kind: 'oauth', id: 'github', title: 'GitHub' },
      { kind: 'oauth', id: 'microsoft', title: 'Microsoft' },
      { kind: 'guest', id: 'guest' },
      {
        kind: 'persona',
        id: 'demo:platform-engineer',
        persona: 'platform-engineer',
        role: 'Platform engineer',
        name: 'Grace',
        description: 'Runs the platform',
      },
      {
        kind: 'persona',
        id: 'demo:reader',
        persona: 'reader',
        role: 'reader',
        name: '',
        description: '',
      },
    ]);
  });

  it('keeps personas back without the provider demo or its data, and offers nothing without providers', () => {
    expect(
      readSignInOptions(
        new ConfigReader({
          auth: { providers: { oidc: {}, guest: null } },
          portal: { demo: true, signIn: { personas } },
        }),
      ),
    ).toEqual([{ kind: 'oauth', id: 'oidc', title: 'single sign-on' }]);
    expect(
      readSignInOptions(
        new ConfigReader({
          auth: { providers: { guest: {}, demo: {} } },
          portal: { demo: false, signIn: { personas } },
        }),
      ),
    ).toEqual([{ kind: 'guest', id: 'guest' }]);
    expect(readSignInOptions(new ConfigReader({}))).toEqual([]);
  });
});
