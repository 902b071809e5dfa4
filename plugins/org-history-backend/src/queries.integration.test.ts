import { entity } from './__testUtils__/entities';
import { startHistory } from './__testUtils__/startHistory';

jest.setTimeout(120_000);

const always = { from: -Infinity, to: Infinity };
const shop = 'component:default/shop';

describe('the walk through the organisation', () => {
  let history: Awaited<ReturnType<typeof startHistory>>;

  beforeAll(async () => {
    history = await startHistory();
    await history.poll([
      entity('domain:default/retail'),
      entity('domain:default/web', { partOf: ['domain:default/retail'] }),
      entity('system:default/site', {
        partOf: ['domain:default/web'],
        ownedBy: ['group:default/architects'],
      }),
      entity(shop, {
        partOf: ['system:default/site'],
        ownedBy: ['group:default/red', 'user:default/ada'],
      }),
      entity('component:default/cart', {
        partOf: [shop],
        ownedBy: ['user:default/bob'],
      }),
      entity('api:default/prices', {
        partOf: ['system:default/site'],
        ownedBy: ['group:default/red'],
      }),
      entity('user:default/ada', { memberOf: ['group:default/red'] }),
      entity('user:default/bob', { memberOf: ['group:default/blue'] }),
      // A circle: each is a child of the other.
      entity('group:default/red', { childOf: ['group:default/blue'] }),
      entity('group:default/blue', { childOf: ['group:default/red'] }),
      entity('group:default/architects'),
      entity('component:default/alone'),
    ]);
  });

  it('finds the components below each scope, each once', async () => {
    const scopes = [
      'domain:default/retail',
      'system:default/site',
      shop,
      'group:default/red',
      'group:default/blue',
      'group:default/architects',
      'group:default/none',
      'everything',
    ];
    const found = await history.store.members(scopes, always);
    const cart = 'component:default/cart';
    expect(found.map(members => members.map(({ ref }) => ref))).toEqual([
      [cart, shop],
      [cart, shop],
      [cart, shop],
      [cart, shop],
      [cart, shop],
      [],
      [],
      ['component:default/alone', cart, shop],
    ]);
    const at = await history.store.membersAt(scopes, Date.now());
    expect(at).toEqual(found.map(members => members.map(({ ref }) => ref)));
    for (const { intervals } of found.flat()) {
      expect(intervals).toEqual([{}]);
    }
  });

  it('finds everything above, without persons and without end', async () => {
    const refs = [
      shop,
      'component:default/cart',
      'group:default/red',
      'user:default/ada',
      'system:default/site',
    ];
    expect(
      await history.store.connections('ancestors', refs, Date.now()),
    ).toEqual([
      [
        'domain:default/retail',
        'domain:default/web',
        'group:default/blue',
        'group:default/red',
        'system:default/site',
      ],
      [
        shop,
        'domain:default/retail',
        'domain:default/web',
        'group:default/blue',
        'group:default/red',
        'system:default/site',
      ],
      ['group:default/blue'],
      [],
      [
        'domain:default/retail',
        'domain:default/web',
        'group:default/architects',
      ],
    ]);
    expect(
      await history.store.connections('owners', refs, Date.now()),
    ).toMatchObject([
      ['group:default/red', 'user:default/ada'],
      ['user:default/bob'],
      [],
      [],
      ['group:default/architects'],
    ]);
  });
});
