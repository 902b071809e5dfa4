import { GithubRequestError, type GithubRestClient } from '@portal/github-rest';
import type { WalkState } from './GithubCursor';

const batchSize = 10;
const maxPages = 5000;
// The newest thing may come into a list a little after one that is newer.
const overlap = 10 * 60_000;

/**
 * A thing of a list, with the instant by which the list is read.
 *
 * @internal
 */
export type WalkItem = { id: string; at: number; value: object };

/** @internal */
export type WalkOptions = {
  client: Pick<GithubRestClient, 'get'>;
  /** Changed as the walk goes on: what it is after an error or a stop is where the next one goes on. */
  state: WalkState;
  /** The path of the first page. */
  path: string;
  /** The field by whose instants the list is read, newest first. */
  field: string;
  /** Whether a page ends the walk with its first old thing, or with nothing but old ones: the order is not sure then. */
  endsAt: 'first-old' | 'all-old';
  /** Nothing that is older is read, in epoch milliseconds. */
  since: number;
  now: number;
  /** Whether more of a thing than the page has to be read. */
  handle: (items: readonly WalkItem[]) => Promise<void>;
  /** Keeps the state. Called after each few things. */
  save: () => Promise<void>;
};

/**
 * Reads what is new in a list, newest first, and goes on in the middle where an earlier walk was cut short.
 *
 * @internal
 */
export async function walkPages(options: WalkOptions): Promise<void> {
  const { client, state, endsAt, handle, save, now } = options;
  const floor = state.floor ?? options.since;
  const visited = new Set<string>();
  let path: string | undefined = state.open?.at ?? options.path;
  while (path !== undefined) {
    if (visited.has(path) || visited.size === maxPages) {
      throw new GithubRequestError({
        reason: `the pages of a list do not come to an end, after ${visited.size} of them`,
      });
    }
    visited.add(path);
    const page = await client.get(path, state.open ? undefined : state.etag);
    if (!page.isChanged) {
      return;
    }
    const items = itemsOf(page.body, options.field);
    if (!state.open) {
      const newest = Math.max(...items.map(({ at }) => at));
      state.open = {
        top: items.length > 0 ? Math.min(newest, now) : undefined,
        etag: page.etag,
        at: path,
        done: [],
      };
    } else if (state.open.at !== path) {
      state.open = { ...state.open, at: path, done: [] };
    }
    const { open } = state;
    const due = items.filter(
      item => item.at >= floor && !open.done.includes(nameOf(item)),
    );
    for (let from = 0; from < due.length; from += batchSize) {
      const batch = due.slice(from, from + batchSize);
      await handle(batch);
      open.done.push(...batch.map(nameOf));
      await save();
    }
    const isOld = ({ at }: WalkItem) => at < floor;
    const isOver =
      endsAt === 'first-old' ? items.some(isOld) : items.every(isOld);
    path = isOver ? undefined : page.next;
  }
  const { top, etag } = state.open ?? {};
  if (top !== undefined) {
    state.floor = Math.max(floor, top - overlap);
  }
  state.etag = etag;
  state.open = undefined;
  await save();
}

function nameOf(item: WalkItem): string {
  return `${item.id}@${item.at}`;
}

/** Things without an id or the instant are left out: drafts have no date, others are no things of this list. */
function itemsOf(body: unknown, field: string): WalkItem[] {
  if (!Array.isArray(body)) {
    throw new GithubRequestError({ reason: 'the answer is no list' });
  }
  return body.flatMap((value: unknown) => {
    const { id, [field]: instant } = Object(value);
    const at = typeof instant === 'string' ? Date.parse(instant) : NaN;
    return typeof value === 'object' &&
      value !== null &&
      Number.isSafeInteger(id) &&
      Number.isFinite(at)
      ? [{ id: String(id), at, value }]
      : [];
  });
}
