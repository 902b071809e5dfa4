import type { OrgEdge } from '@portal/plugin-org-history-common';
import fc from 'fast-check';
import { arbitraryState, population } from './__testUtils__/arbitraryStates';
import { HistoryModel } from './__testUtils__/HistoryModel';
import {
  emptyHistory,
  lastPollAt,
  startHistory,
} from './__testUtils__/startHistory';
import { toEdge } from './database/rows';
import { readEntity } from './polling/readEntity';

jest.setTimeout(600_000);

type History = Awaited<ReturnType<typeof startHistory>>;

const { components, systems, domains, groups } = population;
const scopes = [...components, ...systems, ...domains, ...groups];

async function allEdges({ client }: History): Promise<OrgEdge[]> {
  const { rows } = await client.raw(
    `SELECT f.ref AS from_ref, e.kind, t.ref AS to_ref, e.valid_from, e.valid_to
     FROM edges e JOIN refs f ON f.id = e.from_id JOIN refs t ON t.id = e.to_id
     ORDER BY f.ref, e.kind, t.ref, e.valid_from`,
  );
  return rows.map(toEdge);
}

/** Reads the feed in small pages, as a consumer that was away. */
async function follow({ store }: History): Promise<HistoryModel> {
  const model = new HistoryModel();
  let after = 0;
  for (;;) {
    const page = await store.changes(after, 7);
    for (const change of page.items) {
      after += 1;
      expect(change.sequence).toBe(after);
      model.apply(change);
    }
    expect(page.next).toBe(after);
    if (!page.items.length) {
      return model;
    }
  }
}

describe('any sequence of states of the catalog', () => {
  let history: History;

  beforeAll(async () => {
    history = await startHistory();
  });

  it('makes a history that is whole', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(arbitraryState, { minLength: 1, maxLength: 6 }),
        async states => {
          const { client, poll, store } = history;
          await emptyHistory(client);
          const instants = [0];
          for (const state of states) {
            await poll(state);
            instants.push(Date.parse(await lastPollAt(client)));
            // Polled twice, nothing changes.
            expect(await poll(state)).toEqual({
              outcome: 'merged',
              opened: 0,
              closed: 0,
              aliases: 0,
            });
          }
          const edges = await allEdges(history);
          const model = await follow(history);

          // Edges of one kind between the same two never overlap or touch.
          for (const [index, edge] of edges.slice(1).entries()) {
            const before = edges[index];
            const same =
              before.fromRef === edge.fromRef &&
              before.kind === edge.kind &&
              before.toRef === edge.toRef;
            const apart =
              before.validTo &&
              edge.validFrom &&
              before.validTo < edge.validFrom;
            expect(!same || apart).toBe(true);
          }

          // What holds now is what the catalog said last.
          const said = states[states.length - 1].flatMap(item => {
            const { ref, edges: stated } = readEntity(item);
            return stated.map(({ kind, toRef }) => `${ref} ${kind} ${toRef}`);
          });
          const held = edges
            .filter(edge => !edge.validTo)
            .map(edge => `${edge.fromRef} ${edge.kind} ${edge.toRef}`);
          expect(held.sort()).toEqual([...new Set(said)].sort());

          // The feed gives the same edges and aliases.
          const key = (edge: object) => JSON.stringify(edge);
          expect([...model.edges.values()].map(key).sort()).toEqual(
            edges.map(key).sort(),
          );
          expect(await store.currentRefs(scopes)).toEqual(
            scopes.map(ref => model.currentRef(ref)),
          );

          // Who belonged when: by instant, by interval, from below and from above are one answer.
          const spans = await store.members(scopes, {
            from: -Infinity,
            to: Infinity,
          });
          for (const at of instants) {
            const found = await store.membersAt(scopes, at);
            expect(found).toEqual(scopes.map(ref => model.membersAt(ref, at)));
            expect(found).toEqual(
              spans.map(members =>
                members
                  .filter(({ intervals }) =>
                    intervals.some(
                      ({ from, to }) =>
                        (!from || Date.parse(from) <= at) &&
                        (!to || at < Date.parse(to)),
                    ),
                  )
                  .map(({ ref }) => ref),
              ),
            );
            const above = await store.connections('ancestors', components, at);
            for (const [index, component] of components.entries()) {
              const ref = model.currentRef(component);
              const expected = scopes
                .map(scope => model.currentRef(scope))
                .filter(
                  (scope, place) => scope !== ref && found[place].includes(ref),
                );
              expect(above[index]).toEqual([...new Set(expected)].sort());
            }
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});
