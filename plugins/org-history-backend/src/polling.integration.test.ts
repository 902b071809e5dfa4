import { entity } from './__testUtils__/entities';
import { lastPollAt, startHistory } from './__testUtils__/startHistory';

jest.setTimeout(120_000);

const shop = 'component:default/shop';
const red = 'group:default/red';
const blue = 'group:default/blue';
const always = { from: -Infinity, to: Infinity };

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
    expect(await store.members([red, blue], always)).toEqual([
      [{ ref: shop, intervals: [{ to: at }] }],
      [{ ref: shop, intervals: [{ from: at }] }],
    ]);
  });

  it('moves a team with its components from one department to another', async () => {
    const { client, poll, store } = await startHistory();
    const [north, south] = ['group:default/north', 'group:default/south'];
    const state = (department: string) => [
      entity(shop, { ownedBy: [red] }),
      entity(red, { childOf: [department] }),
      entity(north),
      entity(south),
    ];
    await poll(state(north));
    await poll(state(south));
    const at = await lastPollAt(client);
    expect(await store.members([north, south, red], always)).toEqual([
      [{ ref: shop, intervals: [{ to: at }] }],
      [{ ref: shop, intervals: [{ from: at }] }],
      [{ ref: shop, intervals: [{}] }],
    ]);
    const now = Date.now() + 1000;
    expect(await store.membersAt([north, south], now)).toEqual([[], [shop]]);
    expect(await store.connections('ancestors', [shop], 0)).toEqual([
      [north, red],
    ]);
    expect(await store.connections('part-of', [red], now)).toEqual([[south]]);
  });

  it('closes what is gone and opens what returns', async () => {
    const { client, poll, store } = await startHistory();
    await poll([entity(shop, { ownedBy: [red] }), entity(red), entity(blue)]);
    await poll([entity(red), entity(blue)]);
    const gone = await lastPollAt(client);
    await poll([entity(shop, { ownedBy: [red] }), entity(red), entity(blue)]);
    const back = await lastPollAt(client);
    expect(Date.parse(back)).toBeGreaterThan(Date.parse(gone));
    const intervals = [{ to: gone }, { from: back }];
    expect(await store.members(['everything', red], always)).toEqual([
      [{ ref: shop, intervals }],
      [{ ref: shop, intervals }],
    ]);
    const within = { from: Date.parse(gone), to: Date.parse(back) };
    expect(await store.members(['everything', red], within)).toEqual([[], []]);
  });

  it('gives dates that rise, however fast polls follow each other or the clock turns', async () => {
    const { client, poll } = await startHistory();
    const ahead = new Date(Date.now() + 3_600_000);
    await poll([entity(red)]);
    await client('poll_state').update({ last_poll_at: ahead });
    await poll([entity(red), entity(blue)]);
    expect(Date.parse(await lastPollAt(client))).toBe(ahead.getTime() + 1);
    await poll([entity(red)]);
    expect(Date.parse(await lastPollAt(client))).toBe(ahead.getTime() + 2);
  });
});
