import type { OrgChange, OrgEdgeKind } from '@portal/plugin-org-history-common';
import fc from 'fast-check';
import { OrgTree } from './OrgTree';

type Given = {
  fromRef: string;
  kind: OrgEdgeKind;
  toRef: string;
  validFrom?: string;
  validTo?: string;
};

const day = (number: number) =>
  new Date(Date.UTC(2026, 0, 1 + number)).toISOString();
const at = (number: number) => Date.parse(day(number));

/** A feed of changes, some at a time, as the history serves it. */
function treeOf(edges: readonly Given[], more: OrgChange[] = []) {
  const changes: OrgChange[] = [
    ...edges.map(
      (edge, index): OrgChange => ({
        sequence: index + 1,
        at: day(0),
        type: 'edge-opened',
        edge,
      }),
    ),
    ...more,
  ];
  let now = 0;
  const tree = OrgTree.create({
    now: () => now,
    maxAge: 1000,
    history: {
      changes: async ({ after }) => ({
        items: changes.filter(({ sequence }) => sequence > after),
        next: changes.length,
      }),
    },
  });
  return {
    tree,
    changes,
    later: async () => {
      now += 2000;
      await tree.refresh();
      return tree;
    },
  };
}

describe('OrgTree', () => {
  it('knows what belonged to a group through groups, users and time', async () => {
    const { tree } = treeOf([
      {
        fromRef: 'component:default/shop',
        kind: 'ownedBy',
        toRef: 'group:default/web',
        validTo: day(10),
      },
      {
        fromRef: 'component:default/shop',
        kind: 'ownedBy',
        toRef: 'group:default/mobile',
        validFrom: day(10),
      },
      {
        fromRef: 'group:default/web',
        kind: 'childOf',
        toRef: 'group:default/customers',
        validFrom: day(5),
      },
      {
        fromRef: 'resource:default/db',
        kind: 'ownedBy',
        toRef: 'user:default/jane',
      },
      {
        fromRef: 'user:default/jane',
        kind: 'memberOf',
        toRef: 'group:default/web',
      },
    ]);
    await tree.refresh();
    expect(tree.membersOf('group:default/customers')).toEqual([
      { ref: 'component:default/shop', from: at(5), to: at(10) },
      { ref: 'resource:default/db', from: at(5), to: Infinity },
    ]);
    expect(tree.membersOf('group:default/mobile')).toEqual([
      { ref: 'component:default/shop', from: at(10), to: Infinity },
    ]);
    expect(tree.ownersOf('component:default/shop')).toEqual([
      { ref: 'group:default/web', from: -Infinity, to: at(10) },
      { ref: 'group:default/mobile', from: at(10), to: Infinity },
    ]);
    expect(
      tree.membersOf('group:default/web', 'group:default/customers'),
    ).toEqual([
      { ref: 'component:default/shop', from: -Infinity, to: at(10) },
      { ref: 'resource:default/db', from: -Infinity, to: Infinity },
    ]);
    expect(tree.groupsOf('user:default/jane')).toEqual([
      { ref: 'group:default/web', from: -Infinity, to: Infinity },
    ]);
    expect(tree.groupsAbove('user:default/jane')).toEqual([
      { ref: 'group:default/web', from: -Infinity, to: Infinity },
      { ref: 'group:default/customers', from: at(5), to: Infinity },
    ]);
  });

  it('follows systems and domains, and ends in a circle', async () => {
    const { tree } = treeOf([
      {
        fromRef: 'component:default/part',
        kind: 'partOf',
        toRef: 'component:default/shop',
      },
      {
        fromRef: 'component:default/shop',
        kind: 'partOf',
        toRef: 'system:default/store',
      },
      {
        fromRef: 'system:default/store',
        kind: 'partOf',
        toRef: 'domain:default/retail',
      },
      {
        fromRef: 'domain:default/retail',
        kind: 'partOf',
        toRef: 'domain:default/all',
      },
      {
        fromRef: 'domain:default/all',
        kind: 'partOf',
        toRef: 'domain:default/retail',
      },
    ]);
    await tree.refresh();
    const refs = (found: Array<{ ref: string }>) => found.map(({ ref }) => ref);
    expect(refs(tree.systemsOf('component:default/part'))).toEqual([
      'system:default/store',
    ]);
    expect(refs(tree.domainsOf('component:default/part'))).toEqual([
      'domain:default/retail',
    ]);
    expect(refs(tree.membersOf('domain:default/all'))).toEqual(
      expect.arrayContaining([
        'component:default/part',
        'system:default/store',
      ]),
    );
    expect(refs(tree.membersOf('component:default/lonely'))).toEqual([
      'component:default/lonely',
    ]);
  });

  it('takes what changed later, and keeps what was renamed together', async () => {
    const edge: Given = {
      fromRef: 'component:default/shop',
      kind: 'ownedBy',
      toRef: 'group:default/web',
    };
    const { tree, changes, later } = treeOf([edge]);
    await tree.refresh();
    changes.push(
      {
        sequence: 2,
        at: day(3),
        type: 'edge-closed',
        edge: { ...edge, validTo: day(3) },
      },
      {
        sequence: 3,
        at: day(3),
        type: 'alias-added',
        alias: {
          oldRef: 'component:default/shop',
          newRef: 'component:default/store',
        },
      },
    );
    expect(tree.ownersOf('component:default/shop')[0].to).toBe(Infinity);
    await later();
    expect(tree.ownersOf('component:default/store')).toEqual([
      { ref: 'group:default/web', from: -Infinity, to: at(3) },
    ]);
  });

  it('finds the members that a walk day by day finds', async () => {
    const groups = ['a', 'b', 'c', 'd'].map(name => `group:default/${name}`);
    const stretch = fc
      .tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 10 }))
      .map(([from, length]) => ({
        validFrom: day(from),
        validTo: day(from + length),
      }));
    const child = fc
      .tuple(fc.constantFrom(...groups), fc.constantFrom(...groups), stretch)
      .map(
        ([fromRef, toRef, time]): Given => ({
          fromRef,
          kind: 'childOf',
          toRef,
          ...time,
        }),
      );
    const owned = fc
      .tuple(fc.constantFrom('x', 'y'), fc.constantFrom(...groups), stretch)
      .map(
        ([name, toRef, time]): Given => ({
          fromRef: `component:default/${name}`,
          kind: 'ownedBy',
          toRef,
          ...time,
        }),
      );
    await fc.assert(
      fc.asyncProperty(
        // The history has each edge once at a time; another end of the same one is the same one closed.
        fc.uniqueArray(child, { maxLength: 8, selector: keyOf }),
        fc.uniqueArray(owned, { maxLength: 5, selector: keyOf }),
        async (children, owners) => {
          const edges = [...children, ...owners];
          const { tree } = treeOf(edges);
          await tree.refresh();
          for (const scope of groups) {
            const members = tree.membersOf(scope);
            for (let number = 0; number < 20; number++) {
              const found = members
                .filter(({ from, to }) => from <= at(number) && to > at(number))
                .map(({ ref }) => ref)
                .sort();
              expect(found).toEqual(membersOn(edges, scope, number));
            }
          }
        },
      ),
    );
  });
});

function keyOf({ fromRef, toRef, validFrom }: Given): string {
  return `${fromRef} ${toRef} ${validFrom}`;
}

function membersOn(
  edges: readonly Given[],
  scope: string,
  number: number,
): string[] {
  const holds = edges.filter(
    ({ validFrom = '', validTo = '9' }) =>
      validFrom <= day(number) && validTo > day(number),
  );
  const below = new Set([scope]);
  for (let size = 0; size !== below.size; ) {
    size = below.size;
    for (const { kind, fromRef, toRef } of holds) {
      if (kind === 'childOf' && below.has(toRef)) {
        below.add(fromRef);
      }
    }
  }
  return [
    ...new Set(
      holds
        .filter(({ kind, toRef }) => kind === 'ownedBy' && below.has(toRef))
        .map(({ fromRef }) => fromRef),
    ),
  ].sort();
}
