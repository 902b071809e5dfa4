import type { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { githubRepositoryOf } from './githubRepositoryOf';

const integrations = ScmIntegrations.fromConfig(
  new ConfigReader({
    integrations: {
      github: [
        { host: 'github.com' },
        {
          host: 'git.example.com',
          apiBaseUrl: 'https://git.example.com/api/v3',
        },
      ],
      gitlab: [{ host: 'gitlab.com' }],
    },
  }),
);

function component(name: string, annotations: Record<string, string>): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', annotations },
  };
}

function hostOf(
  location: string | undefined,
  hosts = ['github.com', 'git.example.com'],
) {
  const entity = component('shop', {
    'github.com/project-slug': ' Team/Shop ',
    ...(location && { 'backstage.io/managed-by-location': location }),
  });
  return githubRepositoryOf(entity, { integrations, hosts })?.host;
}

describe('githubRepositoryOf', () => {
  it('finds the host where the component is kept', () => {
    const at = (host: string) => `url:https://${host}/team/shop/tree/main/`;
    expect(hostOf(at('github.com'))).toBe('github.com');
    expect(hostOf(at('git.example.com'))).toBe('git.example.com');
    expect(hostOf(at('gitlab.com'))).toBe('github.com');
    expect(hostOf('file:/srv/catalog-info.yaml')).toBe('github.com');
    expect(hostOf(undefined)).toBe('github.com');
    expect(hostOf(undefined, ['git.example.com'])).toBe('git.example.com');
    expect(hostOf(undefined, ['a.example.com', 'b.example.com'])).toBe(
      undefined,
    );
    // Its namesake on another host is another repository.
    expect(hostOf(at('unknown.example.com'))).toBeUndefined();
    expect(hostOf(at('github.com'), ['git.example.com'])).toBeUndefined();
  });

  it('names a repository alike in all spellings', () => {
    const options = { integrations, hosts: ['github.com'] };
    const named = (slug: string) =>
      githubRepositoryOf(
        component('Shop', { 'github.com/project-slug': slug }),
        options,
      );
    expect(named(' Team/Shop ')).toEqual({
      name: 'github.com/team/shop',
      host: 'github.com',
      slug: 'Team/Shop',
      entityRef: 'component:default/shop',
    });
    expect(named('team/shop')?.name).toBe(named('TEAM/SHOP')?.name);
    expect(named(' ')).toBeUndefined();
    expect(named('x'.repeat(301))).toBeUndefined();
  });
});
