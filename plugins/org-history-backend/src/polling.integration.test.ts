import { entity } from './__testUtils__/entities';
import { lastPollAt, startHistory } from './__testUtils__/startHistory';

jest.setTimeout(120_000);

const shop = 'component:default/shop';
const red = 'group:default/red';
const blue = 'group:default/blue';

describe('polls of the catalog', () => {
  it('begins with what is always true, and dates what moves', async () => {
    const { client, poll, store } = await startHistory();
    const first = await poll([
      entity(shop, { ownedBy: [red] }),
      entity(red),
      entity(blue),
    ]);
    expect(first).toEqual({
      outcome: 'merged',
      opened: 4,
      closed: 0,
      aliases: 0,
    });
    const moved = await poll([
      entity(shop, { ownedBy: [blue] }),
      entity(red),
      entity(blue),
    ]);
    expect(moved).toMatchObject({ opened: 1, closed: 1 });
    const at = await lastPollAt(client);
    expect(await store.edgesOf(shop)).toEqual([
      { fromRef: shop, kind: 'existsIn', toRef: 'catalog' },
      { fromRef: shop, kind: 'ownedBy', toRef: red, validTo: at },
      { fromRef: shop, kind: 'ownedBy', toRef: blue, validFrom: at },
    ]);
    const instant = Date.parse(at);
    const ownersAt = (time: number) =>
      store.connections('owners', [shop, 'component:default/none'], time);
    expect(await ownersAt(instant - 1)).toEqual([[red], []]);
    expect(await ownersAt(instant)).toEqual([[blue], []]);
    expect(await ownersAt(0)).toEqual([[red], []]);
    expect(
      await store.members([red, blue], { from: -Infinity, to: Infinity }),
    ).toEqual([
      [{ ref: shop, intervals: [{ to: at }] }],
      [{ ref: shop, intervals: [{ from: at }] }],
    ]);
  });
});
