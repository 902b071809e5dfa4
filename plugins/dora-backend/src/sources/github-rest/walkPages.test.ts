import * as fc from 'fast-check';
import type { GithubPage } from '@portal/github-rest';
import type { WalkState } from './GithubCursor';
import { walkPages } from './walkPages';

type Thing = { id: number; updated_at: string };
type Step = 'add' | 'touch' | 'read' | 'request';

const minute = 60_000;
const start = Date.UTC(2026, 0, 31);
const pageSize = 3;

/** A list, newest first, that changes while it is read, and fails after some requests. */
class List {
  readonly #at = new Map<number, number>();
  now = start;

  change(step: Step, which: number): void {
    this.now += 20 * minute;
    const known = [...this.#at.keys()];
    const id =
      step === 'touch' && known.length > 0
        ? known[which % known.length]
        : known.length + 1;
    this.#at.set(id, this.now);
  }

  get names(): string[] {
    return [...this.#at].map(([id, at]) => `${id}@${at}`);
  }

  get(path: string, etag?: string): GithubPage {
    const page = Number(/page=(\d+)/.exec(path)?.[1]);
    const things = [...this.#at]
      .sort(([, a], [, b]) => b - a)
      .map(
        ([id, at]): Thing => ({ id, updated_at: new Date(at).toISOString() }),
      );
    const body = things.slice((page - 1) * pageSize, page * pageSize);
    const tag = JSON.stringify(body);
    return tag === etag
      ? { isChanged: false }
      : {
          isChanged: true,
          body,
          etag: tag,
          next:
            page * pageSize < things.length ? `?page=${page + 1}` : undefined,
        };
  }
}

describe('walkPages', () => {
  it('reads everything, whatever happens to the list and to the reading', async () => {
    const change = fc.tuple(
      fc.constantFrom<Step>('add', 'add', 'touch'),
      fc.nat({ max: 50 }),
    );
    const run = fc.record({
      changes: fc.array(change, { maxLength: 8 }),
      // What changes before each request, and how many there are before it fails.
      between: fc.array(fc.array(change, { maxLength: 2 }), { maxLength: 6 }),
      requests: fc.nat({ max: 6 }),
      handled: fc.nat({ max: 6 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(run, { minLength: 1, maxLength: 6 }),
        fc.constantFrom('first-old' as const, 'all-old' as const),
        async (runs, endsAt) => {
          const list = new List();
          const seen = new Set<string>();
          let stored = '{}';
          const read = async (options: Partial<(typeof runs)[number]>) => {
            const { between = [], requests = 1000, handled = 1000 } = options;
            const state: WalkState = JSON.parse(stored);
            let count = 0;
            let batches = 0;
            await walkPages({
              client: {
                async get(path, etag) {
                  for (const each of between[count] ?? []) {
                    list.change(...each);
                  }
                  count += 1;
                  if (count > requests) {
                    throw new Error('stopped');
                  }
                  return list.get(path, etag);
                },
              },
              state,
              path: '?page=1',
              field: 'updated_at',
              endsAt,
              since: start,
              now: list.now + minute,
              handle: async items => {
                batches += 1;
                if (batches > handled) {
                  throw new Error('stopped');
                }
                items.forEach(({ id, at }) => seen.add(`${id}@${at}`));
              },
              save: async () => {
                stored = JSON.stringify(state);
              },
            });
          };
          for (const each of runs) {
            each.changes.forEach(step => list.change(...step));
            await read(each).catch(error => {
              if (error.message !== 'stopped') {
                throw error;
              }
            });
          }
          // The first one ends what was begun, the second one reads what is new since.
          await read({});
          await read({});
          expect(list.names.filter(name => !seen.has(name))).toEqual([]);
          const before = stored;
          await read({ handled: 0 });
          expect(stored).toBe(before);
        },
      ),
      { numRuns: 300 },
    );
  });
});
