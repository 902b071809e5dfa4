import { entity } from './__testUtils__/entities';
import { lastPollAt, startHistory } from './__testUtils__/startHistory';

jest.setTimeout(120_000);

const always = { from: -Infinity, to: Infinity };
const [one, two, three] = ['one', 'two', 'three'].map(
  name => `component:default/${name}`,
);
const [red, blue] = ['group:default/red', 'group:default/blue'];
const groups = [entity(red), entity(blue)];

describe('renamed entities', () => {
  it('keep their history, through several names', async () => {
    const { client, poll, store } = await startHistory();
    await poll([...groups, entity(one, { ownedBy: [red] })]);
    // Both are there for a while: nothing follows yet.
    await poll([
      ...groups,
      entity(one, { ownedBy: [red] }),
      entity(two, { ownedBy: [red] }, 'one'),
    ]);
    expect(await store.currentRefs([one, two])).toEqual([one, two]);
    await poll([...groups, entity(two, { ownedBy: [red] }, 'one')]);
    expect(await store.currentRefs([one, two])).toEqual([two, two]);
    // What both names had is one interval without a seam.
    expect(await store.members([red, 'everything'], always)).toEqual([
      [{ ref: two, intervals: [{}] }],
      [{ ref: two, intervals: [{}] }],
    ]);
    await poll([
      ...groups,
      entity(three, { ownedBy: [blue] }, `${one}, component:default/two`),
    ]);
    const at = await lastPollAt(client);
    expect(await store.currentRefs([one, two, three])).toEqual([
      three,
      three,
      three,
    ]);
    expect(await store.members([red, blue], always)).toEqual([
      [{ ref: three, intervals: [{ to: at }] }],
      [{ ref: three, intervals: [{ from: at }] }],
    ]);
    expect(await store.connections('owners', [one, two, three], 0)).toEqual([
      [red],
      [red],
      [red],
    ]);
    const edges = await store.edgesOf(one);
    expect(new Set(edges.map(edge => edge.fromRef))).toEqual(
      new Set([one, two, three]),
    );
    // It stays when the service ends.
    await poll(groups);
    expect(await store.currentRefs([one])).toEqual([three]);
  });

  it('follow a renamed group and system, too', async () => {
    const { poll, store } = await startHistory();
    await poll([entity(red), entity(one, { ownedBy: [red] })]);
    await poll([entity(blue, {}, 'red'), entity(one, { ownedBy: [blue] })]);
    expect(await store.members([red, blue], always)).toEqual([
      [{ ref: one, intervals: [{}] }],
      [{ ref: one, intervals: [{}] }],
    ]);
    expect(await store.connections('owners', [one], 0)).toEqual([[blue]]);
  });

  it('let go when the old name returns or the annotation was a mistake', async () => {
    const { logger, poll, store } = await startHistory();
    await poll([...groups, entity(one, { ownedBy: [red] })]);
    await poll([...groups, entity(two, {}, `${one},group:default/x`)]);
    expect(await store.currentRefs([one])).toEqual([two]);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('group:default/x'),
    );
    await poll([...groups, entity(one), entity(two, {}, one)]);
    expect(await store.currentRefs([one, two])).toEqual([one, two]);
    await poll([...groups, entity(two, {}, one)]);
    await poll([...groups, entity(two)]);
    expect(await store.currentRefs([one])).toEqual([one]);
    // The other way round: no circle.
    await poll([...groups, entity(two, {}, one)]);
    await poll([...groups, entity(one, {}, two)]);
    expect(await store.currentRefs([one, two])).toEqual([one, one]);
    const { items } = await store.changes(0, 1000);
    const aliases = items.flatMap(item => ('alias' in item ? [item] : []));
    expect(
      aliases.map(({ type, alias }) => [type, alias.oldRef, alias.newRef]),
    ).toEqual([
      ['alias-added', one, two],
      ['alias-removed', one, two],
      ['alias-added', one, two],
      ['alias-removed', one, two],
      ['alias-added', one, two],
      ['alias-removed', one, two],
      ['alias-added', two, one],
    ]);
  });
});
