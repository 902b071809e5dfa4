import type { MetricDefinition } from '@portal/plugin-metrics-common';
import {
  nodeHealthOf,
  defaultPillars,
  type Standing,
} from '@portal/plugin-executive-common';
import { catalogNode, everything } from '@portal/plugin-org-history-common';
import fc from 'fast-check';
import { beginAnew, startSnapshots } from '../__testUtils__/startSnapshots';
import {
  OrganisationWriter,
  type WrittenEdge,
} from '../__testUtils__/OrganisationWriter';
import { addDays } from './days';

jest.setTimeout(300_000);

const today = new Date().toISOString().slice(0, 10);
const past = addDays(today, -6);
const movedOn = addDays(today, -3);
const publishedDays = [0, 1, 2, 3, 4, 5, 6, 7].map(back =>
  addDays(today, -back),
);

const definition: MetricDefinition = {
  id: 'deploymentFrequency',
  title: 'Deployment frequency',
  description: 'Generated',
  estimator: 'Generated',
  unit: '1/week',
  sample: 'deployments',
  betterWhen: 'higher',
  aggregation: 'sum',
  source: 'Generated',
};

/** A component: its owner before and after the move, its system, and what it reports. Numbers are places in lists; -1 is none. */
type Piece = {
  owner: number;
  ownerAfter: number;
  system: number;
  systemAfter: number;
  /** Deployments a day; undefined: nothing is reported of it. */
  daily?: number;
};

type Company = {
  /** Of each group the one above: circles included. */
  groups: number[];
  systems: number[];
  domains: number[];
  pieces: Piece[];
};

const company: fc.Arbitrary<Company> = fc
  .record({
    groups: fc.integer({ min: 1, max: 6 }),
    systems: fc.integer({ min: 0, max: 4 }),
    domains: fc.integer({ min: 0, max: 3 }),
  })
  .chain(({ groups, systems, domains }) => {
    const one = (count: number) => fc.integer({ min: -1, max: count - 1 });
    return fc.record({
      groups: fc.array(one(groups), { minLength: groups, maxLength: groups }),
      systems: fc.array(one(domains), {
        minLength: systems,
        maxLength: systems,
      }),
      domains: fc.array(one(domains), {
        minLength: domains,
        maxLength: domains,
      }),
      pieces: fc.array(
        fc.record({
          owner: one(groups),
          ownerAfter: one(groups),
          system: one(systems),
          systemAfter: one(systems),
          daily: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
        }),
        { minLength: 1, maxLength: 8 },
      ),
    });
  });

describe('roll-ups of random organisations', () => {
  let portal: Awaited<ReturnType<typeof startSnapshots>>;
  let runs = 0;

  beforeAll(async () => {
    portal = await startSnapshots();
    await portal.metricStore.register([definition]);
  });
  afterAll(async () => portal?.client.destroy());

  it('agree with adding everything up by hand, in the past, today, and after moves', async () => {
    await fc.assert(
      fc.asyncProperty(company, async drawn => {
        const names = namesOf(`r${++runs}`);
        const writer = await OrganisationWriter.create(portal.knex);
        await beginAnew(portal.client, nodesOf(drawn, names));
        await writer.open(edgesOf(drawn, names));
        await publish(drawn, names);

        const taker = portal.taker();
        await taker.take(past);
        await taker.take(today);
        await expectSame(drawn, names, past);
        await expectSame(drawn, names, today);

        // Everybody goes back, at this moment: what is rolled up again equals what is taken anew.
        const at = new Date().toISOString();
        const back = {
          ...drawn,
          pieces: drawn.pieces.map(piece => ({
            ...piece,
            ownerAfter: piece.owner,
            systemAfter: piece.system,
          })),
        };
        for (const [index, piece] of drawn.pieces.entries()) {
          const ref = names.component(index);
          if (piece.owner !== piece.ownerAfter) {
            await writer.close(ref, 'ownedBy', at);
            await writer.open(
              piece.owner < 0
                ? []
                : [
                    {
                      from: ref,
                      kind: 'ownedBy',
                      to: names.group(piece.owner),
                      since: at,
                    },
                  ],
            );
          }
          if (piece.system !== piece.systemAfter) {
            await writer.close(ref, 'partOf', at);
            await writer.open(
              piece.system < 0
                ? []
                : [
                    {
                      from: ref,
                      kind: 'partOf',
                      to: names.system(piece.system),
                      since: at,
                    },
                  ],
            );
          }
        }
        await taker.reroll({ upTo: writer.sequence });
        const rolled = await rowsOf(today);
        await portal.taker().take(today);
        expect(rolled).toEqual(await rowsOf(today));
        await expectHealth(back, names, today);
      }),
      { numRuns: 15 },
    );
  });

  async function rowsOf(day: string) {
    const nodes = await portal
      .client('node_snapshots')
      .where({ day })
      .orderBy('ref');
    const services = await portal
      .client('service_snapshots')
      .where({ day })
      .orderBy('ref');
    const readers = await portal
      .client('node_readers')
      .orderBy(['ref', 'group_ref']);
    return { nodes, services, readers };
  }

  async function publish(drawn: Company, names: Names) {
    for (const day of publishedDays) {
      await portal.metricStore.publish({
        day,
        values: drawn.pieces.flatMap(({ daily }, index) =>
          daily === undefined
            ? []
            : [
                {
                  metricId: definition.id,
                  entityRef: names.component(index),
                  parts: { sum: daily, count: daily },
                  windows: {
                    28: {
                      state: 'ok' as const,
                      value: daily / 2,
                      unit: definition.unit,
                      sampleSize: daily,
                    },
                  },
                },
              ],
        ),
      });
    }
  }

  async function expectHealth(drawn: Company, names: Names, day: string) {
    const found = new Map(
      (await portal.client('node_snapshots').where({ day })).map(row => [
        row.ref,
        row,
      ]),
    );
    const nodes = [
      everything,
      ...nodesOf(drawn, names).map(({ ref }) => ref),
    ].filter(ref => !ref.startsWith('component:'));
    expect([...found.keys()].sort()).toEqual([...nodes].sort());
    for (const ref of nodes) {
      const members = drawn.pieces.filter(piece =>
        belongs(drawn, names, piece, ref, day >= movedOn),
      );
      expect({ ref, health: found.get(ref).health }).toEqual({
        ref,
        health: nodeHealthOf(
          defaultPillars,
          members.map(
            ({ daily }): Record<string, Standing> => ({
              delivery: standingOf(daily),
            }),
          ),
        ),
      });
    }
    return found;
  }

  async function expectSame(drawn: Company, names: Names, day: string) {
    const found = await expectHealth(drawn, names, day);
    for (const [ref, row] of found) {
      const days = publishedDays.filter(each => each <= day);
      const counted = drawn.pieces.filter(
        piece =>
          piece.daily !== undefined &&
          days.some(each => belongs(drawn, names, piece, ref, each >= movedOn)),
      );
      const sum = counted.reduce(
        (total, piece) =>
          total +
          days.filter(each =>
            belongs(drawn, names, piece, ref, each >= movedOn),
          ).length *
            (piece.daily ?? 0),
        0,
      );
      const figure = row.figures[definition.id];
      if (counted.length === 0) {
        expect({ ref, figure }).toEqual({ ref, figure: undefined });
      } else {
        expect({
          ref,
          have: figure?.coverage.have,
          sum: Number(figure?.parts.sum),
        }).toEqual({ ref, have: counted.length, sum });
        expect(figure.value.value).toBeCloseTo(sum / 4);
      }
    }
  }
});

