import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  createPermission,
} from '@backstage/plugin-permission-common';
import { CatalogAccess } from './CatalogAccess';
import { PermissionAccess } from './PermissionAccess';
import { TtlCache } from './TtlCache';

const read = createPermission({
  name: 'test.read',
  attributes: { action: 'read' },
});
const write = createPermission({
  name: 'test.write',
  attributes: { action: 'update' },
});
const ada = mockCredentials.user('user:default/ada');
const bob = mockCredentials.user('user:default/bob');
const seen = 'component:default/seen';
const hidden = 'component:default/hidden';

describe('PermissionAccess', () => {
  it('asks once for each caller and permission', async () => {
    const permissions = mockServices.permissions.mock({
      authorize: async ([{ permission }]) => [
        {
          result:
            permission.name === read.name
              ? AuthorizeResult.ALLOW
              : AuthorizeResult.DENY,
        },
      ],
    });
    const access = PermissionAccess.create({ permissions });
    for (const caller of [ada, bob, ada, bob]) {
      await access.require(caller, read);
      await expect(access.require(caller, write)).rejects.toThrow(
        'The permission test.write is needed',
      );
    }
    expect(permissions.authorize).toHaveBeenCalledTimes(4);
  });

  it('tells tokens of a service apart that are restricted differently', async () => {
    const permissions = mockServices.permissions.mock({
      authorize: async () => [{ result: AuthorizeResult.ALLOW }],
    });
    const access = PermissionAccess.create({ permissions });
    const service = (names: string[]) =>
      mockCredentials.service('external:ci', { permissionNames: names });
    for (const names of [['a'], ['b'], ['a']]) {
      await access.require(service(names), read);
    }
    expect(permissions.authorize).toHaveBeenCalledTimes(2);
  });
});

describe('CatalogAccess', () => {
  function start(result: AuthorizeResult.ALLOW | AuthorizeResult.CONDITIONAL) {
    const catalog = catalogServiceMock.mock({
      getEntitiesByRefs: async ({ entityRefs }) => ({
        items: entityRefs.map(ref =>
          ref === seen
            ? {
                apiVersion: 'backstage.io/v1alpha1',
                kind: 'Component',
                metadata: { name: 'seen' },
              }
            : undefined,
        ),
      }),
    });
    const permissions = mockServices.permissions.mock({
      authorizeConditional: async () => [
        result === AuthorizeResult.ALLOW
          ? { result }
          : {
              result,
              pluginId: 'catalog',
              resourceType: 'catalog-entity',
              conditions: {
                rule: 'IS_ENTITY_OWNER',
                resourceType: 'catalog-entity',
                params: {},
              },
            },
      ],
    });
    const auth = mockServices.auth({ pluginId: 'test' });
    const access = CatalogAccess.create({ auth, catalog, permissions });
    return { access, catalog };
  }

  it('asks the catalog for what it does not know yet, and only for who does not see all', async () => {
    const { access, catalog } = start(AuthorizeResult.CONDITIONAL);
    const first = await access.visible(ada, [seen]);
    expect(first?.has(seen)).toBe(true);
    const second = await access.visible(ada, [seen, hidden]);
    expect([seen, hidden].map(ref => second?.has(ref))).toEqual([true, false]);
    await expect(access.requireVisible(ada, [seen, hidden])).rejects.toThrow(
      hidden,
    );
    const asked = catalog.getEntitiesByRefs.mock.calls.map(
      ([{ entityRefs }]) => entityRefs,
    );
    expect(asked).toEqual([[seen], [hidden]]);

    const all = start(AuthorizeResult.ALLOW);
    expect(await all.access.visible(ada, [hidden])).toBeUndefined();
    expect(all.catalog.getEntitiesByRefs).not.toHaveBeenCalled();
    // What is not there is not visible, even to who may see all.
    await expect(all.access.requireVisible(ada, [hidden])).rejects.toThrow(
      hidden,
    );
  });

  it('lets services see all, and does not pass their tokens on', async () => {
    const { access } = start(AuthorizeResult.CONDITIONAL);
    const ci = mockCredentials.service('external:ci');
    expect(await access.visible(ci, [hidden])).toBeUndefined();
    await access.requireVisible(ci, [hidden]);
    expect((await access.passOn(ci)).principal).toMatchObject({
      subject: 'plugin:test',
    });
    expect(await access.passOn(ada)).toBe(ada);
  });
});

describe('TtlCache', () => {
  it('forgets what is over and what failed, and shares what is asked meanwhile', async () => {
    let now = 0;
    let asked = 0;
    const cache = TtlCache.create<number>({ lifetime: 10, now: () => now });
    const ask = async () => {
      asked += 1;
      return asked;
    };
    expect(
      await Promise.all([cache.get('a', ask), cache.get('a', ask)]),
    ).toEqual([1, 1]);
    now = 9;
    expect(await cache.get('a', ask)).toBe(1);
    now = 10;
    expect(await cache.get('a', ask)).toBe(2);
    const failure = async () => {
      throw new Error('no answer');
    };
    await expect(cache.get('b', failure)).rejects.toThrow('no answer');
    expect(await cache.get('b', ask)).toBe(3);
  });
});