type Names = ReturnType<typeof namesOf>;

function namesOf(run: string) {
  return {
    group: (index: number) => `group:default/${run}-g${index}`,
    system: (index: number) => `system:default/${run}-s${index}`,
    domain: (index: number) => `domain:default/${run}-d${index}`,
    component: (index: number) => `component:default/${run}-c${index}`,
  };
}

function nodesOf(drawn: Company, names: Names) {
  const all = [
    ...drawn.groups.map((_, index) => names.group(index)),
    ...drawn.systems.map((_, index) => names.system(index)),
    ...drawn.domains.map((_, index) => names.domain(index)),
    ...drawn.pieces.map((_, index) => names.component(index)),
  ];
  return all.map(ref => ({
    ref,
    kind: ref.slice(0, ref.indexOf(':')) as 'group',
    title: ref,
  }));
}

function edgesOf(drawn: Company, names: Names): WrittenEdge[] {
  const at = `${movedOn}T10:00:00Z`;
  const moved = (
    from: string,
    kind: 'ownedBy' | 'partOf',
    before: string | undefined,
    after: string | undefined,
  ): WrittenEdge[] =>
    [
      { to: before, until: before === after ? undefined : at },
      { to: before === after ? undefined : after, since: at },
    ].flatMap(({ to, ...span }) =>
      to === undefined ? [] : [{ from, kind, to, ...span }],
    );
  const named = (name: (index: number) => string, index: number) =>
    index < 0 ? undefined : name(index);
  return [
    ...nodesOf(drawn, names).map(
      ({ ref }): WrittenEdge => ({
        from: ref,
        kind: 'existsIn',
        to: catalogNode,
      }),
    ),
    ...drawn.groups.flatMap((above, index): WrittenEdge[] =>
      above < 0
        ? []
        : [
            {
              from: names.group(index),
              kind: 'childOf',
              to: names.group(above),
            },
          ],
    ),
    ...drawn.systems.flatMap((above, index): WrittenEdge[] =>
      above < 0
        ? []
        : [
            {
              from: names.system(index),
              kind: 'partOf',
              to: names.domain(above),
            },
          ],
    ),
    ...drawn.domains.flatMap((above, index): WrittenEdge[] =>
      above < 0
        ? []
        : [
            {
              from: names.domain(index),
              kind: 'partOf',
              to: names.domain(above),
            },
          ],
    ),
    ...drawn.pieces.flatMap((piece, index) => [
      ...moved(
        names.component(index),
        'ownedBy',
        named(names.group, piece.owner),
        named(names.group, piece.ownerAfter),
      ),
      ...moved(
        names.component(index),
        'partOf',
        named(names.system, piece.system),
        named(names.system, piece.systemAfter),
      ),
    ]),
  ];
}

/** By hand: climbs from the owner and the system of the time, and stops where it has been. */
function belongs(
  drawn: Company,
  names: Names,
  piece: Piece,
  ref: string,
  isAfter: boolean,
): boolean {
  if (ref === everything) {
    return true;
  }
  const found = new Set<string>();
  const climb = (
    start: number,
    above: readonly number[],
    name: (index: number) => string,
  ) => {
    for (
      let index = start;
      index !== undefined && index >= 0 && !found.has(name(index));
      index = above[index]
    ) {
      found.add(name(index));
    }
  };
  climb(isAfter ? piece.ownerAfter : piece.owner, drawn.groups, names.group);
  const system = isAfter ? piece.systemAfter : piece.system;
  if (system >= 0) {
    found.add(names.system(system));
    climb(drawn.systems[system], drawn.domains, names.domain);
  }
  return found.has(ref);
}

function standingOf(daily: number | undefined): Standing {
  if (daily === undefined) {
    return 'unmeasured';
  }
  const frequency = daily / 2;
  if (frequency >= 1) {
    return 'meets';
  }
  return frequency >= 0.25 ? 'watch' : 'below';
}
